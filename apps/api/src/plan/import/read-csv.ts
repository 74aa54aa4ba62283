import { CsvError, parse } from 'csv-parse/sync';
import { columnOf } from './columns.js';
import { maximumRows, type Table, tableOf, unguarded, unreadable } from './table.js';

const separators = [';', ',', '\t'] as const;

/** Reads CSV: UTF-8 only, with or without byte order mark; the separator is the one that makes the header readable. */
export function readCsv(bytes: Buffer): Table {
  const text = decode(bytes);
  const records = parseRecords(text, separatorOf(text));
  return tableOf(records.map((record, index) => ({ row: index + 1, cells: record.map(unguarded) })));
}

function decode(bytes: Buffer): string {
  try {
    // The decoder takes the byte order mark away. A guess at another encoding would turn é into Ã© without a word.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw unreadable('not-utf-8');
  }
}

function separatorOf(text: string): string {
  const line = /^[\r\n\s]*([^\r\n]*)/.exec(text.slice(0, 10_000))?.[1] ?? '';
  const known = (separator: string) =>
    line.split(separator).filter((name) => columnOf(name.replaceAll('"', '')) !== null).length;
  return separators.toSorted((a, b) => known(b) - known(a))[0] ?? ';';
}

function parseRecords(text: string, delimiter: string): string[][] {
  try {
    // Blank rows stay in, so that the numbers of rows are those that people see. Beyond the limit nothing is read.
    return parse(text, { delimiter, relax_column_count: true, max_record_size: 100_000, to: 2 * maximumRows + 2 });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw unreadable('csv-malformed', { line: (error as CsvError & { lines?: number }).lines ?? null });
  }
}
