import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderPage } from '../../shared/testing/render-page';
import ApplicationPage from './application-page';
import ApplicationsPage from './applications-page';
import DraftPage from './draft-page';
import { givenDraft } from './given-draft';
import StartPage from './start-page';

const sent = {
  releasedState: 'submitted',
  submittedAt: '2026-11-23T16:31:08.123Z',
  contentHash: 'f85863af',
  submittedBy: 'Hilde',
  mayWithdraw: true,
} as const;
const named = (text: string) => ({ nl: text, fr: text, de: text, en: text });

it('the list has no fault that axe finds', async () => {
  const rows = [givenDraft('31'), givenDraft('32', sent)];
  const { container } = renderPage(<ApplicationsPage />, {
    person: {},
    loaderData: { rows, next: null, isFirst: true },
  });
  expect((await axe(container)).violations).toEqual([]);
  expect(screen.getByText('Not sent yet')).toBeTruthy();
});

it('the home of a draft has no fault that axe finds, and no word in it says that something was sent', async () => {
  const { container } = renderPage(<DraftPage />, { person: {}, loaderData: givenDraft('33') });
  expect((await axe(container)).violations).toEqual([]);
  const main = container.textContent ?? '';
  expect(main.replace('Not sent yet', '')).not.toMatch(/\bsent\b|submitted|completed/i);
});

it('an application that was sent shows its receipt to the second, without a fault that axe finds', async () => {
  const { container } = renderPage(<ApplicationPage />, {
    path: '/en/work?sent=1',
    person: {},
    loaderData: { own: givenDraft('34', sent), staff: null, municipalities: [], returns: [] },
  });
  expect((await axe(container)).violations).toEqual([]);
  expect(screen.getByText(/At 17:31:08 exactly/)).toBeTruthy();
  expect(screen.getByText('f85863af')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Withdraw the application' })).toBeTruthy();
});

it('the start has no fault that axe finds', async () => {
  const call = {
    ...givenDraft('35'),
    number: '2026-C03',
    phase: 'open',
    title: named('Heritage'),
    summary: named('Small sites'),
  };
  const own = [{ id: 'a', enterpriseNumber: '0203430576', name: 'Choir', role: 'editor', hasVerifiedAccount: false }];
  const { container } = renderPage(<StartPage />, { person: {}, loaderData: { call, organisations: own } });
  expect((await axe(container)).violations).toEqual([]);
  expect((screen.getByRole('radio', { name: 'Choir' }) as HTMLInputElement).checked).toBe(true);
});
