import { type AdvanceFacts, type Cents, cents, Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import type { QueryDeepPartialEntity } from 'typeorm';
import { requireNoConflict } from '../applications/index.js';
import { Ledger } from '../ledger/index.js';
import { Organisations } from '../organisations/index.js';
import type { Tx } from '../platform/index.js';
import { type AdvanceRecord, advanceFactsOf, advances } from './advances.js';
import { PaymentRow } from './payment.entity.js';

/** What a payment has to know of the decision it pays for. */
export interface PaidDecision {
  readonly number: string;
  readonly lineId: string;
  readonly organisationId: string;
  readonly applicationId: string | null;
  readonly title: string;
  readonly isReleased: boolean;
  /** What the act still promises, less its reductions: zero when it lapsed. */
  readonly committedCents: Cents;
  readonly paidCents: Cents;
}

/** SQL: what was taken from decision `d` since it was signed. */
export const reducedCents = `coalesce((SELECT sum(r.amount_cents) FROM award_reduction r
  WHERE r.decision_id = d.id AND r.state = 'confirmed'), 0)`;

type DecisionRecord = Omit<PaidDecision, 'committedCents' | 'paidCents'> & { committed: string; paid: string };

/** Loads, locks and saves payments. */
@Injectable()
export class PaymentRepository {
  constructor(
    private readonly organisations: Organisations,
    private readonly ledger: Ledger,
  ) {}

  /**
   * The payment, locked; throws `record.missing`, also to whoever has a conflict of interest on the application that it
   * pays, `membership.conflicted` to whoever acts for the payee, or `record.stale` when somebody saved it since `revision`.
   */
  async lock(tx: Tx, paymentId: string, revision: number): Promise<PaymentRow> {
    const payment = await tx.manager.findOne(PaymentRow, {
      where: { id: paymentId },
      lock: { mode: 'pessimistic_write' },
    });
    if (payment === null) throw new Problem('record.missing');
    const decision = await this.decisionOf(tx, payment);
    await requireNoConflict(tx, [decision.applicationId]);
    await this.organisations.requireOutsider(tx, [decision.organisationId]);
    if (payment.revision !== revision) throw new Problem('record.stale', { revision: payment.revision });
    return payment;
  }

  /** Saves the change and returns the new revision. */
  async update(tx: Tx, payment: PaymentRow, change: Partial<PaymentRow>): Promise<number> {
    const revision = payment.revision + 1;
    const values = { ...change, revision } as QueryDeepPartialEntity<PaymentRow>;
    await tx.manager.update(PaymentRow, { id: payment.id }, values);
    return revision;
  }

  /** Keeps the account of a payment as it is until the transaction ends: nobody replaces it between look and approval. */
  async holdAccount(tx: Tx, { bankAccountId }: PaymentRow): Promise<void> {
    await tx.query('SELECT 1 FROM bank_account WHERE id = $1 FOR SHARE', [bankAccountId]);
  }

  /** Where payments of the year of a line stand against what the law allows to advance; nobody else pays meanwhile. */
  async holdAdvances(tx: Tx, lineId: string): Promise<AdvanceFacts> {
    await this.ledger.holdYears(tx, [lineId], { alone: true });
    const [row] = await tx.query<AdvanceRecord>(
      `${advances} WHERE p.id = (SELECT plan_id FROM plan_line WHERE id = $1)`,
      [lineId],
    );
    // Nothing is awarded on a line of a plan that never was in force.
    if (row === undefined) throw new Error(`A payment on a line without a plan: ${lineId}`);
    return advanceFactsOf(row);
  }

  async decisionOf(tx: Tx, payment: PaymentRow): Promise<PaidDecision> {
    const [row] = await tx.query<DecisionRecord>(
      `SELECT d.number, d.line_id AS "lineId", d.organisation_id AS "organisationId", d.application_id AS "applicationId",
         coalesce(a.title, f.title) AS title, b.state = 'released' AND d.lapsed_at IS NULL AS "isReleased",
         CASE WHEN d.lapsed_at IS NULL THEN d.amount_cents - ${reducedCents} ELSE 0 END AS committed,
         (SELECT coalesce(sum(amount_cents), 0) FROM payment WHERE decision_id = d.id AND state = 'paid') AS paid
       FROM decision d JOIN decision_batch b ON b.id = d.batch_id
         LEFT JOIN application a ON a.id = d.application_id LEFT JOIN direct_file f ON f.id = d.direct_file_id
       WHERE d.id = $1`,
      [payment.decisionId],
    );
    if (row === undefined) throw new Error(`A payment without its decision: ${payment.id}`);
    const { committed, paid, ...decision } = row;
    return { ...decision, committedCents: cents(Number(committed)), paidCents: cents(Number(paid)) };
  }
}
