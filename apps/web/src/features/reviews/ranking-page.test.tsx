import { decisions } from '@commonlot/contracts';
import { permissionsOf } from '@commonlot/domain';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { answering, fakeApi } from '../../shared/testing/fake-api';
import { renderPage } from '../../shared/testing/render-page';
import { formatPoints } from './points';
import RankingPage from './ranking-page';

const named = (text: string) => ({ nl: text, fr: text, de: text, en: text });
const callId = '0190a0a0-0000-7000-8000-000000000001';
const row = (number: string, part = {}) => ({
  position: Number(number),
  applicationId: `0190a0a0-0000-7000-8000-00000000010${number}`,
  number: `2026-C02-000${number}`,
  organisationName: `Choir ${number}`,
  title: `Song ${number}`,
  fileLanguage: 'en',
  requestedCents: 600_000,
  meanBasisPoints: 8_125,
  spreadBasisPoints: 1_000,
  reviewCount: 2,
  cumulativeCents: Number(number) * 600_000,
  withinEnvelope: number === '1',
  comments: [{ criterionId: 'use', scores: [8, 8], comments: ['Good', 'Good'] }],
  ...part,
});
const unscored = {
  position: null,
  meanBasisPoints: null,
  spreadBasisPoints: null,
  reviewCount: 0,
  cumulativeCents: null,
};

function open(ranking: object, roles: 'officer' | 'auditor' = 'officer', batches: object[] = []) {
  const criteria = [{ id: 'use', title: named('Use'), description: named(''), weight: 100, maxScore: 10 }];
  return renderPage(<RankingPage />, {
    person: { roles: [roles], permissions: [...permissionsOf([roles])] },
    loaderData: {
      call: { id: callId, number: '2026-C02', title: named('Together'), state: 'published' },
      batches,
      ranking: { envelopeCents: 1_000_000, isComplete: true, waitingReviews: 0, criteria, ...ranking },
    },
  });
}
const rowWith = (text: string | RegExp) =>
  screen.getAllByRole('row').findIndex((each) => within(each).queryByText(text));

it('draws the line after the last file that fits, and has no fault that axe finds', async () => {
  const { container } = open({ rows: [row('1'), row('2', { spreadBasisPoints: 3_100 })] });
  expect([rowWith('Song 1'), rowWith('The envelope ends here'), rowWith('Song 2')]).toEqual([1, 2, 3]);
  expect(screen.getAllByText('81,3')).toHaveLength(2);
  expect(within(screen.getAllByRole('row')[3] as HTMLElement).getByText('31,0, discuss')).toBeTruthy();
  expect((await axe(container)).violations).toEqual([]);
});

it('draws no line above files that nobody reviewed yet: the money has not run out there', () => {
  open({ rows: [row('1'), row('2', unscored)], isComplete: false, waitingReviews: 2 });
  expect(rowWith('The envelope ends here')).toBe(-1);
  expect(screen.getByText('2 reviews have not come in yet. The order can still change.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Prepare decisions' })).toBeNull();
});

it('prepares the decisions of a complete ranking, for who may', async () => {
  const api = fakeApi([answering(decisions.createBatch, () => ({ id: callId, revision: 0 }))]);
  open({ rows: [row('1')] });
  fireEvent.click(screen.getByRole('button', { name: 'Prepare decisions' }));
  await waitFor(() => expect(api.asked).toHaveLength(1));
  expect(api.asked[0]?.body).toEqual({ callId, directFileIds: [] });
  expect(api.asked[0]?.key).toMatch(/^[\w-]{36}$/);
  api.restore();
});

it('offers an auditor no button', () => {
  open({ rows: [row('1')] }, 'auditor');
  expect(screen.queryByRole('button', { name: 'Prepare decisions' })).toBeNull();
});

it.each([
  [8_125, '81,3'],
  [10_000, '100,0'],
  [0, '0,0'],
  [3_333, '33,3'],
])('shows %p basis points as %p', (basisPoints, text) => {
  expect(formatPoints(basisPoints)).toBe(text);
});

it('leads to the decisions of a call that has them, instead of preparing them again', () => {
  open({ rows: [row('1')] }, 'officer', [{ id: callId, number: '2026-B007' }]);
  const link = screen.getByRole('link', { name: 'Decisions 2026-B007' });
  expect(link.getAttribute('href')).toBe(`/en/work/decisions/${callId}`);
  expect(screen.queryByRole('button', { name: 'Prepare the decisions' })).toBeNull();
});
