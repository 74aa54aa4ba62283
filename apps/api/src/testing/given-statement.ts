import { payments } from '@commonlot/contracts';
import { givenPlannedPayment } from './given-planned-payment.js';
import type { TestApi, TestPerson } from './test-api.js';

/** A movement of a bank file of a test. */
export interface GivenEntry {
  readonly cents: number;
  readonly direction?: 'DBIT' | 'CRDT';
  readonly on?: string;
  readonly reference?: string;
  readonly endToEndId?: string;
  readonly structured?: string;
  readonly communication?: string;
  readonly name?: string;
  readonly iban?: string;
}

export interface GivenStatement {
  readonly id: string;
  readonly account?: string;
  readonly version?: '02' | '08';
  readonly openingCents?: number;
  /** What the statement says; what the entries make of the opening balance unless given. */
  readonly closingCents?: number;
  readonly from?: string;
  readonly to?: string;
  readonly entries: readonly GivenEntry[];
}

export const accountOfLottery = 'BE10000000000404';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const tag = (name: string, text: string | undefined) =>
  text === undefined ? '' : `<${name}>${escaped(text)}</${name}>`;
const euros = (amount: number) => (Math.abs(amount) / 100).toFixed(2);

/** A camt.053 file as a bank writes it, version 08 unless given. */
export function camt(...statements: readonly GivenStatement[]): string {
  const version = statements[0]?.version ?? '08';
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><BkToCstmrStmt>
<GrpHdr><MsgId>M</MsgId><CreDtTm>2026-01-16T06:00:00</CreDtTm></GrpHdr>
${statements.map(statementXml).join('\n')}
</BkToCstmrStmt></Document>`;
}

function statementXml(statement: GivenStatement): string {
  const { openingCents = 1_000_000_00, from = '2026-01-15', to = from, version = '08' } = statement;
  const moved = statement.entries.reduce(
    (sum, each) => sum + (each.direction === 'CRDT' ? each.cents : -each.cents),
    0,
  );
  const { closingCents = openingCents + moved } = statement;
  return `<Stmt>${tag('Id', statement.id)}
<FrToDt><FrDtTm>${from}T00:00:00</FrDtTm><ToDtTm>${to}T23:59:59</ToDtTm></FrToDt>
<Acct><Id><IBAN>${statement.account ?? accountOfLottery}</IBAN></Id><Ccy>EUR</Ccy></Acct>
${balanceXml('OPBD', openingCents, from)}
${balanceXml('CLBD', closingCents, to)}
${statement.entries.map((each) => entryXml(each, from, version)).join('\n')}
</Stmt>`;
}

const balanceXml = (kind: string, amount: number, on: string) =>
  `<Bal><Tp><CdOrPrtry><Cd>${kind}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${euros(amount)}</Amt>
<CdtDbtInd>${amount < 0 ? 'DBIT' : 'CRDT'}</CdtDbtInd><Dt><Dt>${on}</Dt></Dt></Bal>`;

function entryXml(entry: GivenEntry, day: string, version: '02' | '08'): string {
  const { direction = 'DBIT', on = day } = entry;
  const side = direction === 'DBIT' ? 'Cdtr' : 'Dbtr';
  const name = tag('Nm', entry.name);
  const party = entry.name === undefined ? '' : `<${side}>${version === '08' ? `<Pty>${name}</Pty>` : name}</${side}>`;
  const account = entry.iban === undefined ? '' : `<${side}Acct><Id><IBAN>${entry.iban}</IBAN></Id></${side}Acct>`;
  const strd =
    entry.structured === undefined ? '' : `<Strd><CdtrRefInf>${tag('Ref', entry.structured)}</CdtrRefInf></Strd>`;
  return `<Ntry><Amt Ccy="EUR">${euros(entry.cents)}</Amt><CdtDbtInd>${direction}</CdtDbtInd>
<Sts>${version === '08' ? '<Cd>BOOK</Cd>' : 'BOOK'}</Sts><BookgDt><Dt>${on}</Dt></BookgDt><ValDt><Dt>${on}</Dt></ValDt>
${tag('AcctSvcrRef', entry.reference)}<NtryDtls><TxDtls><Refs>${tag('EndToEndId', entry.endToEndId ?? 'NOTPROVIDED')}</Refs>
<RltdPties>${party}${account}</RltdPties><RmtInf>${tag('Ustrd', entry.communication)}${strd}</RmtInf></TxDtls></NtryDtls></Ntry>`;
}

export interface GivenStatementRecord {
  readonly statementId: string;
  readonly reference: string;
  /** A movement that belongs to no payment, and that nobody explained. */
  readonly entryId: string;
}

let statements = 0;

/** Imports a statement with two movements that belong to no payment, and more; the second is explained. */
export async function givenStatement(
  api: TestApi,
  controller: TestPerson,
  more: readonly GivenEntry[] = [],
): Promise<GivenStatementRecord> {
  statements += 1;
  const reference = `Afschrift ${statements}`;
  const entry = { cents: 5, name: 'Bank', iban: 'BE19000000001212', communication: 'Kosten van januari' };
  const entries = ['K-1', 'K-2'].map((bank) => ({ ...entry, reference: bank, endToEndId: bank, structured: 'RF18' }));
  const bytes = Buffer.from(camt({ id: reference, entries: [...entries, ...more] }));
  const query = { name: 'statement.xml' };
  const { statementIds } = await api.ok(payments.importBankStatements, { query }, { as: controller, bytes });
  const params = { statementId: statementIds[0] ?? '' };
  const [open, explained] = (await api.ok(payments.readBankStatement, { params }, { as: controller })).entries;
  if (open === undefined || explained === undefined) throw new Error('The statement has no entries.');
  const body = { kind: 'unknown-payment' as const, subjectId: explained.id, reason: 'Kosten van de bank.' };
  await api.ok(payments.explainBankDifference, { params, body }, { as: controller });
  return { statementId: params.statementId, reference, entryId: open.id };
}

/** A statement that pays a payment which waits for the bank, and has a movement that nobody knows. */
export async function givenPayingStatement(api: TestApi, officer: TestPerson, controller: TestPerson) {
  const { params, revision } = await givenPlannedPayment(api, officer, controller);
  const prepared = await api.ok(payments.preparePayment, { params, body: { revision } }, { as: officer });
  await api.ok(payments.approvePayment, { params, body: prepared }, { as: controller });
  const [paid] = await api.sql<{ number: string; iban: string; cents: string }>(
    `SELECT p.number, p.amount_cents AS cents, b.iban FROM payment p JOIN bank_account b ON b.id = p.bank_account_id
     WHERE p.id = $1`,
    [params.paymentId],
  );
  if (paid === undefined) throw new Error('No payment was approved.');
  const entries = [{ cents: Number(paid.cents), endToEndId: paid.number, iban: paid.iban }, { cents: 1 }];
  const query = { name: 'statement.xml' };
  const bytes = Buffer.from(camt({ id: `Betaalt ${paid.number}`, entries }));
  const { statementIds } = await api.ok(payments.importBankStatements, { query }, { as: controller, bytes });
  const statementId = statementIds[0] ?? '';
  const read = await api.ok(payments.readBankStatement, { params: { statementId } }, { as: controller });
  return { statementId, confirmable: read.confirmable, entryId: read.entries[1]?.id ?? '' };
}

/** A statement with a movement that nobody explained, and one to be confirmed. */
export async function givenBankRecords(api: TestApi, officer: TestPerson, controller: TestPerson) {
  const { statementId, entryId } = await givenStatement(api, await api.person(['controller'], 'Stella Statement'));
  const paying = await givenPayingStatement(api, officer, controller);
  return {
    params: { statementId },
    paramsOf: { 'payments.confirmBankStatement': { statementId: paying.statementId } },
    bodies: {
      'payments.confirmBankStatement': paying.confirmable,
      'payments.explainBankDifference': { kind: 'unknown-payment', subjectId: entryId },
    },
  };
}
