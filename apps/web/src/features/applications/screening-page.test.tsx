import { applications } from '@commonlot/contracts';
import { permissionsOf } from '@commonlot/domain';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { axe } from 'jest-axe';
import { answering, fakeApi } from '../../shared/testing/fake-api';
import { renderPage } from '../../shared/testing/render-page';
import ScreeningPage from './screening-page';

const id = (end: number) => `0190a0a0-0000-7000-8000-${String(end).padStart(12, '0')}`;
const row = (end: number, state = 'submitted') => ({
  id: id(end),
  number: `2026-C02-000${end}`,
  organisationId: id(90),
  organisationName: `Choir ${end}`,
  enterpriseNumber: '0203430576',
  title: `Song ${end}`,
  fileLanguage: 'nl',
  state,
  requestedCents: 100_000,
  submittedAt: '2026-11-20T10:00:00.000Z',
  reviewers: 0,
  reviewsSent: 0,
  revision: end,
});
const counts = { draft: 0, submitted: 2, admitted: 1, excluded: 0, withdrawn: 0, awarded: 0, refused: 0 };

function open(phase = 'closed') {
  const title = { nl: 'Samen', fr: 'Ensemble', de: null, en: 'Together' };
  return renderPage(<ScreeningPage />, {
    person: { roles: ['officer'], permissions: [...permissionsOf(['officer'])] },
    loaderData: {
      call: { id: id(80), number: '2026-C02', title, phase, closesAt: '2026-11-21T11:00:00.000Z', counts },
      page: { rows: [row(1), row(2), row(3, 'admitted')], next: null },
      search: '',
      state: null,
      isFirst: true,
    },
  });
}

beforeAll(() => {
  // jsdom has the element and not its methods.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
});

it('shows how far the screening is, without a fault that axe finds', async () => {
  const { container } = open();
  expect(screen.getAllByText('1 of 3 done').length).toBeGreaterThan(0);
  expect((await axe(container)).violations).toEqual([]);
});

it('judges nothing while the call is open, and says until when', () => {
  open('open');
  expect(screen.getByText('The call is still open')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Admit|Exclude/ })).toBeNull();
});

it('admits one by one press, at its revision', async () => {
  const api = fakeApi([answering(applications.admitApplication, () => ({ revision: 3 }))]);
  open();
  fireEvent.click(screen.getByRole('button', { name: 'Admit 2026-C02-0002' }));
  await waitFor(() => expect(api.asked).toHaveLength(1));
  expect(api.asked[0]).toMatchObject({ path: `/api/applications/${id(2)}/admission`, body: { revision: 2 } });
  api.restore();
});

it('shows what will be admitted, and afterwards how each file went', async () => {
  let asked = 0;
  const api = fakeApi([
    answering(applications.admitApplication, () => {
      asked += 1;
      if (asked === 2) throw new TypeError('The line is down.');
      return { revision: 9 };
    }),
  ]);
  open();
  fireEvent.click(screen.getByRole('checkbox', { name: 'Choose the 2 files that wait on this page' }));
  fireEvent.click(screen.getByRole('button', { name: 'Admit 2 selected' }));
  expect(asked).toBe(0);
  fireEvent.click(screen.getByRole('button', { name: 'Admit 2 files' }));
  expect(await screen.findByText('Admitted: 1. Not admitted: 1.')).toBeTruthy();
  expect(
    screen.getByText('The service is away for a moment. Nothing you saved is lost. Try again in a minute.'),
  ).toBeTruthy();
  api.restore();
});
