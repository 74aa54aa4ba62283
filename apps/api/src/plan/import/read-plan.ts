import {
  type Cents,
  cents,
  computeFormulas,
  type LineKind,
  largestSumCents,
  leafSum,
  type PlanLineColumn,
  type PlanLineFacts,
  parentCodeOf,
  parseFormula,
  planLineErrors,
} from '@commonlot/domain';
import { type ImportColumn, placesOf } from './columns.js';
import { type LineYears, linkErrorsOf, withYear } from './read-links.js';
import { dropsRow, type ImportError, type ImportedRow, readRow } from './read-row.js';
import type { Table } from './table.js';

/** What a reader can take in at once; whoever has more corrects these first. */
const shownErrors = 500;

const columnOfFact: Record<PlanLineColumn, ImportColumn> = {
  code: 'code',
  parentCode: 'code',
  kind: 'kind',
  amountCents: 'amount',
  isPm: 'pm',
  'labels.nl': 'label_nl',
  'labels.fr': 'label_fr',
  formula: 'formula',
};

export interface ReadPlan {
  readonly rows: readonly ImportedRow[];
  /** Rows that have to be corrected first, with what could be read of them. */
  readonly faultyRows: readonly ImportedRow[];
  readonly errors: readonly ImportError[];
  readonly sumCents: Cents;
}

/**
 * Reads a table as plan lines: the rows that are good, those to correct, and every error by row and column. A heading may print the sum of
 * the lines under it; it is checked and then left out. A row without kind that has lines under it is a heading. `years`
 * are those of the lines that there are among those that the table names; null when nobody looked.
 */
export function readPlan(table: Table, years: LineYears | null = null): ReadPlan {
  const places = placesOf(table.header);
  const read = table.rows.map(({ row, cells }) =>
    readRow(row, (column) => {
      const place = places.get(column);
      return place === undefined ? undefined : cells[place];
    }),
  );
  const errors = read.flatMap((each) => each.errors);
  const dropped = new Set(errors.filter(dropsRow).map((error) => error.row));
  for (const error of tooMuch(read.map((each) => each.value))) {
    errors.push(error);
    dropped.add(error.row);
  }
  const rows = withKinds(read.map((each) => withYear(each.value, years)));
  for (const error of linkErrorsOf(rows, years).filter(({ row }) => !dropped.has(row))) {
    errors.push(error);
  }
  for (const error of errors.filter(dropsRow)) dropped.add(error.row);
  for (const error of treeErrors(rows, dropped)) {
    errors.push(error);
    if (dropsRow(error)) dropped.add(error.row);
  }
  const kept = rows.filter((row) => !dropped.has(row.row)).map(withoutHeadingAmount);
  const faultyRows = rows.filter((row) => dropped.has(row.row));
  errors.sort((a, b) => a.row - b.row);
  return { rows: kept, faultyRows, errors: errors.slice(0, shownErrors), sumCents: leafSum(factsOf(kept)) };
}

/** The rows from which on the amounts together are more than a sum can be. */
function tooMuch(rows: readonly ImportedRow[]): ImportError[] {
  let sum = 0;
  return rows.flatMap(({ row, amountCents }) => {
    if (sum + (amountCents ?? 0) > largestSumCents) return [{ row, column: 'amount', code: 'amount-too-large' }];
    sum += amountCents ?? 0;
    return [];
  });
}

function withKinds(rows: readonly ImportedRow[]): ImportedRow[] {
  const codes = new Set(rows.map((row) => row.code));
  const parents = new Set(rows.map((row) => parentCodeOf(row.code, codes)));
  return rows.map((row) => (row.kind === null && parents.has(row.code) ? { ...row, kind: 'heading' } : row));
}

const withoutHeadingAmount = (row: ImportedRow): ImportedRow =>
  row.kind === 'heading' ? { ...row, amountCents: null } : row;

function factsOf(rows: readonly ImportedRow[]): PlanLineFacts[] {
  const codes = new Set(rows.map((row) => row.code));
  return rows.map((row) => ({
    code: row.code,
    parentCode: parentCodeOf(row.code, codes),
    // A line whose kind is not known yet is checked as the usual one.
    kind: row.kind ?? ('nominative' satisfies LineKind),
    amountCents: row.amountCents,
    isPm: row.isPm,
    labels: { nl: row.labelNl, fr: row.labelFr },
  }));
}

/** What the rows are wrong about together. The sum of a heading above a faulty row is not known, and not judged. */
function treeErrors(rows: readonly ImportedRow[], dropped: ReadonlySet<number>): ImportError[] {
  const facts = factsOf(rows).map((fact, index) =>
    dropped.has(rows[index]?.row ?? 0) ? { ...fact, amountCents: null, isPm: fact.kind !== 'heading' } : fact,
  );
  const uncertain = new Set<string>();
  for (const [index, fact] of facts.entries()) {
    if (!dropped.has(rows[index]?.row ?? 0)) continue;
    for (const parts = fact.code.split('.'); parts.length > 0; parts.pop()) uncertain.add(parts.join('.'));
  }
  const errors = planLineErrors(facts, cents(largestSumCents)).flatMap((error) => {
    const row = rows[error.row];
    if (row === undefined || dropped.has(row.row)) return [];
    if (error.code === 'heading-differs' && uncertain.has(row.code)) return [];
    // Its formula gives it one when the lines are saved.
    if (error.code === 'amount-missing' && row.formula !== '') return [];
    return [{ row: row.row, column: columnOfFact[error.column], code: error.code }];
  });
  const formulas = formulaErrors(rows, dropped);
  const withoutKind = rows.filter((row) => row.kind === null && !dropped.has(row.row));
  return [...errors, ...formulas, ...withoutKind.map(({ row }) => ({ row, column: 'kind', code: 'kind-missing' }))];
}

/** Formulas that name a code that is not there or need themselves. What they give depends on a total that comes later. */
function formulaErrors(rows: readonly ImportedRow[], dropped: ReadonlySet<number>): ImportError[] {
  const facts = factsOf(rows).map((fact, index) => ({ ...fact, formula: parseFormula(rows[index]?.formula ?? '') }));
  return computeFormulas(facts, cents(largestSumCents)).errors.flatMap(({ row: at, code }) => {
    const row = rows[at];
    if (row === undefined || dropped.has(row.row)) return [];
    return code === 'formula-unknown' || code === 'formula-cycle' ? [{ row: row.row, column: 'formula', code }] : [];
  });
}
