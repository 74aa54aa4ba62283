import { register } from '@commonlot/contracts';
import { cents } from '@commonlot/domain';
import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderPage } from '../../shared/testing/render-page';
import AwardPage from './award-page';
import { givenAward, givenPlan } from './given-register';

const plan = givenPlan([
  { code: '3', label: 'Calls and projects' },
  { code: '3.2', euros: 2_250_000, label: 'Sustainable development' },
]);
const [rubric, line] = plan.lines;

const award = register.readAward.response.parse({
  ...givenAward(),
  reason: 'De jury vond het plan <b>goed</b>.',
  year: 2026,
  paidCents: cents(7_500_00),
  repaidCents: cents(0),
  reductions: [],
  callTitle: null,
  releasedAt: '2026-10-28T13:00:00Z',
  lineId: line?.lineId,
  corrections: [
    {
      field: 'municipality',
      formerValue: '11002',
      newValue: '44021',
      explanation: 'The garden is in Ghent.',
      correctedAt: '2026-11-08T09:00:00Z',
    },
  ],
  otherAwards: [],
});
const places = [{ nis: '11002', name: { nl: 'Antwerpen', fr: 'Anvers', en: 'Antwerp' } }];
const show = () => renderPage(<AwardPage />, { loaderData: { award, linesAbove: [rubric], places } });

test('the way from the plan to the award names each line above it', () => {
  show();
  expect(screen.getByText('Calls and projects')).toBeTruthy();
  const link = screen.getByRole('link', { name: /Sustainable development/ });
  expect(link.getAttribute('href')).toBe('/en/distribution-plan/2026#line-3.2');
});

test('title and reason are marked as the language of the file, and the reason is text', () => {
  show();
  expect(screen.getByRole('heading', { level: 1 }).getAttribute('lang')).toBe('nl');
  expect(screen.getByText('De jury vond het plan <b>goed</b>.').getAttribute('lang')).toBe('nl');
});

test('how much is paid so far is told in words and as a bar', () => {
  show();
  expect(screen.getByText('€ 7.500 of € 15.000', { selector: 'span' })).toBeTruthy();
  expect(screen.getByRole('progressbar', { name: 'Paid so far' }).getAttribute('value')).toBe('750000');
});

test('a correction shows the former place by its name, with its date and its reason', () => {
  show();
  const correction = screen.getByText('Antwerp').closest('li') as HTMLElement;
  expect(within(correction).getByText('8 November 2026, 10:00')).toBeTruthy();
  expect(within(correction).getByText('The garden is in Ghent.')).toBeTruthy();
});

test('no fault that a machine finds', async () => {
  const { container } = show();
  expect((await axe(container)).violations).toEqual([]);
});
