import type { AnswerOf, calls as contract, InputOf } from '@commonlot/contracts';
import {
  brusselsClock,
  brusselsDay,
  type CallForm,
  type CallState,
  type Cents,
  callBlockers,
  callPhase,
  type LineKind,
  type LocalisedText,
  Problem,
} from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { Clock, Database, pageOf } from '../platform/index.js';
import type { StoredCriterion } from './call.entity.js';
import { publicationFacts } from './publication-facts.js';

interface HeadRow {
  readonly id: string;
  readonly number: string;
  readonly state: CallState;
  readonly title: LocalisedText;
  readonly lineId: string;
  readonly lineCode: string;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly envelopeCents: Cents | null;
  readonly filed: number;
  readonly admitted: number;
  readonly revision: number;
  readonly readAt: Date;
}

interface DetailRow extends HeadRow {
  readonly summary: LocalisedText;
  readonly description: LocalisedText;
  readonly eligibility: LocalisedText;
  readonly maxAmountCents: Cents | null;
  readonly maxSharePercent: number | null;
  readonly criteria: readonly StoredCriterion[];
  readonly form: CallForm;
  readonly lineLabel: LocalisedText;
  readonly lineKind: LineKind | null;
  readonly lineAvailableCents: Cents;
  readonly draftedBy: string;
  readonly publishedBy: string | null;
  readonly publishedAt: Date | null;
  readonly counts: AnswerOf<typeof contract.readCall>['counts'];
}

const head = `c.id, c.number, c.state, c.title, c.line_id AS "lineId", coalesce(line.code, '') AS "lineCode",
  c.opens_at AS "opensAt", c.closes_at AS "closesAt", c.envelope_cents AS "envelopeCents", c.revision,
  coalesce($1::timestamptz, now()) AS "readAt"`;

/** The line as the plan in force has it, or else the newest version that has it; its kind only while it is in force. */
const line = `LEFT JOIN LATERAL (
    SELECT l.code, l.label, CASE WHEN v.state = 'in-force' THEN l.kind END AS kind
    FROM plan_version_line l JOIN plan_version v ON v.id = l.version_id
    WHERE l.line_id = c.line_id ORDER BY (v.state = 'in-force') DESC, v.number DESC LIMIT 1) line ON true`;

/** Reads of calls for staff. `$1` is the shown time of a demonstration; without it the clock of the database counts. */
@Injectable()
export class CallsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** By number, newest first. Drafts that were thrown away are left out. */
  async list({ after, limit = 50 }: InputOf<typeof contract.listCalls>['query']) {
    const rows = await this.database.rows<HeadRow>(
      `SELECT ${head}, counted.filed, counted.admitted
       FROM call c ${line}
         CROSS JOIN LATERAL (
           SELECT count(*) FILTER (WHERE state NOT IN ('draft', 'discarded'))::int AS filed,
             count(*) FILTER (WHERE state IN ('admitted', 'awarded', 'refused'))::int AS admitted
           FROM application WHERE call_id = c.id) counted
       WHERE c.state <> 'discarded' AND c.number < coalesce($2, '9999-D')
       ORDER BY c.number DESC LIMIT $3`,
      [this.clock.shown(), after ?? null, limit + 1],
    );
    return pageOf(rows.map(withPhase), limit, (row) => row.number);
  }

  /** Throws `record.missing`. */
  async read(callId: string): Promise<AnswerOf<typeof contract.readCall>> {
    const row = await this.database.row<DetailRow>(
      `SELECT ${head}, c.summary, c.description, c.eligibility, c.max_amount_cents AS "maxAmountCents",
         c.max_share_percent AS "maxSharePercent", c.criteria, c.form,
         coalesce(line.label, '{"nl": "", "fr": ""}') AS "lineLabel", line.kind AS "lineKind",
         coalesce(money.available_cents, 0) AS "lineAvailableCents", drafter.name AS "draftedBy",
         publisher.name AS "publishedBy", c.published_at AS "publishedAt", counted.counts, counted.filed,
         (counted.counts ->> 'admitted')::int + (counted.counts ->> 'awarded')::int
           + (counted.counts ->> 'refused')::int AS admitted
       FROM call c ${line}
         LEFT JOIN ledger_line money ON money.line_id = c.line_id
         JOIN person drafter ON drafter.id = c.drafted_by
         LEFT JOIN person publisher ON publisher.id = c.published_by
         CROSS JOIN LATERAL (
           SELECT count(*) FILTER (WHERE state NOT IN ('draft', 'discarded'))::int AS filed, json_build_object(
             'draft', count(*) FILTER (WHERE state = 'draft'),
             'submitted', count(*) FILTER (WHERE state = 'submitted'),
             'admitted', count(*) FILTER (WHERE state = 'admitted'),
             'excluded', count(*) FILTER (WHERE state IN ('excluded', 'exclusion-confirmed')),
             'withdrawn', count(*) FILTER (WHERE state = 'withdrawn'),
             'awarded', count(*) FILTER (WHERE state = 'awarded'),
             'refused', count(*) FILTER (WHERE state = 'refused')) AS counts
           FROM application WHERE call_id = c.id) counted
       WHERE c.id = $2`,
      [this.clock.shown(), callId],
    );
    if (row === null) throw new Problem('record.missing');
    return {
      ...withPhase(row),
      ...dayAndClock(row),
      // Mutable copies are what the contract names; nothing here is changed.
      criteria: [...row.criteria],
      form: row.form as AnswerOf<typeof contract.readCall>['form'],
      blockers: row.state === 'draft' ? callBlockers(publicationFacts(row, row.lineKind)) : [],
    };
  }
}

function withPhase<R extends HeadRow>(row: R) {
  return { ...row, phase: callPhase(row, row.readAt) };
}

function dayAndClock({ opensAt, closesAt }: HeadRow) {
  return {
    opensOn: opensAt === null ? null : brusselsDay(opensAt),
    opensAtClock: opensAt === null ? null : brusselsClock(opensAt),
    closesOn: closesAt === null ? null : brusselsDay(closesAt),
    closesAtClock: closesAt === null ? null : brusselsClock(closesAt),
  };
}
