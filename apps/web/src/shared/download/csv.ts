import type { Cents } from '@commonlot/domain';

/** A text, a whole number, or nothing. Amounts go through `csvEuros`. */
export type CsvCell = string | number | null;

/** What a spreadsheet takes for a formula. */
const runs = /^[=+\-@\t\r]/;
const number = /^-?\d+(?:\.\d+)?$/;

/** An amount in euros with a point, as programs read it in every language; nothing for none. */
export function csvEuros(amount: Cents | null | undefined): CsvCell {
  return amount === null || amount === undefined ? null : (amount / 100).toFixed(2);
}

/**
 * A table as CSV (RFC 4180), with a mark before it by which spreadsheets know that it is UTF-8. A text that a spreadsheet
 * would run gets an apostrophe before it.
 */
export function csvText(head: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return `\ufeff${[head, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
}

function csvCell(cell: CsvCell): string {
  if (cell === null) return '';
  const text = String(cell);
  const safe = runs.test(text) && !number.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
