import { type CostTable, cents, type IncomeKind, type Language, parseEuros } from '@commonlot/domain';
import { euroText } from '@commonlot/ui';

export type CostList = 'costs' | 'incomes';

/** A row while somebody fills it in: the amount is what they typed. */
export interface GridRow {
  readonly key: number;
  /** Of incomes; costs have none. */
  readonly kind: IncomeKind | null;
  readonly label: string;
  readonly amount: string;
}

export interface CostGrid {
  readonly costs: readonly GridRow[];
  readonly incomes: readonly GridRow[];
}

/** The usual name of each kind of income, written into a row so that nobody has to. */
export type KindLabels = Readonly<Record<IncomeKind, string>>;

/** As many rows as an answer takes. */
export const mostRows: Readonly<Record<CostList, number>> = { costs: 60, incomes: 30 };
const mostCents = 100_000_000_000_000;
let lastKey = 0;

function newRow(kind: IncomeKind | null, label = '', amount = ''): GridRow {
  lastKey += 1;
  return { key: lastKey, kind, label, amount };
}

/** Null for what is no amount, is below zero or more than any plan holds. */
export function readAmount(text: string) {
  const amount = parseEuros(text);
  return amount !== null && amount >= 0 && amount <= mostCents ? amount : null;
}

/** The rows of an answer, with an empty one at the end to go on in. */
export function gridOf(table: CostTable | null, language: Language, labels: KindLabels): CostGrid {
  const written = (cents: number | null) => (cents === null ? '' : euroText(cents as never, language));
  const costs = (table?.costs ?? []).map((row) => newRow(null, row.label, written(row.amountCents)));
  const incomes = (table?.incomes ?? []).map((row) => newRow(row.kind, row.label, written(row.amountCents)));
  for (const kind of ['requested', 'own'] as const) {
    if (!incomes.some((row) => row.kind === kind)) incomes.push(newRow(kind, labels[kind]));
  }
  return withRoom({ costs, incomes }, labels);
}

/** The answer that the rows make; rows without a word or an amount of their own are not part of it. */
export function tableOf(grid: CostGrid, labels: KindLabels): CostTable | null {
  const filled = (row: GridRow) => !isEmpty(row, labels);
  const amountOf = (row: GridRow) => readAmount(row.amount);
  const costs = grid.costs.filter(filled).map((row) => ({ label: row.label, amountCents: amountOf(row) }));
  const incomes = grid.incomes
    .filter(filled)
    .map((row) => ({ label: row.label, amountCents: amountOf(row), kind: row.kind ?? 'own' }));
  return costs.length + incomes.length === 0 ? null : { costs, incomes };
}

function isEmpty(row: GridRow, labels: KindLabels): boolean {
  const label = row.label.trim();
  return row.amount.trim() === '' && (label === '' || (row.kind !== null && label === labels[row.kind]));
}

/** The same with one empty row at the end of each list, as long as it takes more. */
export function withRoom(grid: CostGrid, labels: KindLabels): CostGrid {
  const grown = (list: CostList, kind: IncomeKind | null) => {
    const rows = grid[list];
    const last = rows.at(-1);
    const hasRoom = last !== undefined && isEmpty(last, labels) && last.label.trim() === '';
    return hasRoom || rows.length >= mostRows[list] ? rows : [...rows, newRow(kind)];
  };
  return { costs: grown('costs', null), incomes: grown('incomes', 'other-subsidy') };
}

export function changeRow(grid: CostGrid, list: CostList, key: number, change: Partial<GridRow>): CostGrid {
  return { ...grid, [list]: grid[list].map((row) => (row.key === key ? { ...row, ...change } : row)) };
}

/** Another kind; a name that only said the old kind says the new one. */
export function changeKind(grid: CostGrid, key: number, kind: IncomeKind, labels: KindLabels): CostGrid {
  const row = grid.incomes.find((each) => each.key === key);
  const isUsual =
    row !== undefined && (row.label.trim() === '' || (row.kind !== null && row.label === labels[row.kind]));
  return changeRow(grid, 'incomes', key, isUsual ? { kind, label: labels[kind] } : { kind });
}

export function removeRow(grid: CostGrid, list: CostList, key: number): CostGrid {
  return { ...grid, [list]: grid[list].filter((row) => row.key !== key) };
}

/** Cells copied from a spreadsheet, laid over the rows from here on; null for a plain text without columns or lines. */
export function pasteCells(
  grid: CostGrid,
  list: CostList,
  at: { row: number; column: 'label' | 'amount' },
  text: string,
) {
  if (!/[\t\n]/.test(text.trimEnd())) return null;
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n');
  const rows = [...grid[list]];
  for (const [offset, line] of lines.entries()) {
    const index = at.row + offset;
    if (index >= mostRows[list]) break;
    const cells = line.split('\t').map((cell) => cell.trim());
    const row = rows[index] ?? newRow(list === 'costs' ? null : 'other-subsidy');
    const [first = '', ...others] = cells;
    const amount = at.column === 'amount' ? first : (others.find((cell) => readAmount(cell) !== null) ?? others[0]);
    rows[index] = {
      ...row,
      ...(at.column === 'label' ? { label: first.slice(0, 200) } : {}),
      ...(amount === undefined ? {} : { amount }),
    };
  }
  return { ...grid, [list]: rows };
}

/** The sum of a list while it is being filled in. */
export function sumOf(rows: readonly GridRow[]) {
  return rows.reduce((sum, row) => cents(sum + (readAmount(row.amount) ?? 0)), cents(0));
}
