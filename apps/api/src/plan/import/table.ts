import { Problem } from '@commonlot/domain';

/** What makes a cell of a file unreadable as a value. */
export type CellFault = 'formula' | 'merged' | 'date' | 'cell-error';

export interface Cell {
  readonly text: string;
  /** Set when the file holds a number and not a text: 2.10 and 2.1 are then the same. */
  readonly number: number | null;
  readonly fault: CellFault | null;
  /** The day that a sheet holds as a date: only the columns of days read it. */
  readonly day?: string;
  /** The file says that this is text, whatever it begins with. */
  readonly isText?: true;
}

/** A file as rows of cells, whatever its format was. Rows that are blank are left out; numbers are those of the file. */
export interface Table {
  readonly header: readonly Cell[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly Cell[] }[];
}

export const maximumRows = 10_000;
export const maximumBytes = 5_242_880;

/** The file cannot be read as a table at all; `reason` is a code. */
export const unreadable = (reason: string, details: Record<string, unknown> = {}) =>
  new Problem('plan.import-invalid', { reason, ...details });

export const textCell = (text: string): Cell => ({ text, number: null, fault: null });

/** What a spreadsheet would run: a text with such a beginning is exported behind an apostrophe. */
const runs = /^'*[=+\-@]/;

/** A text as a table holds it, so that no spreadsheet takes it for a formula. `unguarded` gives it back as it was. */
export const guarded = (text: string) => (runs.test(text) ? `'${text}` : text);

/** The cell of a table that may have been written by `guarded`. */
export function unguarded(text: string): Cell {
  return text.startsWith("'") && runs.test(text) ? { ...textCell(text.slice(1)), isText: true } : textCell(text);
}

const isBlank = (cell: Cell) => cell.fault === null && cell.text.trim() === '';

/** Takes the first row that is not blank as the header; refuses more rows than a plan can have. */
export function tableOf(rows: readonly { readonly row: number; readonly cells: readonly Cell[] }[]): Table {
  const [header, ...filled] = rows.filter((row) => !row.cells.every(isBlank));
  if (header === undefined) throw unreadable('no-rows');
  if (filled.length > maximumRows) throw unreadable('too-many-rows', { maximumRows });
  return { header: header.cells, rows: filled };
}
