import { workspace } from '@commonlot/contracts';
import { permissionsOf } from '@commonlot/domain';
import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderPage } from '../../../shared/testing/render-page';
import BeneficiaryPage from './beneficiary-page';

const id = '0190a0a0-0000-7000-8000-000000000001';
const lineId = '0190a0a0-0000-7000-8000-000000000002';
const figures = { awardedCents: 100_00, reducedCents: 10_00, paidCents: 60_00, returnedCents: 5_00, openCents: 30_00 };
const statement = (rows: readonly unknown[]) =>
  workspace.readBeneficiaryStatement.response.parse({
    organisation: { id, enterpriseNumber: '0903000021', name: 'Koor Bij Elkaar vzw' },
    on: '2026-11-24',
    rows,
    total: rows.length === 0 ? Object.fromEntries(Object.keys(figures).map((name) => [name, 0])) : figures,
  });
const row = {
  year: 2026,
  lineId,
  code: '1.2',
  label: { nl: 'Koren', fr: 'Chorales', en: 'Choirs' },
  awards: 1,
  ...figures,
};
const entries = workspace.listBeneficiaryEntries.response.parse({
  rows: [
    {
      ...{ id, sequence: '7', at: '2026-04-15T09:30:00Z', cause: 'pay', amountCents: 60_00, year: 2026, lineId },
      ...{ code: '1.2', decisionId: id, decisionNumber: '2026-D0001', title: 'Une fête', titleLanguage: 'fr' },
      actor: null,
    },
  ],
  next: '7',
});

const page = (rows: readonly unknown[] = [row], chosen: string | null = null) =>
  renderPage(<BeneficiaryPage />, {
    path: `/en/work/organisations/${id}/statement`,
    loaderData: { statement: statement(rows), entries, lineId: chosen, isFirst: true },
    person: { roles: ['auditor'], permissions: [...permissionsOf(['auditor'])] },
  });
const here = `/en/work/organisations/${id}/statement`;

test('each line leads to its entries at the same day, and each entry to its file and its line', () => {
  page();
  const lines = screen.getByRole('table', { name: 'By year and line' });
  expect(within(lines).getByRole('link', { name: '1.2 Choirs' }).getAttribute('href')).toBe(
    `${here}?on=2026-11-24&line=${lineId}#entries`,
  );
  const list = screen.getByRole('table', { name: 'Entries' });
  expect(within(list).getByRole('link', { name: '2026-D0001' }).getAttribute('href')).toBe(
    `/en/work/history/decision/${id}`,
  );
  expect(within(list).getByRole('link', { name: '1.2 of 2026' }).getAttribute('href')).toBe(`/en/work/lines/${lineId}`);
  expect(within(list).getByText('Une fête').getAttribute('lang')).toBe('fr');
});

test('the entries of one line say which, and lead back to all; older ones stay on the line and the day', () => {
  page([row], lineId);
  expect(screen.getByRole('heading', { name: 'Entries on line 1.2 of 2026' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Entries of all lines' }).getAttribute('href')).toBe(
    `${here}?on=2026-11-24#entries`,
  );
  const older = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
  expect(older).toContain(`${here}?on=2026-11-24&line=${lineId}&after=7`);
});

test('the file is what the table shows', () => {
  page();
  const link = screen.getByRole('link', { name: 'Download as CSV (0903000021-2026-11-24.csv)' });
  expect(decodeURIComponent(link.getAttribute('href') ?? '')).toContain(
    '2026,1.2,Choirs,100.00,10.00,60.00,5.00,30.00',
  );
});

test('an organisation that got nothing says so and offers another day', () => {
  page([]);
  expect(screen.getByText('Until that day it received nothing')).toBeTruthy();
  expect(screen.getByLabelText('Position at the end of')).toBeTruthy();
});

test('no fault that a machine finds', async () => {
  const { container } = page();
  expect((await axe(container)).violations).toEqual([]);
});
