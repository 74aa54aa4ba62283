/** A row as the database gives it: every column as text or null. */
export type TextRow = Readonly<Record<string, string | null>>;

const number = /^-?\d+(?:\.\d+)?$/;
/** What a spreadsheet takes for a formula, and our own mark, so that it can be taken off again. */
const runs = /^[=+\-@\t\r']/;

/**
 * One line of CSV by RFC 4180, ended by CRLF. A text that a spreadsheet would run gets an apostrophe before it; numbers
 * stay numbers, also below zero.
 */
export function csvLine(cells: readonly (string | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: string | null): string {
  if (cell === null) return '';
  const text = runs.test(cell) && !number.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
