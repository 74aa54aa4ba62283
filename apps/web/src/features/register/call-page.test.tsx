import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderPage } from '../../shared/testing/render-page';
import CallPage from './call-page';
import { givenCall } from './given-register';

test('an open call leads to the start of an application', () => {
  renderPage(<CallPage />, { loaderData: givenCall() });
  const [start] = screen.getAllByRole('link', { name: 'Start your application' });
  expect(start?.getAttribute('href')).toBe('/en/work/apply/2026-C02');
});

test.each([
  ['announced', 'You can apply from Sunday 1 November 2026 at 09:00 (Brussels time).'],
  [
    'closed',
    'This call closed on Friday 29 January 2027 at 12:00 (Brussels time). The applications are being examined.',
  ],
  ['settled', 'all its applications have been decided'],
  ['cancelled', 'This call was cancelled.'],
] as const)('the door of a call that is %s is shut, and says why', (phase, words) => {
  renderPage(<CallPage />, { loaderData: givenCall({ phase }) });
  expect(screen.queryByRole('link', { name: 'Start your application' })).toBeNull();
  expect(screen.getByText(words, { exact: false })).toBeTruthy();
});

test('every question can be read with its limits, without an account', () => {
  renderPage(<CallPage />, { loaderData: givenCall() });
  expect(screen.getByText('What will you do?')).toBeTruthy();
  expect(screen.getByText('longer answer · at most 2.000 characters')).toBeTruthy();
});

test('criteria stand with their weights', () => {
  renderPage(<CallPage />, { loaderData: givenCall() });
  expect(screen.getByText('60 %')).toBeTruthy();
});

test('what is not decided yet has no numbers', () => {
  renderPage(<CallPage />, { loaderData: givenCall({ phase: 'closed' }) });
  expect(screen.queryByText('What became of this call')).toBeNull();
});

test('no fault that a machine finds', async () => {
  const { container } = renderPage(<CallPage />, { loaderData: givenCall({ phase: 'settled', filed: 9, awarded: 3 }) });
  expect((await axe(container)).violations).toEqual([]);
});
