import { type CostTable, cents, costTotals } from '@commonlot/domain';
import { changeKind, changeRow, gridOf, pasteCells, removeRow, sumOf, tableOf, withRoom } from './cost-rows';

const labels = { own: 'Own', 'other-subsidy': 'Other', requested: 'Lottery' };
const table: CostTable = {
  costs: [{ label: 'Bus', amountCents: cents(1250_50) }],
  incomes: [{ label: 'Lottery', amountCents: cents(1000_00), kind: 'requested' }],
};

it('gives back the answer that it was made from', () => {
  expect(tableOf(gridOf(table, 'nl', labels), labels)).toEqual(table);
});

it('begins with room for a cost, and with the two sources that every budget has', () => {
  const grid = gridOf(null, 'nl', labels);
  expect(grid.costs).toHaveLength(1);
  expect(grid.incomes.map((row) => [row.kind, row.label])).toEqual([
    ['requested', 'Lottery'],
    ['own', 'Own'],
    ['other-subsidy', ''],
  ]);
  expect(tableOf(grid, labels)).toBeNull();
});

it('grows by an empty row as soon as the last one is used, up to the limit', () => {
  const grid = gridOf(null, 'nl', labels);
  const used = changeRow(grid, 'costs', grid.costs[0]?.key ?? 0, { label: 'Bus' });
  expect(withRoom(used, labels).costs).toHaveLength(2);
  const full = {
    ...grid,
    costs: Array.from({ length: 60 }, (_, key) => ({ key, kind: null, label: 'x', amount: '1' })),
  };
  expect(withRoom(full, labels).costs).toHaveLength(60);
});

it('keeps an amount that cannot be read on the page and out of the answer', () => {
  const grid = gridOf(table, 'nl', labels);
  const wrong = changeRow(grid, 'costs', grid.costs[0]?.key ?? 0, { amount: 'about 12' });
  expect(tableOf(wrong, labels)?.costs).toEqual([{ label: 'Bus', amountCents: null }]);
  expect(wrong.costs[0]?.amount).toBe('about 12');
});

it('refuses amounts below zero', () => {
  const grid = gridOf(table, 'nl', labels);
  const below = changeRow(grid, 'costs', grid.costs[0]?.key ?? 0, { amount: '-5' });
  expect(tableOf(below, labels)?.costs[0]?.amountCents).toBeNull();
});

it('adds up what is typed in any Belgian way', () => {
  const row = (amount: string) => ({ key: 0, kind: null, label: '', amount });
  expect(sumOf([row('1.250,50'), row('1 000'), row('0.50'), row('nothing')])).toBe(2251_00);
});

it('takes cells from a spreadsheet, with names and amounts, from the row on where they are pasted', () => {
  const grid = gridOf(table, 'nl', labels);
  const pasted = pasteCells(grid, 'costs', { row: 1, column: 'label' }, 'Hall\t1.000,00\nPrint\tA4\t200\n');
  expect(pasted && tableOf(pasted, labels)?.costs).toEqual([
    { label: 'Bus', amountCents: 1250_50 },
    { label: 'Hall', amountCents: 1000_00 },
    { label: 'Print', amountCents: 200_00 },
  ]);
  expect(pasteCells(grid, 'costs', { row: 0, column: 'label' }, 'just words')).toBeNull();
});

it('pastes a column of amounts beside the names that stand there', () => {
  const grid = gridOf(table, 'nl', labels);
  const pasted = pasteCells(grid, 'costs', { row: 0, column: 'amount' }, '10\n20');
  expect(pasted?.costs.map((row) => [row.label, row.amount])).toEqual([
    ['Bus', '10'],
    ['', '20'],
  ]);
});

it('renames a row with its kind only while the name says no more than the kind', () => {
  const grid = gridOf(null, 'nl', labels);
  const own = grid.incomes[1];
  const changed = changeKind(grid, own?.key ?? 0, 'other-subsidy', labels);
  expect(changed.incomes[1]).toMatchObject({ kind: 'other-subsidy', label: 'Other' });
  const named = changeRow(grid, 'incomes', own?.key ?? 0, { label: 'Tombola' });
  expect(changeKind(named, own?.key ?? 0, 'other-subsidy', labels).incomes[1]?.label).toBe('Tombola');
});

it('takes a removed row out of the sums', () => {
  const grid = gridOf(table, 'nl', labels);
  const without = removeRow(grid, 'costs', grid.costs[0]?.key ?? 0);
  expect(costTotals(tableOf(without, labels) ?? { costs: [], incomes: [] }).costsCents).toBe(0);
});
