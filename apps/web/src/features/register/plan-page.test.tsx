import { screen, within } from '@testing-library/react';
import { renderPage } from '../../shared/testing/render-page';
import { givenPlan } from './given-register';
import PlanPage from './plan-page';

/** The Communities as the decree of 30 August 2017 prints them, and the rest of its total in one line. */
const plan2017 = givenPlan(
  [
    { code: '1', label: 'Communities' },
    { code: '1.1', euros: 428_676, kind: 'statutory-community' },
    { code: '1.2', euros: 30_099_406, kind: 'statutory-community' },
    { code: '1.3', euros: 20_335_256, kind: 'statutory-community' },
    { code: '2', euros: 134_498_680 },
    { code: '3', euros: null },
  ],
  { year: 2017 },
);

const cellsOf = (name: RegExp) =>
  within(screen.getByRole('row', { name }))
    .getAllByRole('cell')
    .map((cell) => cell.textContent?.replaceAll('\u00a0', ' '));

test('a heading shows the sum of its lines and its share of the total', () => {
  renderPage(<PlanPage />, { loaderData: plan2017 });
  expect(cellsOf(/^1 ?Communities/)).toEqual(['27,44 %', '€ 50.863.338']);
});

test('PM is PM, and has no share', () => {
  renderPage(<PlanPage />, { loaderData: plan2017 });
  expect(cellsOf(/^3 ?Line 3/)).toEqual(['', 'PM']);
});

test('the rule of the Communities is told with the amounts of this plan', () => {
  renderPage(<PlanPage />, { loaderData: plan2017 });
  const rule = document.getElementById('communities') as HTMLElement;
  expect(within(rule).getAllByText('€ 50.863.338')).toHaveLength(2);
  expect(within(rule).getByText('€ 428.676')).toBeTruthy();
  expect(rule.textContent).toContain('add up to exactly');
});

test('a plan whose Communities do not follow the rule is not said to follow it', () => {
  const lines = plan2017.lines.map((line) => (line.code === '1.2' ? { ...line, subtotalCents: line.paidCents } : line));
  renderPage(<PlanPage />, { loaderData: { ...plan2017, lines } });
  expect(document.getElementById('communities')?.textContent).not.toContain('exactly');
});

test('a version that was replaced says so and leads to the one in force', () => {
  const [version] = plan2017.versions;
  const versions = [
    { ...version, isCurrent: false },
    { ...version, number: 2, isCurrent: true },
  ];
  renderPage(<PlanPage />, { loaderData: { ...plan2017, versions } });
  const link = screen.getByRole('link', { name: 'To the plan of 2017 that is in force' });
  expect(link.getAttribute('href')).toBe('/en/distribution-plan/2017');
});
