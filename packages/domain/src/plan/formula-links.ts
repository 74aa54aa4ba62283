import type { LineFormula } from './plan-line.js';

/** Stands in a formula for a line that is no longer there. No line can have this code, so the formula says so itself. */
export const noLine = '0';

interface Named {
  readonly key: string;
  readonly code: string;
  readonly formula: LineFormula | null;
}

/** The formula with each code that it names put through `change`; the total is no line and stays. */
function renamed(formula: LineFormula | null, change: (name: string) => string): LineFormula | null {
  if (formula === null || formula.kind === 'balance') return formula;
  const of = formula.of === 'total' ? formula.of : change(formula.of);
  return { ...formula, of, less: formula.less.map(change) };
}

/**
 * While lines are moved about, a formula names them by their keys: it then means the same lines whatever their codes
 * become. A code that no line has stays as it is, so that it can be shown and mended.
 */
export function byKeys<Row extends Named>(rows: readonly Row[]): Row[] {
  const keys = new Map(rows.toReversed().map((row) => [row.code, row.key]));
  return rows.map((row) => withFormula(row, (code) => keys.get(code) ?? code));
}

/** The way back: formulas name codes again. A key without a line becomes `noLine`. */
export function byCodes<Row extends Named>(rows: readonly Row[]): Row[] {
  const codes = new Map(rows.map((row) => [row.key, row.code]));
  return rows.map((row) => withFormula(row, (name) => codes.get(name) ?? (/^[\d.]*$/.test(name) ? name : noLine)));
}

function withFormula<Row extends Named>(row: Row, change: (name: string) => string): Row {
  return row.formula === null ? row : { ...row, formula: renamed(row.formula, change) };
}
