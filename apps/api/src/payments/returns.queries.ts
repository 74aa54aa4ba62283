import type { AnswerOf, payments as contract, InputOf } from '@commonlot/contracts';
import {
  type Cents,
  cents,
  type Instalment,
  isOverdue,
  type LocalDate,
  openCents,
  Problem,
  type RepaymentState,
  reducibleCents,
  repayableCents,
} from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { withoutConflict } from '../applications/index.js';
import { type Actor, Clock, Database } from '../platform/index.js';

type Money = AnswerOf<typeof contract.readAwardMoney>;
type Reduction = Money['reductions'][number];
type Repayment = Money['repayments'][number];
type OwnReturns = AnswerOf<typeof contract.listReturnsOfOrganisation>;

interface AwardRecord
  extends Omit<
    Money,
    'reducibleCents' | 'repayableCents' | 'reductions' | 'repayments' | 'may' | 'amountCents' | 'paidCents'
  > {
  readonly originalCents: Cents;
  readonly reducedCents: Cents;
  readonly grossPaidCents: Cents;
  readonly recoveredCents: Cents;
  readonly instalments: readonly Instalment[];
  readonly organisationId: string;
  readonly today: LocalDate;
  /** Whether the reader acts for the beneficiary, and so handles nothing of it. */
  readonly isOwn: boolean;
}

type ReductionRecord = Omit<Reduction, 'may'> & { readonly proposedById: string };
interface RepaymentRecord extends Omit<Repayment, 'may' | 'openCents' | 'isOverdue'> {
  readonly askedById: string;
  readonly amountCents: Cents;
  readonly receivedCents: Cents;
  readonly state: RepaymentState;
  readonly dueOn: LocalDate;
}
type OwnRecord = Omit<OwnReturns['rows'][number], 'repayments'> & {
  readonly repayments: readonly (Omit<OwnReturns['rows'][number]['repayments'][number], 'isOverdue' | 'openCents'> &
    Pick<RepaymentRecord, 'amountCents' | 'receivedCents' | 'state' | 'dueOn'>)[];
};

/** SQL: the day in Brussels that the demonstration ($3) or the clock shows. */
const today = `(coalesce($3::timestamptz, now()) AT TIME ZONE 'Europe/Brussels')::date::text AS today`;

const award = `
  SELECT ${today}, d.id AS "decisionId", d.number, d.organisation_id AS "organisationId", o.name AS "organisationName",
    coalesce(a.title, f.title) AS title, l.code AS "lineCode", b.state = 'released' AS "isReleased",
    d.amount_cents AS "originalCents", (SELECT coalesce(sum(r.amount_cents), 0)::bigint FROM award_reduction r
      WHERE r.decision_id = d.id AND r.state = 'confirmed') AS "reducedCents",
    (SELECT coalesce(sum(p.amount_cents), 0)::bigint FROM payment p WHERE p.decision_id = d.id AND p.state = 'paid')
      AS "grossPaidCents",
    (SELECT coalesce(sum(r.received_cents), 0)::bigint FROM repayment r WHERE r.decision_id = d.id) AS "recoveredCents",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'state', p.state, 'amountCents', p.amount_cents)
      ORDER BY p.instalment), '[]') FROM payment p WHERE p.decision_id = d.id AND p.state <> 'cancelled') AS instalments,
    EXISTS (SELECT 1 FROM organisation_member m WHERE m.organisation_id = o.id AND m.person_id = $2) AS "isOwn"
  FROM decision d JOIN decision_batch b ON b.id = d.batch_id JOIN organisation o ON o.id = d.organisation_id
    JOIN plan_version_line l ON l.version_id = d.plan_version_id AND l.line_id = d.line_id
    LEFT JOIN application a ON a.id = d.application_id LEFT JOIN direct_file f ON f.id = d.direct_file_id
  WHERE d.id = $1 AND d.outcome = 'award' AND d.signed_at IS NOT NULL AND d.lapsed_at IS NULL
    AND ${withoutConflict('d.application_id', '$2')}`;

const reductions = `
  SELECT r.id, r.amount_cents AS "amountCents", r.kind, r.reason, r.reference, r.state, r.proposed_by AS "proposedById",
    proposer.name AS "proposedBy", r.proposed_at AS "proposedAt", closer.name AS "closedBy", r.closed_at AS "closedAt",
    r.refusal, r.revision
  FROM award_reduction r JOIN person proposer ON proposer.id = r.proposed_by
    LEFT JOIN person closer ON closer.id = r.closed_by
  WHERE r.decision_id = $1 ORDER BY r.proposed_at DESC, r.id DESC`;

const repayments = `
  SELECT r.id, r.number, r.amount_cents AS "amountCents", r.received_cents AS "receivedCents", r.kind, r.reason,
    r.due_on AS "dueOn", r.communication, r.state, r.asked_by AS "askedById", asker.name AS "askedBy",
    r.asked_at AS "askedAt", waiver.name AS "waivedBy", r.waived_at AS "waivedAt", r.waiver, r.revision,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'amountCents', x.amount_cents, 'receivedOn', x.received_on,
        'bankReference', x.bank_reference, 'recordedBy', p.name, 'recordedAt', x.recorded_at)
        ORDER BY x.recorded_at, x.id), '[]')
      FROM repayment_receipt x JOIN person p ON p.id = x.recorded_by WHERE x.repayment_id = r.id) AS receipts
  FROM repayment r JOIN person asker ON asker.id = r.asked_by LEFT JOIN person waiver ON waiver.id = r.waived_by
  WHERE r.decision_id = $1 ORDER BY r.asked_at DESC, r.number DESC`;

/** Released awards of an organisation ($1) of a member ($2) on which money came or comes back. */
const ofOrganisation = `
  SELECT d.id AS "decisionId", d.application_id AS "applicationId", d.number, coalesce(a.title, f.title) AS title,
    d.amount_cents AS "originalCents", d.current_cents AS "amountCents",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('amountCents', r.amount_cents, 'kind', r.kind,
        'reference', r.reference, 'confirmedAt', r.closed_at) ORDER BY r.closed_at, r.id), '[]')
      FROM award_reduction r WHERE r.decision_id = d.id AND r.state = 'confirmed') AS reductions,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('number', r.number, 'amountCents', r.amount_cents,
        'receivedCents', r.received_cents, 'kind', r.kind, 'reason', r.reason, 'dueOn', r.due_on,
        'communication', r.communication, 'state', r.state) ORDER BY r.due_on, r.number), '[]')
      FROM repayment r WHERE r.decision_id = d.id) AS repayments
  FROM released_award d LEFT JOIN application a ON a.id = d.application_id
    LEFT JOIN direct_file f ON f.id = d.direct_file_id
  WHERE d.organisation_id = $1
    AND (d.current_cents <> d.amount_cents OR EXISTS (SELECT 1 FROM repayment r WHERE r.decision_id = d.id))
  ORDER BY d.number`;

/** Reads of what came back, and comes back, of awards. */
@Injectable()
export class ReturnsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The money of an award, for the office; throws `record.missing` for what is no signed award. */
  async money(actor: Actor, decisionId: string): Promise<Money> {
    const found = await this.database.row<AwardRecord>(award, [decisionId, actor.personId, this.clock.shown()]);
    if (found === null) throw new Problem('record.missing');
    const [reduced, asked] = await Promise.all([
      this.database.rows<ReductionRecord>(reductions, [decisionId]),
      this.database.rows<RepaymentRecord>(repayments, [decisionId]),
    ]);
    const may = (permission: string, isMade = true) => actor.permissions.has(permission) && !found.isOwn && isMade;
    const reducible = reducibleCents(found.instalments);
    const repayable = repayableCents(found.grossPaidCents, asked);
    return {
      ...found,
      amountCents: cents(found.originalCents - found.reducedCents),
      paidCents: cents(found.grossPaidCents - found.recoveredCents),
      reducibleCents: reducible,
      repayableCents: repayable,
      reductions: reduced.map((row) => ({ ...row, may: movesOfReduction(row, actor, may) })),
      repayments: asked.map((row) => ({
        ...row,
        openCents: openCents(row),
        isOverdue: isOverdue(row, found.today),
        may: {
          receive: may('payment:approve', openCents(row) > 0 && row.askedById !== actor.personId),
          waive: may('decision:sign', openCents(row) > 0 && row.askedById !== actor.personId),
        },
      })),
      may: {
        reduce: may(
          'decision:prepare',
          found.isReleased && reducible > 0 && !reduced.some(({ state }) => state === 'proposed'),
        ),
        askBack: may('payment:prepare', repayable > 0),
      },
    };
  }

  /** For members of the organisation; throws `record.missing` for everybody else. */
  async ofOrganisation(
    actor: Actor,
    { params }: InputOf<typeof contract.listReturnsOfOrganisation>,
  ): Promise<OwnReturns> {
    const member = await this.database.row<{ today: LocalDate }>(
      `SELECT ${today} FROM organisation_member WHERE organisation_id = $1 AND person_id = $2`,
      [params.organisationId, actor.personId, this.clock.shown()],
    );
    if (member === null) throw new Problem('record.missing');
    const rows = await this.database.rows<OwnRecord>(ofOrganisation, [params.organisationId]);
    return {
      rows: rows.map((row) => ({
        ...row,
        repayments: row.repayments.map((each) => ({
          ...each,
          openCents: openCents(each),
          isOverdue: isOverdue(each, member.today),
        })),
      })),
    };
  }
}

function movesOfReduction(
  { state, proposedById }: ReductionRecord,
  actor: Actor,
  may: (permission: string, isMade: boolean) => boolean,
) {
  const isOpen = state === 'proposed';
  const isForeign = proposedById !== actor.personId;
  return {
    confirm: may('decision:sign', isOpen && isForeign),
    refuse: may('decision:sign', isOpen && isForeign),
    withdraw: may('decision:prepare', isOpen && !isForeign),
  };
}
