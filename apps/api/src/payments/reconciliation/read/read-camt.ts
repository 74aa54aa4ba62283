import { type BankEntry, type BankStatement, type Cents, cents, type LocalDate, parseIban } from '@commonlot/domain';
import { entriesOf } from './camt-entry.js';
import { Faults, maximumEntries, unreadable } from './faults.js';
import { bankText, isoCents, isoDay } from './values.js';
import { all, at, readXml, textAt, type XmlElement } from './xml-tree.js';

const namespaces = ['urn:iso:std:iso:20022:tech:xsd:camt.053.001.02', 'urn:iso:std:iso:20022:tech:xsd:camt.053.001.08'];
const mostStatements = 366;

/** A statement with the line of the file at which it begins. */
export interface ReadStatement extends BankStatement {
  readonly line: number;
}

/**
 * Reads the statements of a camt.053 file, versions 02 and 08. All of its faults are reported into `faults`; what could
 * not be read has a value that is never used, for no statement is taken when there is a fault.
 */
export function readCamt(text: string, faults: Faults): ReadStatement[] {
  const root = readXml(text);
  if (root.name !== 'Document' || !namespaces.includes(root.namespace)) throw unreadable('not-camt-053', root.line);
  const statements = all(at(root, 'BkToCstmrStmt'), 'Stmt');
  if (statements.length === 0) throw unreadable('no-statement', root.line);
  if (statements.length > mostStatements) throw unreadable('too-many-statements', root.line);
  if (statements.reduce((sum, statement) => sum + all(statement, 'Ntry').length, 0) > maximumEntries) {
    throw unreadable('too-many-entries', root.line);
  }
  return statements.map((statement) => statementOf(statement, faults));
}

function statementOf(statement: XmlElement, faults: Faults): ReadStatement {
  const { line } = statement;
  const account = parseIban(textAt(statement, 'Acct/Id/IBAN'))?.iban ?? '';
  if (account === '') faults.report('account-invalid', at(statement, 'Acct')?.line ?? line);
  const currency = textAt(statement, 'Acct/Ccy');
  if (currency !== '' && currency !== 'EUR') faults.report('currency', at(statement, 'Acct/Ccy')?.line ?? line);
  const reference = bankText(textAt(statement, 'Id'), 100);
  if (reference === '') faults.report('reference-missing', line);
  const entries = entriesOfAll(statement, faults);
  const opening = balanceOf(statement, ['OPBD', 'PRCD'], faults);
  const closing = balanceOf(statement, ['CLBD'], faults);
  return {
    line,
    account,
    reference,
    ...periodOf(statement, entries, [opening, closing]),
    openingCents: opening.amountCents,
    closingCents: closing.amountCents,
    entries,
  };
}

function entriesOfAll(statement: XmlElement, faults: Faults): BankEntry[] {
  const entries: BankEntry[] = [];
  const seen = new Set<string>();
  for (const [index, element] of all(statement, 'Ntry').entries()) {
    const parts = entriesOf(element, index + 1, faults);
    // One order may pay somebody twice; one entry of the bank does not stand in a statement twice.
    const key = JSON.stringify(parts);
    if (seen.has(key) && parts[0]?.bankReference !== '') faults.report('entry-twice', element.line, index + 1);
    seen.add(key);
    for (const part of parts) entries.push({ ...part, position: entries.length + 1 });
    if (entries.length > maximumEntries) throw unreadable('too-many-entries', element.line);
  }
  return entries;
}

interface Balance {
  readonly amountCents: Cents;
  readonly on: LocalDate | null;
}

/** The balance of the first of these kinds that the statement has; a debit balance is below zero. */
function balanceOf(statement: XmlElement, kinds: readonly string[], faults: Faults): Balance {
  const none = { amountCents: cents(0), on: null };
  const balances = all(statement, 'Bal');
  const found = kinds
    .map((kind) => balances.filter((balance) => textAt(balance, 'Tp/CdOrPrtry/Cd') === kind))
    .find((each) => each.length > 0);
  const balance = found?.[0];
  if (found === undefined || balance === undefined) {
    faults.report(kinds.includes('CLBD') ? 'closing-missing' : 'opening-missing', statement.line);
    return none;
  }
  if (found.length > 1) faults.report('balance-twice', found[1]?.line ?? null);
  if (at(balance, 'Amt')?.attributes.get('Ccy') !== 'EUR') faults.report('currency', balance.line);
  const amount = isoCents(textAt(balance, 'Amt'));
  const side = textAt(balance, 'CdtDbtInd');
  if (amount === null) faults.report('amount-invalid', balance.line);
  if (side !== 'CRDT' && side !== 'DBIT') faults.report('direction-invalid', balance.line);
  const on = isoDay(textAt(balance, 'Dt/Dt') || textAt(balance, 'Dt/DtTm'));
  if (on === null) faults.report('day-invalid', balance.line);
  return { amountCents: cents(side === 'DBIT' ? -(amount ?? 0) : (amount ?? 0)), on };
}

/** The days of the statement: those that it names, else those of its entries and its closing balance. */
function periodOf(statement: XmlElement, entries: readonly BankEntry[], [opening, closing]: readonly Balance[]) {
  const days = [...entries.map(({ bookedOn }) => bookedOn), ...(closing?.on ? [closing.on] : [])].toSorted();
  const named = (end: 'Fr' | 'To') =>
    isoDay(textAt(statement, `FrToDt/${end}DtTm`) || textAt(statement, `FrToDt/${end}Dt`));
  const fromOn = named('Fr') ?? days[0] ?? opening?.on ?? ('1900-01-01' as LocalDate);
  const toOn = named('To') ?? days.at(-1) ?? fromOn;
  return { fromOn, toOn: toOn < fromOn ? fromOn : toOn };
}
