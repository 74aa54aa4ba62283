import { type AnswerOf, workspace } from '@commonlot/contracts';
import { permissionsOf } from '@commonlot/domain';
import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderPage } from '../../../shared/testing/render-page';
import DashboardPage from './dashboard-page';
import { daysWaiting } from './waiting';

type Given = AnswerOf<typeof workspace.readDashboard>;

const id = '0190a0a0-0000-7000-8000-000000000001';
const figures = (allocatedCents: number, committedCents = 0, paidCents = 0) => ({
  allocatedCents: allocatedCents as never,
  reservedCents: 0 as never,
  committedCents: committedCents as never,
  paidCents: paidCents as never,
  availableCents: (allocatedCents - committedCents) as never,
});
const outlook = (low: number, expected: number | null, high: number) => ({
  lowCents: low as never,
  expectedCents: expected as never,
  highCents: high as never,
});
const received = (awards: number, awardedCents: number, paidCents: number) => ({
  awards,
  awardedCents: awardedCents as never,
  paidCents: paidCents as never,
});

function givenDashboard(change: Partial<Given> = {}) {
  return workspace.readDashboard.response.parse({
    year: 2026,
    years: [2026, 2025],
    versionId: id,
    on: '2026-11-24',
    beforeOn: '2025-11-24',
    total: { now: figures(1000_00, 400_00, 100_00), before: figures(900_00, 450_00, 100_00) },
    rubrics: [
      {
        lineId: id,
        code: '1',
        label: { nl: 'Cultuur', fr: 'Culture', en: 'Culture' },
        now: figures(1000_00, 400_00, 100_00),
        before: null,
      },
    ],
    sectors: [{ key: 'none', now: figures(1000_00, 400_00, 100_00), before: figures(900_00) }],
    kinds: [{ key: 'nominative', now: figures(1000_00, 400_00, 100_00), before: null }],
    regions: [
      { key: 'flanders', now: received(3, 300_00, 100_00), before: null },
      { key: 'unannounced', now: received(1, 100_00, 0), before: null },
    ],
    languages: [{ key: 'nl', now: received(3, 300_00, 100_00), before: null }],
    ceilings: [
      { until: '2026-06-30', percent: 50, ceilingCents: 500_00, paidCents: 510_00, isPast: true },
      { until: '2026-12-31', percent: 80, ceilingCents: 800_00, paidCents: 100_00, isPast: false },
    ],
    waiting: [{ step: 'sign-decisions', role: 'minister', count: 2, oldestAt: '2026-11-14T23:30:00Z' }],
    forecast: {
      committed: outlook(400_00, 450_00, 500_00),
      paid: outlook(100_00, null, 300_00),
      isCapped: true,
      reservedCents: 100_00,
      pastCalls: 4,
      share: { lowPercent: 40, expectedPercent: 60, highPercent: 90 },
    },
    ...change,
  } as never);
}

const page = (change: Partial<Given> | null = {}, language: 'nl' | 'en' = 'en') =>
  renderPage(<DashboardPage />, {
    language,
    path: `/${language}/work/dashboard`,
    loaderData: { dashboard: change === null ? null : givenDashboard(change) },
    person: { roles: ['minister'], permissions: [...permissionsOf(['minister'])] },
  });
const spaced = (text: string | null | undefined) => text?.replaceAll('\u00a0', ' ') ?? '';

test('each figure says how it differs from the same day of the year before', () => {
  page();
  expect(screen.getByRole('heading', { level: 1, name: 'Overview 2026' })).toBeTruthy();
  const text = spaced(document.body.textContent);
  expect(text).toContain('+ € 100 against the same day of 2025');
  expect(text).toContain('− € 50 against the same day of 2025');
});

test('without a year before it says so and compares with nothing', () => {
  page({ total: { now: figures(1000_00), before: null } });
  expect(screen.getByText(/No plan of 2025 is in force here/)).toBeTruthy();
  expect(document.body.textContent).not.toContain('against the same day');
});

test('what waits leads to its list and says for how long', () => {
  page();
  const row = screen.getByRole('link', { name: 'Sign decisions' }).closest('tr') as HTMLElement;
  expect(within(row).getByRole('link').getAttribute('href')).toBe('/en/work/decisions');
  expect(spaced(row.textContent)).toContain('9 days');
  expect(within(row).getByText('Minister’s office')).toBeTruthy();
});

test.each([
  ['2026-11-24T22:59:00Z', 0],
  ['2026-11-23T23:00:00Z', 0],
  ['2026-11-23T22:59:00Z', 1],
  ['2026-12-01T12:00:00Z', 0],
])('what waits since %s has waited %i whole days in Brussels', (oldestAt, days) => {
  expect(daysWaiting(oldestAt, '2026-11-24')).toBe(days);
});

test('nothing that waits is said in words', () => {
  page({ waiting: [] });
  expect(screen.getAllByText('Nothing waits').length).toBeGreaterThan(0);
});

test('a ceiling that is past is told as what was, one to come as what is', () => {
  page();
  expect(spaced(document.body.textContent)).toContain('Went € 10 over the ceiling.');
  expect(spaced(document.body.textContent)).toContain('There is room for € 700 more.');
});

test('the forecast gives bounds, names its method, and gives no expectation where there is none', () => {
  page();
  const table = screen.getByRole('table', { name: 'To be expected on 31 December 2026' });
  const cells = within(table)
    .getAllByRole('row')
    .map((row) => spaced(row.textContent));
  expect(cells[1]).toBe('Committed€ 400€ 400€ 450€ 500');
  expect(cells[2]).toContain('€ 100€ 100');
  expect(cells[2]).not.toContain('450');
  expect(
    screen.getByText(/4 past calls together awarded 60 % of their envelopes; we reckon with 40 to 90 %/),
  ).toBeTruthy();
  expect(screen.getByText(/ceiling of 80 % of advances bounds/)).toBeTruthy();
});

test('each picture has its table and its file', () => {
  page();
  for (const name of ['By heading', 'By sector', 'By kind of line', 'By region', 'By language group']) {
    const figure = screen.getByRole('figure', { name });
    expect(figure.querySelector('table')).not.toBeNull();
    expect(
      within(figure)
        .getByRole('link', { name: /Download as CSV/ })
        .getAttribute('download'),
    ).toMatch(/\.csv$/);
  }
});

test('before a plan is in force the page says what it waits for', () => {
  page(null);
  expect(screen.getByRole('link', { name: /See how far the plans are/ }).getAttribute('href')).toBe('/en/work/plans');
});

test('no fault that a machine finds', async () => {
  const { container } = page({}, 'nl');
  expect((await axe(container)).violations).toEqual([]);
});
