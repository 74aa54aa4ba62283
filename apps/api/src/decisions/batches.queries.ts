import type { AnswerOf, decisions as contract, InputOf } from '@commonlot/contracts';
import { cents, type DecisionState, Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { withoutConflict } from '../applications/index.js';
import { type Actor, Database, pageOf } from '../platform/index.js';
import { awardedCents, checksOf, mayOf, openBlockers } from './batch-checks.js';
import { type DecisionSource, decisionOrder, decisionSource, isDeviation } from './decision-facts.js';
import { draftersOf } from './drafters.js';

type Head = z.input<typeof contract.batchHead>;
type Row = z.input<typeof contract.decisionRow>;
interface BatchRow extends Omit<Head, 'incomplete'> {
  readonly state: DecisionState;
}
interface WholeBatchRow extends BatchRow {
  readonly envelopeCents: number | null;
  readonly lineAvailableCents: number;
  readonly fundsCents: number;
  readonly preparedById: string;
  readonly preparedBy: string;
  readonly signedBy: string | null;
  readonly signatoryTitle: string;
  readonly hasReviewed: boolean;
  readonly hasDrafted: boolean;
  readonly isConcerned: boolean;
  /** All decisions but those on files with a conflict of interest of the reader: they count and are not shown. */
  readonly shownIds: readonly string[];
}

const columns = `
  b.id, b.number, b.state, b.call_id AS "callId", c.number AS "callNumber", coalesce(c.title, l.label) AS title,
  l.code AS "lineCode", coalesce(d.decisions, 0) AS decisions, coalesce(d.awards, 0) AS awards,
  coalesce(d.cents, 0) AS "awardedCents", b.prepared_at AS "preparedAt", b.signed_at AS "signedAt",
  b.released_at AS "releasedAt", b.revision`;
// A line that a later version of the plan dropped keeps the words of the last version that had it.
const source = `
  decision_batch b LEFT JOIN call c ON c.id = b.call_id
  CROSS JOIN LATERAL (SELECT l.code, l.label FROM plan_version_line l JOIN plan_version v ON v.id = l.version_id
    WHERE l.line_id = b.line_id ORDER BY (v.state = 'in-force') DESC, v.number DESC LIMIT 1) l
  LEFT JOIN LATERAL (SELECT count(*) AS decisions,
      count(*) FILTER (WHERE d.outcome = 'award' AND d.lapsed_at IS NULL) AS awards,
      sum(d.amount_cents) FILTER (WHERE d.outcome = 'award' AND d.lapsed_at IS NULL)::bigint AS cents
    FROM decision d WHERE d.batch_id = b.id) d ON true`;

@Injectable()
export class BatchesQueries {
  constructor(private readonly database: Database) {}

  /** Batches, newest number first. */
  async list({ query }: InputOf<typeof contract.listBatches>): Promise<AnswerOf<typeof contract.listBatches>> {
    const limit = query.limit ?? 50;
    const rows = await this.database.rows<BatchRow>(
      `SELECT ${columns} FROM ${source} WHERE b.state <> 'discarded' AND ($1::text IS NULL OR b.number < $1)
         AND ($3::uuid IS NULL OR b.call_id = $3)
       ORDER BY b.number DESC LIMIT $2`,
      [query.after ?? null, limit + 1, query.callId ?? null],
    );
    // Only batches that can still change can lack something: their decisions are judged by the rules of the domain.
    const open = rows.filter(({ state }) => state === 'draft' || state === 'prepared').map(({ id }) => id);
    const sources = await this.database.rows<DecisionSource>(`${decisionSource} WHERE d.batch_id = ANY ($1)`, [open]);
    const incomplete = (id: string) =>
      sources.filter((decision) => decision.batchId === id && openBlockers(decision).length > 0).length;
    return pageOf(
      rows.map((row) => ({ ...row, incomplete: incomplete(row.id) })),
      limit,
      ({ number }) => number,
    );
  }

  async read(
    actor: Actor,
    { params }: InputOf<typeof contract.readBatch>,
  ): Promise<AnswerOf<typeof contract.readBatch>> {
    const found = await this.database.row<WholeBatchRow>(
      `SELECT ${columns}, c.envelope_cents AS "envelopeCents", coalesce(g.available_cents, 0) AS "lineAvailableCents",
         coalesce(CASE WHEN b.call_id IS NULL THEN g.available_cents ELSE (SELECT balance_cents FROM ledger_account
           WHERE line_id = b.line_id AND kind = 'reserved' AND subject_id = b.call_id) END, 0)::bigint AS "fundsCents",
         b.prepared_by AS "preparedById", p.name AS "preparedBy", s.name AS "signedBy",
         b.signatory_title AS "signatoryTitle", EXISTS (SELECT 1 FROM review_assignment r JOIN decision x
           ON x.application_id = r.application_id WHERE x.batch_id = b.id AND r.reviewer_id = $2) AS "hasReviewed",
         $2 IN (${draftersOf('b.id')}) AS "hasDrafted",
         EXISTS (SELECT 1 FROM decision x JOIN organisation_member m ON m.organisation_id = x.organisation_id
           WHERE x.batch_id = b.id AND m.person_id = $2) AS "isConcerned",
         ARRAY(SELECT x.id FROM decision x WHERE x.batch_id = b.id AND ${withoutConflict('x.application_id', '$2')})
           AS "shownIds"
       FROM ${source} JOIN person p ON p.id = b.prepared_by LEFT JOIN person s ON s.id = b.signed_by
         LEFT JOIN ledger_line g ON g.line_id = b.line_id
       WHERE b.id = $1`,
      [params.batchId, actor.personId],
    );
    if (found === null) throw new Problem('record.missing');
    const { shownIds, ...batch } = found;
    const sources = await this.database.rows<DecisionSource>(
      `${decisionSource} WHERE d.batch_id = $1 ORDER BY ${decisionOrder}`,
      [batch.id],
    );
    const standing = { ...batch, hasConflict: shownIds.length < sources.length };
    const checks = checksOf(sources, standing);
    return {
      ...batch,
      awardedCents: cents(awardedCents(sources)),
      incomplete: sources.filter((decision) => openBlockers(decision).length > 0).length,
      checks,
      may: mayOf(actor, standing, checks, sources.length),
      rows: sources.filter(({ id }) => shownIds.includes(id)).map(rowOf),
    };
  }
}

/** A decision as a row of its batch. */
export function rowOf(decision: DecisionSource): Row {
  return {
    ...decision,
    requestedCents: cents(Number(decision.requestedCents)),
    amountCents: decision.amountCents === null ? null : cents(Number(decision.amountCents)),
    isDeviation: isDeviation(decision),
    blockers: openBlockers(decision),
  };
}
