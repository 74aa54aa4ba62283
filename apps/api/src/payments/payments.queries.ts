import type { AnswerOf, payments as contract, InputOf } from '@commonlot/contracts';
import { type Cents, maskIban, type PaymentState, paymentBlockers } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { withoutConflict } from '../applications/index.js';
import { type Actor, Database, keyParts, pageOf } from '../platform/index.js';
import { reducedCents } from './payment.repository.js';

type Answer = AnswerOf<typeof contract.listPayments>;
type Payment = Answer['rows'][number];

interface PaymentRecord extends Omit<Payment, 'blockers' | 'may'> {
  key: string;
  state: PaymentState;
  amountCents: Cents;
  isReleased: boolean;
  /** Whether the account in the payment, or the one it would take, is the verified one; null when there is none. */
  isVerified: boolean | null;
  committedCents: Cents;
  decisionPaidCents: Cents;
  preparedById: string | null;
}

const order = `coalesce(p.due_on, 'infinity'::date)`;

/** Reads of payments. */
@Injectable()
export class PaymentsQueries {
  constructor(private readonly database: Database) {}

  /**
   * A page of instalments, the first due on top, those without a day last; without those of files on which the reader
   * declared a conflict of interest.
   */
  async list(
    actor: Actor,
    { state, after, limit = 50 }: InputOf<typeof contract.listPayments>['query'],
  ): Promise<Answer> {
    const [day, number] = after === undefined ? [null, null] : keyParts(after, keyShape);
    const rows = await this.database.rows<PaymentRecord>(
      `SELECT p.id, p.number, d.id AS "decisionId", d.number AS "decisionNumber", o.id AS "organisationId",
         o.name AS "organisationName", coalesce(a.title, f.title) AS title, l.code AS "lineCode", p.instalment,
         p.amount_cents AS "amountCents", p.due_on AS "dueOn", p.condition, p.state,
         coalesce(frozen.iban, verified.iban) AS iban, preparer.name AS "preparedBy", approver.name AS "approvedBy",
         p.paid_on AS "paidOn", p.bank_reference AS "bankReference", p.return_reason AS "returnReason", p.revision,
         ${order}::text || '~' || p.number AS key, b.state = 'released' AND d.lapsed_at IS NULL AS "isReleased",
         coalesce(frozen.id, verified.id) = verified.id AS "isVerified", p.prepared_by AS "preparedById",
         CASE WHEN d.lapsed_at IS NULL THEN d.amount_cents - ${reducedCents} ELSE 0 END::bigint AS "committedCents",
         (SELECT coalesce(sum(x.amount_cents), 0)::bigint FROM payment x WHERE x.decision_id = d.id AND x.state = 'paid')
           AS "decisionPaidCents"
       FROM payment p JOIN decision d ON d.id = p.decision_id JOIN decision_batch b ON b.id = d.batch_id
         JOIN organisation o ON o.id = d.organisation_id
         JOIN plan_version_line l ON l.version_id = d.plan_version_id AND l.line_id = d.line_id
         LEFT JOIN application a ON a.id = d.application_id LEFT JOIN direct_file f ON f.id = d.direct_file_id
         LEFT JOIN bank_account frozen ON frozen.id = p.bank_account_id
         LEFT JOIN bank_account verified ON verified.organisation_id = o.id AND verified.state = 'verified'
         LEFT JOIN person preparer ON preparer.id = p.prepared_by LEFT JOIN person approver ON approver.id = p.approved_by
       WHERE ($1::text IS NULL OR p.state = $1) AND ($2::date IS NULL OR (${order}, p.number) > ($2::date, $3::text))
         AND ${withoutConflict('d.application_id', '$5')}
       ORDER BY ${order}, p.number LIMIT $4`,
      [state ?? null, day, number, limit + 1, actor.personId],
    );
    const { rows: shown, next } = pageOf(rows, limit, ({ key }) => key);
    return { rows: shown.map((row) => asSeenBy(actor, row)), next };
  }
}

function asSeenBy(actor: Actor, row: PaymentRecord): Payment {
  const may = (permission: string) => actor.permissions.has(permission);
  const blockers = blockersOf(row);
  const isFree = blockers.length === 0;
  const handles = may('payment:prepare') || may('payment:approve');
  return {
    ...row,
    iban: row.iban === null || handles ? row.iban : maskIban(row.iban),
    blockers,
    may: {
      prepare: row.state === 'planned' && isFree && may('payment:prepare'),
      approve: row.state === 'prepared' && isFree && may('payment:approve') && row.preparedById !== actor.personId,
      sendBack: row.state === 'prepared' && may('payment:approve'),
      confirm: row.state === 'approved' && may('payment:approve'),
    },
  };
}

/** What stands in the way of the next step; nothing stands in the way of what was approved. */
function blockersOf(row: PaymentRecord): string[] {
  if (row.state !== 'planned' && row.state !== 'prepared') return [];
  const bankAccountState = row.isVerified === true ? 'verified' : row.iban === null ? null : 'replaced';
  return paymentBlockers({ ...row, bankAccountState, paidCents: row.decisionPaidCents, overdueProofCount: 0 });
}

const keyShape = /^(\d{4}-\d{2}-\d{2}|infinity)~(.{1,100})$/su;
