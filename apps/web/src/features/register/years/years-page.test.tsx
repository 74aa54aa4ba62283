import { cents, planYears } from '@commonlot/domain';
import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderPage } from '../../../shared/testing/render-page';
import { finalTotal, knownSpan, yearRows } from './year-rows';
import YearsPage from './years-page';

const published = {
  year: 2026,
  number: 2,
  stage: 'provisional' as const,
  totalCents: cents(185_300_000_00),
  decreeReference: 'KB 1',
};
const years = planYears([published, { ...published, number: 1, year: 2021 }], 2026).map(({ year, totals }) => ({
  year,
  totals: [...totals],
}));
const page = (language: 'nl' | 'fr' | 'en' = 'en') =>
  renderPage(<YearsPage />, { language, path: `/${language}/years`, loaderData: { years } });

test('the newest year stands first, each figure in a row of its own, and a year without one too', () => {
  const rows = yearRows(years);
  expect(rows[0]).toMatchObject({ year: 2026, total: { number: 2 } });
  expect(rows.filter(({ year }) => year === 2025)).toEqual([
    { year: 2025, total: null, differenceCents: null, isFirst: true },
  ]);
  expect(rows.filter(({ year }) => year === 2022).map(({ differenceCents }) => differenceCents)).toEqual([
    null,
    10_000_000_00,
  ]);
});

test('the figure that counts is the definitive one, else the provisional, else what was reported', () => {
  const of = (year: number) => finalTotal(years.find((each) => each.year === year) ?? { year, totals: [] })?.stage;
  expect([2022, 2021, 2016, 2015].map(of)).toEqual(['definitive', 'provisional', 'reported', undefined]);
  expect(knownSpan([])).toBeNull();
});

test('the page names the first and the last figure, links plans that can be read, and shows gaps as gaps', async () => {
  const { container } = page();
  expect(screen.getByRole('figure', { name: /From €.225\.000\.000 in 2006 to €.185\.300\.000 in 2026/ })).toBeTruthy();
  const table = screen.getByRole('table');
  expect(within(table).getAllByText('no figure found')).toHaveLength(4);
  const link = within(table).getByRole('link', { name: 'Plan of 2026' });
  expect(link.getAttribute('href')).toBe('/en/distribution-plan/2026?version=2');
  // Only of the later one there is something to compare with.
  expect(within(table).getAllByRole('link', { name: 'what changed' })).toHaveLength(1);
  expect((await axe(container)).violations).toEqual([]);
});

test('the file has every year, also those without a figure', () => {
  page('fr');
  const link = screen.getByRole('link', { name: 'Télécharger en CSV (plans.csv)' });
  const text = decodeURIComponent(link.getAttribute('href')?.split(',').slice(1).join(',') ?? '');
  expect(text).toContain('\r\n2007,,,\r\n');
  expect(text).toContain('2026,provisoire,185300000.00,KB 1');
});
