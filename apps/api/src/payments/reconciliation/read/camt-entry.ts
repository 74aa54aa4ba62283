import { type BankEntry, type Cents, cents, type LocalDate, sumCents } from '@commonlot/domain';
import { type Faults, maximumEntries } from './faults.js';
import { bankAccount, bankText, isoCents, isoDay } from './values.js';
import { all, at, textAt, type XmlElement } from './xml-tree.js';

type Unplaced = Omit<BankEntry, 'position'>;

/**
 * The movements of an `Ntry`: itself, or each of its transactions when the bank booked several as one; those must add up
 * to it. `entry` is its number in the statement, from 1.
 */
export function entriesOf(element: XmlElement, entry: number, faults: Faults): Unplaced[] {
  const report = (code: string, line = element.line) => faults.report(code, line, entry);
  const status = textAt(element, 'Sts/Cd') || textAt(element, 'Sts');
  if (status !== 'BOOK') report('not-booked', at(element, 'Sts')?.line);
  const direction = directionOf(textAt(element, 'CdtDbtInd'));
  if (direction === null) report('direction-invalid');
  const amountCents = amountOf(at(element, 'Amt'), report);
  const bookedOn = dayOf(element, 'BookgDt');
  if (bookedOn === null) report('day-invalid', at(element, 'BookgDt')?.line);
  const base = {
    direction: direction ?? 'out',
    amountCents,
    bookedOn: bookedOn ?? ('1900-01-01' as LocalDate),
    valueOn: dayOf(element, 'ValDt'),
    bankReference: bankText(textAt(element, 'AcctSvcrRef'), 100),
  } as const;
  const transactions = all(element, 'NtryDtls').flatMap((details) => all(details, 'TxDtls'));
  if (transactions.length <= 1) return [{ ...base, ...detailsOf(transactions[0], base.direction) }];
  if (transactions.length > maximumEntries) return [{ ...base, ...detailsOf(undefined, base.direction) }];
  return partsOf(transactions, base, faults, entry);
}

type Base = Pick<Unplaced, 'direction' | 'amountCents' | 'bookedOn' | 'valueOn' | 'bankReference'>;

function partsOf(transactions: readonly XmlElement[], base: Base, faults: Faults, entry: number): Unplaced[] {
  const parts = transactions.map((transaction) => {
    const report = (code: string, line = transaction.line) => faults.report(code, line, entry);
    const side = textAt(transaction, 'CdtDbtInd');
    if (side !== '' && directionOf(side) !== base.direction) report('direction-invalid');
    const amount = at(transaction, 'Amt') ?? at(transaction, 'AmtDtls/TxAmt/Amt');
    const amountCents = amountOf(amount, report);
    const bankReference = bankText(textAt(transaction, 'Refs/AcctSvcrRef'), 100) || base.bankReference;
    return { ...base, amountCents, bankReference, ...detailsOf(transaction, base.direction) };
  });
  const difference = base.amountCents - sumCents(parts.map(({ amountCents }) => amountCents));
  if (difference !== 0) faults.report('parts-differ', transactions[0]?.line ?? null, entry, difference);
  return parts;
}

const directionOf = (text: string) => (text === 'DBIT' ? 'out' : text === 'CRDT' ? 'in' : null);

const dayOf = (element: XmlElement, name: string) =>
  isoDay(textAt(element, `${name}/Dt`) || textAt(element, `${name}/DtTm`));

function amountOf(amount: XmlElement | undefined, report: (code: string, line?: number) => void): Cents {
  if (amount !== undefined && amount.attributes.get('Ccy') !== 'EUR') report('currency', amount.line);
  const value = isoCents(amount?.text.trim() ?? '');
  if (value === null || value === 0) report('amount-invalid', amount?.line);
  return value ?? cents(0);
}

/** Who is on the other side, and what the order said. Version 08 puts a party one level deeper. */
function detailsOf(transaction: XmlElement | undefined, direction: 'out' | 'in') {
  const side = direction === 'out' ? 'Cdtr' : 'Dbtr';
  const name = (path: string) =>
    textAt(transaction, `RltdPties/${path}/Pty/Nm`) || textAt(transaction, `RltdPties/${path}/Nm`);
  const account = (path: string) =>
    textAt(transaction, `RltdPties/${path}Acct/Id/IBAN`) || textAt(transaction, `RltdPties/${path}Acct/Id/Othr/Id`);
  const endToEndId = textAt(transaction, 'Refs/EndToEndId');
  const remittance = at(transaction, 'RmtInf');
  const free = all(remittance, 'Ustrd').map(({ text }) => text.trim());
  return {
    endToEndId: endToEndId === 'NOTPROVIDED' ? '' : bankText(endToEndId, 100),
    structured: bankText(textAt(remittance, 'Strd/CdtrRefInf/Ref'), 100),
    communication: bankText(free.join(' '), 500),
    counterpartyName: bankText(name(side), 200),
    counterpartyAccount: bankAccount(account(side)),
  };
}
