import type { AnswerOf, payments as contract, InputOf } from '@commonlot/contracts';
import {
  type Cents,
  cents,
  classifyEntries,
  type EntryClass,
  maskIban,
  type PaymentState,
  type PaymentToMatch,
  Problem,
  parseIban,
  sumsByClass,
} from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Database, keyParts, pageOf } from '../../platform/index.js';
import {
  type EntryRecord,
  entriesOfStatement,
  listStatements,
  missingOfStatement,
  type StatementRecord,
  statementById,
} from './bank-statement-reads.js';

type List = AnswerOf<typeof contract.listBankStatements>;
type Statement = AnswerOf<typeof contract.readBankStatement>;
type Entry = Statement['entries'][number];
type Missing = Statement['missing'][number];

/** Reads of bank statements. */
@Injectable()
export class BankStatementQueries {
  constructor(private readonly database: Database) {}

  /** A page of statements, the newest first. */
  async list({ after, limit = 50 }: InputOf<typeof contract.listBankStatements>['query']): Promise<List> {
    const [day, id] = after === undefined ? [null, null] : keyParts(after, keyShape);
    const rows = await this.database.rows<List['rows'][number] & { key: string }>(listStatements, [day, id, limit + 1]);
    return pageOf(rows, limit, ({ key }) => key);
  }

  /** Throws `record.missing`. */
  async read(actor: Actor, statementId: string): Promise<Statement> {
    const statement = await this.database.row<StatementRecord>(statementById, [statementId]);
    if (statement === null) throw new Problem('record.missing');
    const records = await this.database.rows<EntryRecord>(entriesOfStatement, [statementId, actor.personId]);
    const missing = await this.database.rows<Missing>(missingOfStatement, [statementId, actor.personId]);
    const classes = classesOf(records);
    const classed = records.map((record, index) => ({ ...record, entryClass: classes[index] ?? 'unknown-payment' }));
    const waiting = classed.filter((each) => waits(each) && each.mayConfirm);
    const mayAct = actor.permissions.has('payment:approve');
    return {
      ...statement,
      entries: classed.map((each) => entryAsSeenBy(actor, each)),
      sums: sumsByClass(classed).map((sum) => ({ ...sum })),
      missing: missing.map((each) => ({ ...each, iban: ibanAsSeenBy(actor, each.iban) })),
      confirmable: {
        count: waiting.length,
        sumCents: cents(waiting.reduce((sum, { amountCents }) => sum + amountCents, 0)),
      },
      may: { confirm: mayAct && waiting.length > 0, explain: mayAct },
    };
  }
}

type Classed = EntryRecord & { readonly entryClass: EntryClass };

function classesOf(records: readonly EntryRecord[]): EntryClass[] {
  const payments = new Map<string, PaymentToMatch>();
  for (const { payment, approvedIban, matchedEntryId } of records) {
    if (payment === null) continue;
    const { id, state, amountCents } = payment;
    payments.set(id, {
      id,
      state: state as PaymentState,
      amountCents: amountCents as Cents,
      iban: approvedIban,
      matchedEntryId,
    });
  }
  const entries = records.map((record) => ({ ...record, paymentId: record.payment?.id ?? null }));
  return classifyEntries(entries, [...payments.values()]).map(({ entryClass }) => entryClass);
}

const waits = ({ entryClass, payment }: Classed): boolean => entryClass === 'exact' && payment?.state === 'approved';

/** Its texts and its payment stay hidden from whoever has a conflict of interest on the file. */
function entryAsSeenBy(actor: Actor, record: Classed): Entry {
  const { isHidden, payment } = record;
  const shown = { ...record, waits: waits(record) && record.mayConfirm };
  if (isHidden) {
    const none = { bankReference: '', communication: '', counterpartyName: '', counterpartyAccount: '' };
    return { ...shown, ...none, payment: null, explanation: null };
  }
  return {
    ...shown,
    counterpartyAccount: ibanAsSeenBy(actor, record.counterpartyAccount) ?? '',
    payment: payment === null ? null : { ...payment, iban: ibanAsSeenBy(actor, record.approvedIban) },
  };
}

/** Whole for whoever prepares or approves payments; its two ends for the others, as in the list of payments. */
function ibanAsSeenBy(actor: Actor, account: string | null): string | null {
  const handles = actor.permissions.has('payment:prepare') || actor.permissions.has('payment:approve');
  if (account === null || handles) return account;
  return parseIban(account) === null ? '•'.repeat(account.length) : maskIban(account);
}

const keyShape = /^(\d{4}-\d{2}-\d{2})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/u;
