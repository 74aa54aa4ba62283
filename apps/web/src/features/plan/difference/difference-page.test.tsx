import type { plan, ResponseOf } from '@commonlot/contracts';
import { cents } from '@commonlot/domain';
import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderPage } from '../../../shared/testing/render-page';
import DifferencePage from './difference-page';

type Difference = ResponseOf<typeof plan.comparePlanVersions>;
type Line = Difference['moves'][number]['before'][number];

const id = (last: number) => `0190a0a0-0000-7000-8000-00000000000${last}`;
const version = (number: number, change: Partial<Difference['before']> = {}): Difference['before'] => ({
  id: id(number),
  year: 2026,
  number,
  stage: 'provisional',
  state: 'superseded',
  totalCents: cents(500_00),
  decreeReference: 'Royal Decree 2026000001',
  decreeOn: '2026-01-05' as Difference['before']['decreeOn'],
  accountsReference: null,
  ...change,
});
const line = (code: string, euros: number | null, change: Partial<Line> = {}): Line => ({
  code,
  kind: 'nominative',
  label: { nl: `Lijn ${code}`, fr: `Ligne ${code}`, en: `Line ${code}` },
  amountCents: euros === null ? null : cents(euros * 100),
  subtotalCents: cents((euros ?? 0) * 100),
  isPm: euros === null,
  ...change,
});
const heading = (code: string, euros: number) => line(code, euros, { kind: 'heading', amountCents: null, isPm: false });

const difference: Difference = {
  before: version(1),
  after: version(2, {
    stage: 'definitive',
    state: 'draft',
    totalCents: cents(620_00),
    decreeReference: null,
    decreeOn: null,
  }),
  differenceCents: cents(120_00),
  moves: [
    {
      kind: 'same',
      before: [heading('1', 400)],
      after: [heading('1', 520)],
      differences: [],
      differenceCents: cents(0),
    },
    {
      kind: 'changed',
      before: [line('1.1', 100, { label: { nl: 'Oud', fr: 'Ancien', en: 'Old name' } })],
      after: [line('1.2', 150)],
      differences: ['code', 'label', 'amount', 'legalGround'],
      differenceCents: cents(50_00),
    },
    { kind: 'same', before: [line('1.3', 200)], after: [line('1.3', 200)], differences: [], differenceCents: cents(0) },
    {
      kind: 'merged',
      before: [line('1.4', 100), line('2', null)],
      after: [line('1.4', 170)],
      differences: ['amount'],
      differenceCents: cents(70_00),
    },
  ],
};
const versions = [
  { ...difference.after, unassignedCents: cents(0), revision: 0 },
  { ...difference.before, unassignedCents: cents(0), revision: 0 },
];
const loaderData = { difference, versions, versionId: id(2), otherId: id(1), isAll: false };
const show = (change: object = {}) => renderPage(<DifferencePage />, { loaderData: { ...loaderData, ...change } });
const text = (element: Element) => element.textContent?.replaceAll('\u00a0', ' ');
const cellsOf = (name: RegExp) => {
  const table = screen.getByRole('table', { name: /lines/i });
  return within(within(table).getByRole('row', { name })).getAllByRole('cell').map(text);
};

test('one sentence says what became of the total and how many lines moved', () => {
  show();
  const words = 'The total goes from € 500 to € 620, € 120 more: 1 line changed, 1 group of lines was merged.';
  expect(screen.getByText((_, element) => element?.tagName === 'P' && text(element) === words)).toBeTruthy();
});

test('a changed line shows its old and new code and name, both amounts and the difference with its sign', () => {
  show();
  expect(cellsOf(/1\.1.*1\.2.*Line 1\.2.*was:.*Old name.*Also changed: legal ground/)).toEqual([
    '€ 100',
    '€ 150',
    '+ € 50',
  ]);
});

test('merged lines stand as one group with its sums, each line under it', () => {
  show();
  expect(cellsOf(/Merged: 2 lines into one/)).toEqual(['€ 100', '€ 170', '+ € 70']);
  expect(cellsOf(/2 ?Line 2.*before/)).toEqual(['PM', '–none', '']);
});

test('a line that stayed the same shows only among all lines, a heading also where its sum changed', () => {
  show();
  expect(screen.queryByRole('rowheader', { name: /Line 1\.3/ })).toBeNull();
  expect(cellsOf(/^1 ?Line 1 /)).toEqual(['€ 400', '€ 520', '+ € 120']);
});

test('all lines are shown when they are asked for', () => {
  show({ isAll: true });
  expect(cellsOf(/Line 1\.3/)).toEqual(['€ 200', '€ 200', '€ 0']);
  expect(screen.getByRole('link', { name: /All lines/ }).getAttribute('aria-current')).toBe('page');
});

test('the picture names the largest changes, largest first, each with its amount', () => {
  show();
  const items = within(screen.getByRole('figure')).getAllByRole('listitem');
  expect(items.map(text)).toEqual(['1.4Line 1.4+ € 70', '1.2Line 1.2+ € 50']);
});

test('each version is named with the act that made it, and a draft with none', () => {
  show();
  const acts = screen.getByRole('table', { name: 'By which act' });
  expect(within(acts).getByText('Royal Decree 2026000001')).toBeTruthy();
  expect(within(acts).getByText('no Royal Decree yet')).toBeTruthy();
});

test('a machine finds no fault in the page', async () => {
  const { container } = show({ isAll: true });
  expect((await axe(container)).violations).toEqual([]);
});

test('versions that say the same have no empty table', () => {
  const same = difference.moves.filter(({ kind, before }) => kind === 'same' && before[0]?.kind !== 'heading');
  show({ difference: { ...difference, differenceCents: cents(0), moves: same } });
  expect(screen.getByText('No line changed')).toBeTruthy();
  expect(screen.queryByRole('figure')).toBeNull();
});
