import { type LocalDate, Problem, statementGap } from '@commonlot/domain';
import { Faults, unreadable } from './faults.js';
import { type ReadStatement, readCamt } from './read-camt.js';
import { readCsvStatements } from './read-csv.js';

/**
 * The statements of a file, whole and right, or `bank-statement.invalid` with every fault by its line and entry. The
 * name says which format it is; `today` is the day in Brussels, for a bank books nothing tomorrow.
 */
export function readStatements(name: string, bytes: Buffer, today: LocalDate): ReadStatement[] {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const faults = new Faults();
  const statements = statementsOf(extension, decode(bytes), faults);
  for (const statement of statements) checkStatement(statement, today, faults);
  const keys = statements.map(({ account, reference }) => `${account} ${reference}`);
  if (new Set(keys).size < keys.length) faults.report('statement-twice');
  faults.assertNone();
  return statements;
}

function statementsOf(extension: string, text: string, faults: Faults): ReadStatement[] {
  if (extension === 'xml') return readCamt(text, faults);
  if (extension === 'csv' || extension === 'tsv' || extension === 'txt') return readCsvStatements(text, faults);
  throw new Problem('file.type-refused');
}

function decode(bytes: Buffer): string {
  try {
    // The decoder takes the byte order mark away. A guess at another encoding would change names without a word.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw unreadable('not-utf-8');
  }
}

function checkStatement(statement: ReadStatement, today: LocalDate, faults: Faults): void {
  const gap = statementGap(statement);
  if (gap !== 0) faults.report('balance-wrong', statement.line, null, gap);
  for (const { position, bookedOn } of statement.entries) {
    if (bookedOn > today) faults.report('day-in-future', statement.line, position);
  }
}
