import {
  type BankEntry,
  type Cents,
  cents,
  type LocalDate,
  parseEuros,
  parseIban,
  signedCents,
} from '@commonlot/domain';
import { CsvError, parse } from 'csv-parse/sync';
import { columnOf, placesOf, type StatementColumn } from './csv-columns.js';
import { type Faults, maximumEntries, unreadable } from './faults.js';
import type { ReadStatement } from './read-camt.js';
import { bankAccount, bankText, writtenDay } from './values.js';

const separators = [';', ',', '\t'] as const;

interface CsvRow {
  readonly line: number;
  readonly account: string;
  readonly statement: string;
  readonly balanceCents: Cents;
  readonly entry: Omit<BankEntry, 'position'>;
}

/**
 * Reads movements from CSV: one statement for each account and statement number. Every row has the balance after it, so
 * that the balances prove the file row by row; the newest row may come first.
 */
export function readCsvStatements(text: string, faults: Faults): ReadStatement[] {
  const [header, ...records] = parseRecords(text);
  if (header === undefined || records.length === 0) throw unreadable('no-entries');
  if (records.length > maximumEntries) throw unreadable('too-many-entries');
  const places = placesOf(header.cells);
  const rows = records.map(({ line, cells }) => {
    const cell = (column: StatementColumn) => cells[places.get(column) ?? -1]?.trim() ?? '';
    return rowOf(line, cell, (code) => faults.report(code, line));
  });
  // A chain of balances says nothing while an amount or a day of it cannot be read.
  faults.assertNone();
  const groups = Map.groupBy(rows, ({ account, statement }) => `${account} ${statement}`);
  const statements = [...groups.values()].map((group) => statementOf(group, faults));
  // Told by its row; the sum of the statement would tell it again.
  faults.assertNone();
  return statements;
}

interface CsvRecord {
  readonly line: number;
  readonly cells: string[];
}

function parseRecords(text: string): CsvRecord[] {
  try {
    const records = parse(text, {
      delimiter: separatorOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 20_000,
      info: true,
      to: maximumEntries + 2,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return records
      .map(({ record, info }) => ({ line: info.lines, cells: record }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw unreadable('csv-malformed', (error as CsvError & { lines?: number }).lines ?? null);
  }
}

function separatorOf(text: string): string {
  const line = /^[\r\n\s]*([^\r\n]*)/.exec(text.slice(0, 10_000))?.[1] ?? '';
  const known = (separator: string) =>
    line.split(separator).filter((name) => columnOf(name.replaceAll('"', '')) !== null).length;
  return separators.toSorted((a, b) => known(b) - known(a))[0] ?? ';';
}

function rowOf(line: number, cell: (column: StatementColumn) => string, report: (code: string) => void): CsvRow {
  const account = parseIban(cell('account'))?.iban ?? '';
  if (account === '') report('account-invalid');
  const currency = cell('currency').toUpperCase();
  if (currency !== '' && currency !== 'EUR') report('currency');
  const amount = parseEuros(cell('amount').replace(/^\+/, ''));
  if (amount === null || amount === 0) report('amount-invalid');
  const balance = parseEuros(cell('balance').replace(/^\+/, ''));
  if (balance === null) report('balance-invalid');
  const bookedOn = writtenDay(cell('booked'));
  if (bookedOn === null) report('day-invalid');
  const valueOn = cell('value') === '' ? null : writtenDay(cell('value'));
  if (valueOn === null && cell('value') !== '') report('value-day-invalid');
  return {
    line,
    account,
    statement: bankText(cell('statement'), 60),
    balanceCents: balance ?? cents(0),
    entry: {
      direction: (amount ?? 0) < 0 ? 'out' : 'in',
      amountCents: cents(Math.abs(amount ?? 0)),
      bookedOn: bookedOn ?? ('1900-01-01' as LocalDate),
      valueOn,
      bankReference: bankText(cell('bank_reference'), 100),
      endToEndId: bankText(cell('end_to_end'), 100),
      structured: bankText(cell('structured'), 100),
      communication: bankText(cell('communication'), 500),
      counterpartyName: bankText(cell('counterparty_name'), 200),
      counterpartyAccount: bankAccount(cell('counterparty_account')),
    },
  };
}

/** The statement of one group of rows; every row whose balance does not follow from the one before it is a fault. */
function statementOf(group: readonly CsvRow[], faults: Faults): ReadStatement {
  const rows = inOrder(group);
  const [first] = rows;
  const last = rows.at(-1);
  if (first === undefined || last === undefined) throw new Error('A group without rows.');
  for (const [index, { line, entry, balanceCents }] of rows.entries()) {
    const before = rows[index - 1];
    const gap = before === undefined ? 0 : balanceCents - before.balanceCents - signedCents(entry);
    if (gap !== 0) faults.report('balance-wrong', line, index + 1, gap);
  }
  const days = rows.map(({ entry }) => entry.bookedOn).toSorted();
  const fromOn = days[0] ?? first.entry.bookedOn;
  const toOn = days.at(-1) ?? fromOn;
  return {
    line: Math.min(...group.map(({ line }) => line)),
    account: first.account,
    // A file without numbers of statements is known by its period and what the account had at its ends.
    reference: first.statement || `CSV ${fromOn} ${toOn} ${last.balanceCents}`,
    fromOn,
    toOn,
    openingCents: cents(first.balanceCents - signedCents(first.entry)),
    closingCents: last.balanceCents,
    entries: rows.map(({ entry }, index) => ({ ...entry, position: index + 1 })),
  };
}

/** Oldest first. Banks print the newest on top or below; the order in which more balances follow is the right one. */
function inOrder(rows: readonly CsvRow[]): readonly CsvRow[] {
  const reversed = rows.toReversed();
  return brokenLinks(reversed) < brokenLinks(rows) ? reversed : rows;
}

const brokenLinks = (rows: readonly CsvRow[]): number =>
  rows.filter(({ entry, balanceCents }, index) => {
    const before = rows[index - 1];
    return before !== undefined && balanceCents - before.balanceCents !== signedCents(entry);
  }).length;
