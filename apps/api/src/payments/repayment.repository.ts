import {
  type Cents,
  cents,
  type LocalDate,
  Problem,
  type RepaymentFacts,
  type RepaymentKind,
  structuredCommunicationOf,
} from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { newId, type Tx } from '../platform/index.js';
import { type Award, AwardRepository } from './award.repository.js';

/** A row of `repayment`, as far as its moves need it. */
export interface RepaymentRow extends RepaymentFacts {
  readonly id: string;
  readonly number: string;
  readonly decisionId: string;
  readonly revision: number;
}

interface NewRepayment {
  readonly award: Award;
  readonly amountCents: Cents;
  readonly kind: RepaymentKind;
  readonly reason: string;
  readonly dueOn: LocalDate;
  readonly askedBy: string;
}

interface Receipt {
  readonly amountCents: Cents;
  readonly receivedOn: LocalDate;
  readonly bankReference: string;
}

type StoredRow = Omit<RepaymentRow, 'amountCents' | 'receivedCents'> & { amount: string; received: string };

const columns = `id, number, decision_id AS "decisionId", amount_cents AS amount, received_cents AS received, state,
  asked_by AS "askedById", revision`;

const rowOf = ({ amount, received, ...row }: StoredRow): RepaymentRow => ({
  ...row,
  amountCents: cents(Number(amount)),
  receivedCents: cents(Number(received)),
});

/** Loads, locks and saves repayments. The award is locked before its repayments, always. */
@Injectable()
export class RepaymentRepository {
  constructor(private readonly awards: AwardRepository) {}

  /** The repayment with its award, both locked. Throws `record.missing`, `record.stale` and what the award refuses. */
  async lock(tx: Tx, repaymentId: string, revision: number): Promise<{ award: Award; repayment: RepaymentRow }> {
    const [found] = await tx.query<{ decisionId: string }>(
      'SELECT decision_id AS "decisionId" FROM repayment WHERE id = $1',
      [repaymentId],
    );
    if (found === undefined) throw new Problem('record.missing');
    const award = await this.awards.lock(tx, found.decisionId);
    const [row] = await tx.query<StoredRow>(`SELECT ${columns} FROM repayment WHERE id = $1 FOR UPDATE`, [repaymentId]);
    if (row === undefined) throw new Problem('record.missing');
    if (row.revision !== revision) throw new Problem('record.stale', { revision: row.revision });
    return { award, repayment: rowOf(row) };
  }

  /** All that was ever asked back of an award whose row is locked. */
  async of(tx: Tx, decisionId: string): Promise<RepaymentRow[]> {
    const rows = await tx.query<StoredRow>(`SELECT ${columns} FROM repayment WHERE decision_id = $1 ORDER BY number`, [
      decisionId,
    ]);
    return rows.map(rowOf);
  }

  /** Adds a repayment with a structured communication that no other has. */
  async insert(
    tx: Tx,
    repayment: NewRepayment,
    serialOfAward: number,
  ): Promise<{ id: string; number: string; communication: string }> {
    const [next] = await tx.query<{ serial: string }>(`SELECT nextval('repayment_serial') AS serial`);
    const id = newId();
    const number = `${repayment.award.number}-R${serialOfAward}`;
    const communication = structuredCommunicationOf(Number(next?.serial));
    await tx.query(
      `INSERT INTO repayment (id, number, decision_id, amount_cents, kind, reason, due_on, communication, state, asked_by,
         asked_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'asked', $9, $10)`,
      [
        id,
        number,
        repayment.award.id,
        repayment.amountCents,
        repayment.kind,
        repayment.reason,
        repayment.dueOn,
        communication,
        repayment.askedBy,
        tx.now,
      ],
    );
    return { id, number, communication };
  }

  /** Adds what came in and returns the new revision. */
  async receive(
    tx: Tx,
    { id, revision }: RepaymentRow,
    { amountCents, receivedOn, bankReference }: Receipt,
    { state, receivedCents }: { readonly state: string; readonly receivedCents: Cents },
  ): Promise<number> {
    await tx.query(
      `INSERT INTO repayment_receipt (id, repayment_id, amount_cents, received_on, bank_reference, recorded_by, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [newId(), id, amountCents, receivedOn, bankReference, tx.actor.personId, tx.now],
    );
    await tx.query('UPDATE repayment SET state = $2, received_cents = $3, revision = $4 WHERE id = $1', [
      id,
      state,
      receivedCents,
      revision + 1,
    ]);
    return revision + 1;
  }

  /** Waives what is open and returns the new revision. */
  async waive(
    tx: Tx,
    { id, revision }: RepaymentRow,
    waiver: { readonly state: string; readonly waivedById: string; readonly reason: string },
  ): Promise<number> {
    await tx.query(
      'UPDATE repayment SET state = $2, waived_by = $3, waived_at = $4, waiver = $5, revision = $6 WHERE id = $1',
      [id, waiver.state, waiver.waivedById, tx.now, waiver.reason, revision + 1],
    );
    return revision + 1;
  }
}
