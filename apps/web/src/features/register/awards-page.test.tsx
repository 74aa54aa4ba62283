import { cents } from '@commonlot/domain';
import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderPage } from '../../shared/testing/render-page';
import { readSearch } from './award-search';
import AwardsPage from './awards-page';
import { givenAward, givenCall } from './given-register';

function page(address: string, rows = [givenAward()], next: string | null = null) {
  const found = {
    rows,
    next,
    count: rows.length,
    sumCents: cents(rows.reduce((sum, { amountCents }) => sum + amountCents, 0)),
    facets: {
      years: [{ year: 2026, count: 12 }],
      regions: [{ region: 'flanders', count: 7 }],
      lines: [{ code: '3.2', label: { nl: 'Duurzaam', fr: 'Durable', en: 'Sustainable' }, count: 1204 }],
    },
  };
  const loaderData = { search: readSearch(new URLSearchParams(address)), found, calls: [givenCall({ awarded: 3 })] };
  return renderPage(<AwardsPage />, { path: `/en/awards?${address}`, loaderData });
}

test('the form shows what was asked for, and each choice how many awards it holds', () => {
  page('q=tuin&line=3.2&region=wallonia&from=1000');
  expect(screen.getByLabelText<HTMLInputElement>('Search').value).toBe('tuin');
  const line = screen.getByLabelText<HTMLSelectElement>('Line of the plan');
  expect(line.selectedOptions[0]?.textContent).toBe('3.2 Sustainable (1.204)');
  expect(screen.getByLabelText<HTMLSelectElement>('Region').selectedOptions[0]?.textContent).toBe('Wallonia (0)');
});

test('a choice that finds nothing any more stays chosen', () => {
  page('year=2019', []);
  expect(screen.getByLabelText<HTMLSelectElement>('Year of the plan').selectedOptions[0]?.textContent).toBe('2019 (0)');
});

test('a chip takes back its own filter and no other', () => {
  page('q=tuin&year=2026&order=highest&after=k');
  const chips = within(screen.getByRole('list', { name: 'Filters that are set' }));
  const hrefs = chips.getAllByRole('link').map((link) => link.getAttribute('href'));
  expect(hrefs).toEqual(['/en/awards?year=2026&order=highest', '/en/awards?q=tuin&order=highest', '/en/awards']);
});

test('count and sum are told when they change', () => {
  page('', [givenAward(), givenAward({ number: '2', amountCents: cents(5_000_50) })]);
  expect(screen.getByRole('status').textContent?.replaceAll('\u00a0', ' ')).toBe('2 awards, together € 20.000,50');
});

test('an amount that cannot be read is told at its field, and is no filter', () => {
  page('from=many');
  expect(screen.getByLabelText('From (€)').getAttribute('aria-invalid')).toBe('true');
  expect(screen.queryByRole('list', { name: 'Filters that are set' })).toBeNull();
});

test('nothing found says what to do next', () => {
  page('q=zzz', []);
  expect(screen.getByText('No award matches all of this')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Show all awards' }).getAttribute('href')).toBe('/en/awards');
});

test('the next page keeps the search', () => {
  page('q=tuin', [givenAward()], '2026-10-28~1');
  const href = screen.getByRole('link', { name: 'Next page' }).getAttribute('href');
  expect(href).toBe('/en/awards?q=tuin&after=2026-10-28%7E1');
});

test('no fault that a machine finds', async () => {
  const { container } = page('q=tuin&from=many');
  expect((await axe(container)).violations).toEqual([]);
});
