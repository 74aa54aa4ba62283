import { type AnswerOf, register } from '@commonlot/contracts';
import { screen, within } from '@testing-library/react';
import { renderPage } from '../../shared/testing/render-page';
import { choiceText, readChoice, readEarlierChoice, usualChoice } from './difference-choice';
import DifferencePage from './difference-page';
import { givenPlan } from './given-register';
import PlanPage from './plan-page';

const head = givenPlan([{ code: '1', euros: 100 }], { year: 2026 });
const versions = [
  { ...head.versions[0], isCurrent: false },
  { ...head.versions[0], number: 2, stage: 'definitive', isCurrent: true },
] as typeof head.versions;

const line = (cents: number) => ({
  code: '1',
  kind: 'nominative' as const,
  label: { nl: 'Lijn 1', fr: 'Ligne 1', en: 'Line 1' },
  amountCents: cents,
  subtotalCents: cents,
  isPm: false,
});
const answer: AnswerOf<typeof register.readPublicPlanDifference> = {
  before: { ...head, totalCents: 100_00 },
  after: { ...head, number: 2, stage: 'definitive', totalCents: 80_00, accountsReference: 'General meeting of 2027' },
  differenceCents: -20_00,
  moves: [
    { kind: 'changed', before: [line(100_00)], after: [line(80_00)], differences: ['amount'], differenceCents: -20_00 },
  ],
};
const loaderData = {
  difference: register.readPublicPlanDifference.response.parse(answer),
  plan: { year: 2026, number: 2, versions, years: [2017, 2026] },
  to: '2026-2',
  from: '2026-1',
  isAll: false,
};
const show = (change: object = {}) =>
  renderPage(<DifferencePage />, {
    path: '/en/distribution-plan/2026-2/changes/2026-1',
    loaderData: { ...loaderData, ...change },
  });

test('everybody reads in one sentence what the definitive plan changed, and by which acts', () => {
  show();
  expect(screen.getByText(/The total goes from/).textContent?.replaceAll('\u00a0', ' ')).toBe(
    'The total goes from € 100 to € 80, € 20 less: 1 line changed.',
  );
  const acts = screen.getByRole('table', { name: 'By which act' });
  expect(within(acts).getByText('General meeting of 2027')).toBeTruthy();
});

test('the form offers the other versions of the year and the plans of other years', () => {
  show();
  const options = within(screen.getByRole('combobox', { name: 'Compare with' })).getAllByRole<HTMLOptionElement>(
    'option',
  );
  expect(options.map(({ value, selected }) => [value, selected])).toEqual([
    ['2026-1', true],
    ['2017', false],
  ]);
});

test('all lines have an address of their own', () => {
  show();
  expect(screen.getByRole('link', { name: /All lines/ }).getAttribute('href')).toBe(
    '/en/distribution-plan/2026-2/changes/2026-1?all=1',
  );
});

test('the plan leads to what changed since the provisional one, and for the first version since the year before', () => {
  renderPage(<PlanPage />, { path: '/en/distribution-plan/2026', loaderData: { ...head, number: 2, versions } });
  const since = screen.getByRole('link', { name: 'What changed since the provisional plan' });
  expect(since.getAttribute('href')).toBe('/en/distribution-plan/2026-2/changes/2026-1');
  const year = screen.getByRole('link', { name: 'What changed since the plan of 2017' });
  expect(year.getAttribute('href')).toBe('/en/distribution-plan/2026-1/changes/2017');
});

test.each([
  ['2025', { year: 2025 }],
  ['2025-3', { year: 2025, number: 3 }],
])('an address that names %s is read as it is written', (text, choice) => {
  expect(readChoice(text)).toEqual(choice);
  expect(choiceText(choice)).toBe(text);
});

test.each([
  ['2', { year: 2026, number: 2 }],
  ['999', { year: 2026, number: 999 }],
  ['2025', { year: 2025 }],
  ['2025-3', { year: 2025, number: 3 }],
  ['1500', null],
  ['', null],
])('an address of before that names %p is still understood', (text, choice) => {
  expect(readEarlierChoice(text, 2026)).toEqual(choice);
});

test.each(['', '0', '2', '01', '1500', '2025-0', '2025-', '-1', '1; DROP', '99999'])('%p names no version', (text) => {
  expect(readChoice(text)).toBeNull();
});

test('a plan without any before it is compared with itself', () => {
  expect(usualChoice({ year: 2017, number: 1, versions: head.versions, years: [2017, 2026] })).toEqual({
    year: 2017,
    number: 1,
  });
});
