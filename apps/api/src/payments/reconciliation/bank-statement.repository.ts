import {
  type Cents,
  cents,
  classifyEntries,
  type EntryClass,
  type EntryToMatch,
  type LocalDate,
  type PaymentState,
  type PaymentToMatch,
  Problem,
  referenceOfPayment,
  referencesOf,
} from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { newId, type Tx } from '../../platform/index.js';
import type { ReadStatement } from './read/read-camt.js';

/** An entry of a statement with its class, as the acts on it need it. */
export interface ClassedEntry extends EntryToMatch {
  readonly entryClass: EntryClass;
  readonly bookedOn: LocalDate;
  readonly bankReference: string;
  readonly paymentState: PaymentState | null;
}

type EntryRecord = Omit<ClassedEntry, 'entryClass' | 'amountCents'> & { amount: string };

/** Writes what the bank said, and which payment each entry pays. */
@Injectable()
export class BankStatementRepository {
  /**
   * One import or reconciliation at a time: two of them would give one payment to two entries. Held until the
   * transaction ends; they are few and short.
   */
  async lock(tx: Tx): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('bank-statement'))`);
  }

  /** Throws `record.missing`. */
  async require(tx: Tx, statementId: string): Promise<void> {
    const found = await tx.query('SELECT 1 FROM bank_statement WHERE id = $1', [statementId]);
    if (found.length === 0) throw new Problem('record.missing');
  }

  /** Throws `bank-statement.duplicate` with the statement that is there, when the file or one of its statements is. */
  async requireNew(tx: Tx, fileHash: string, statements: readonly ReadStatement[]): Promise<void> {
    const [found] = await tx.query<{ id: string }>(
      `SELECT id FROM bank_statement WHERE file_hash = $1
         OR (account, reference) IN (SELECT * FROM unnest($2::text[], $3::text[])) LIMIT 1`,
      [fileHash, statements.map(({ account }) => account), statements.map(({ reference }) => reference)],
    );
    if (found !== undefined) throw new Problem('bank-statement.duplicate', { statementId: found.id });
  }

  /** Inserts a statement and its entries, each with the payment that its references name; returns its id. */
  async insert(tx: Tx, statement: ReadStatement, fileHash: string, filePosition: number): Promise<string> {
    const id = newId();
    await tx.query(
      `INSERT INTO bank_statement (id, account, reference, file_hash, file_position, from_on, to_on, opening_cents,
         closing_cents, imported_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        id,
        statement.account,
        statement.reference,
        fileHash,
        filePosition,
        statement.fromOn,
        statement.toOn,
        statement.openingCents,
        statement.closingCents,
        tx.actor.personId,
      ],
    );
    const paymentOf = await this.paymentsNamed(tx, statement);
    const rows = statement.entries.map((entry) => ({
      ...entry,
      id: newId(),
      paymentId: paymentOf(referencesOf(entry)),
    }));
    await tx.query(
      `INSERT INTO bank_entry (id, statement_id, position, direction, amount_cents, booked_on, value_on, bank_reference,
         end_to_end_id, structured, communication, counterparty_name, counterparty_account, payment_id)
       SELECT id, $1, position, direction, "amountCents", "bookedOn", "valueOn", "bankReference", "endToEndId", structured,
         communication, "counterpartyName", "counterpartyAccount", "paymentId"
       FROM json_to_recordset($2) AS e (id uuid, position int, direction text, "amountCents" bigint, "bookedOn" date,
         "valueOn" date, "bankReference" text, "endToEndId" text, structured text, communication text,
         "counterpartyName" text, "counterpartyAccount" text, "paymentId" uuid)`,
      [id, JSON.stringify(rows)],
    );
    return id;
  }

  /** Finds the payment of the first reference that is the number of one. */
  private async paymentsNamed(tx: Tx, { entries }: ReadStatement) {
    const references = [...new Set(entries.flatMap(referencesOf))];
    const rows = await tx.query<{ id: string; number: string }>(
      `SELECT id, number FROM payment WHERE regexp_replace(upper(number), '[^A-Z0-9]', '', 'g') = ANY ($1) ORDER BY id`,
      [references],
    );
    const ids = new Map(rows.map(({ id, number }) => [referenceOfPayment(number), id]));
    return (named: readonly string[]): string | null => {
      const reference = named.find((each) => ids.has(each));
      return reference === undefined ? null : (ids.get(reference) ?? null);
    };
  }

  /**
   * The entries of a statement with their classes of now, in order. What became exact is matched for good. The caller
   * holds `lock`.
   */
  async match(tx: Tx, statementId: string): Promise<ClassedEntry[]> {
    const entries = await this.entriesOf(tx, statementId);
    const payments = await this.paymentsOf(tx, statementId);
    const matched = new Set(payments.map(({ matchedEntryId }) => matchedEntryId));
    const classes = new Map(classifyEntries(entries, payments).map(({ entryId, entryClass }) => [entryId, entryClass]));
    const classed = entries.map((entry) => ({ ...entry, entryClass: classes.get(entry.id) ?? 'unknown-payment' }));
    const fresh = classed.filter(({ id, entryClass }) => entryClass === 'exact' && !matched.has(id));
    await tx.query('INSERT INTO bank_entry_match (entry_id, payment_id) SELECT * FROM unnest($1::uuid[], $2::uuid[])', [
      fresh.map(({ id }) => id),
      fresh.map(({ paymentId }) => paymentId),
    ]);
    return classed;
  }

  private async entriesOf(tx: Tx, statementId: string): Promise<Omit<ClassedEntry, 'entryClass'>[]> {
    const rows = await tx.query<EntryRecord>(
      `SELECT e.id, e.direction, e.amount_cents AS amount, e.counterparty_account AS "counterpartyAccount",
         e.payment_id AS "paymentId", e.booked_on::text AS "bookedOn", p.state AS "paymentState",
         coalesce(nullif(e.bank_reference, ''), left(s.reference, 90) || '/' || e.position) AS "bankReference"
       FROM bank_entry e JOIN bank_statement s ON s.id = e.statement_id LEFT JOIN payment p ON p.id = e.payment_id
       WHERE e.statement_id = $1 ORDER BY e.position`,
      [statementId],
    );
    return rows.map(({ amount, ...row }) => ({ ...row, amountCents: cents(Number(amount)) }));
  }

  private async paymentsOf(tx: Tx, statementId: string): Promise<PaymentToMatch[]> {
    const rows = await tx.query<Omit<PaymentToMatch, 'amountCents'> & { amount: string }>(
      `SELECT p.id, p.state, p.amount_cents AS amount, a.iban, m.entry_id AS "matchedEntryId"
       FROM payment p LEFT JOIN bank_account a ON a.id = p.bank_account_id
         LEFT JOIN bank_entry_match m ON m.payment_id = p.id
       WHERE p.id IN (SELECT payment_id FROM bank_entry WHERE statement_id = $1)`,
      [statementId],
    );
    return rows.map(({ amount, ...row }): PaymentToMatch => ({ ...row, amountCents: cents(Number(amount)) as Cents }));
  }
}
