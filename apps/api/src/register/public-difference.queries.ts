import type { AnswerOf, register as contract } from '@commonlot/contracts';
import { type ComparablePlan, Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { differenceOf } from '../plan/index.js';
import { RegisterDatabase } from '../platform/index.js';

type Difference = AnswerOf<typeof contract.readPublicPlanDifference>;
type ComparedRow = Difference['before'] & ComparablePlan;

/**
 * Both versions, the older first, as far as the register knows them: what it does not hold is empty in both and so is no
 * difference. Links are followed as within the workspace, through versions that were public only. $1, $2 year and
 * number of one version, $3, $4 of the other.
 */
const bothVersions = `
  WITH RECURSIVE compared AS MATERIALIZED (
    SELECT v.*, row_number() OVER (ORDER BY v.year, v.number) AS place FROM register.plan_version v
    WHERE (v.year, v.number) IN (($1::int, $2::int), ($3::int, $4::int))),
  older AS MATERIALIZED (SELECT version_id, year FROM compared WHERE place = 1),
  way AS (
    SELECT l.version_id, l.line_id, unnest(l.predecessor_ids) AS predecessor_id
    FROM register.plan_line l JOIN compared c ON c.version_id = l.version_id
    UNION
    SELECT w.version_id, w.line_id, unnest(newest.predecessor_ids)
    FROM way w JOIN older o ON true JOIN LATERAL (
        SELECT l.predecessor_ids FROM register.plan_line l JOIN register.plan_version v ON v.version_id = l.version_id
        WHERE l.line_id = w.predecessor_id AND v.year >= o.year ORDER BY v.number DESC LIMIT 1) newest ON true
    WHERE NOT EXISTS (
      SELECT 1 FROM register.plan_line b WHERE b.version_id = o.version_id AND b.line_id = w.predecessor_id)),
  lineage AS MATERIALIZED (
    SELECT version_id, line_id, jsonb_agg(predecessor_id) AS ids FROM way GROUP BY version_id, line_id)
  SELECT c.year, c.number, c.stage, c.total_cents AS "totalCents", c.decree_reference AS "decreeReference",
    c.decree_on AS "decreeOn", c.accounts_reference AS "accountsReference",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('lineId', l.line_id, 'predecessorIds', coalesce(e.ids, '[]'),
        'code', l.code, 'labels', l.label, 'kind', l.kind, 'amountCents', l.amount_cents, 'isPm', l.is_pm,
        'legalGround', l.legal_ground, 'beneficiaryNumber', NULL, 'formula', NULL, 'sector', NULL,
        'isExtraSupport', false, 'coMinister', '') ORDER BY l.position), '[]')
      FROM register.plan_line l LEFT JOIN lineage e ON e.version_id = l.version_id AND e.line_id = l.line_id
      WHERE l.version_id = c.version_id) AS lines
  FROM compared c ORDER BY c.place`;

interface NumberedVersion {
  readonly year: number;
  readonly number: number;
}

/** What changed between two versions that are or were in force. */
@Injectable()
export class PublicDifferenceQueries {
  constructor(private readonly database: RegisterDatabase) {}

  /** The older first, whichever is named first. Throws `record.missing` for a version that was never in force. */
  async read(from: NumberedVersion, to: NumberedVersion): Promise<Difference> {
    const values = [from.year, from.number, to.year, to.number];
    const rows = await this.database.rows<ComparedRow>(bothVersions, values);
    const isOne = from.year === to.year && from.number === to.number;
    const [before, after = before] = rows;
    if (before === undefined || after === undefined) throw new Problem('record.missing');
    if (rows.length === 1 && !isOne) throw new Problem('record.missing');
    const { lines: _, ...older } = before;
    const { lines: __, ...newer } = after;
    return { before: older, after: newer, ...differenceOf(before, after) };
  }
}
