import type { AnswerOf, plan as contract } from '@commonlot/contracts';
import { type ComparablePlan, Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/index.js';
import { differenceOf } from './compared-plans.js';

type Difference = AnswerOf<typeof contract.comparePlanVersions>;
type History = AnswerOf<typeof contract.readLineHistory>;

type ComparedRow = Difference['before'] & ComparablePlan;

/**
 * Both versions in one statement, so that a draft that is saved meanwhile is seen once; the older first. Between far
 * versions a line continues another by way of lines that stand in neither: its links are followed until a line of the
 * older version is met, or the year before it. On the way a line says what it continues in the version of it that
 * counts: the newest that was in force, else the newest. $1, $2 versions.
 */
const bothVersions = `
  WITH RECURSIVE compared AS MATERIALIZED (
    SELECT v.*, p.year, row_number() OVER (ORDER BY p.year, v.number) AS place
    FROM plan_version v JOIN plan p ON p.id = v.plan_id WHERE v.id IN ($1, $2)),
  older AS MATERIALIZED (SELECT id, year FROM compared WHERE place = 1),
  way AS (
    SELECT r.version_id, r.line_id, r.predecessor_id
    FROM plan_version_line_predecessor r JOIN compared c ON c.id = r.version_id
    UNION
    SELECT w.version_id, w.line_id, r.predecessor_id
    FROM way w JOIN older o ON true JOIN plan_line n ON n.id = w.predecessor_id
      JOIN plan p ON p.id = n.plan_id AND p.year >= o.year
      JOIN plan_version_line_predecessor r ON r.line_id = w.predecessor_id AND r.version_id = (
        SELECT l.version_id FROM plan_version_line l JOIN plan_version v ON v.id = l.version_id
        WHERE l.line_id = w.predecessor_id
        ORDER BY v.state IN ('in-force', 'superseded') DESC, v.number DESC LIMIT 1)
    WHERE NOT EXISTS (
      SELECT 1 FROM plan_version_line b WHERE b.version_id = o.id AND b.line_id = w.predecessor_id)),
  lineage AS MATERIALIZED (
    SELECT version_id, line_id, jsonb_agg(predecessor_id) AS ids FROM way GROUP BY version_id, line_id)
  SELECT c.id, c.year, c.number, c.stage, c.state, c.total_cents AS "totalCents",
    c.decree_reference AS "decreeReference", c.decree_on AS "decreeOn", c.accounts_reference AS "accountsReference",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('lineId', l.line_id, 'predecessorIds', coalesce(e.ids, '[]'),
        'code', l.code, 'labels', l.label, 'kind', l.kind, 'amountCents', l.amount_cents, 'isPm', l.is_pm,
        'legalGround', l.legal_ground, 'beneficiaryNumber', l.beneficiary_number, 'formula', l.formula,
        'sector', l.sector, 'isExtraSupport', l.is_extra_support, 'coMinister', l.co_minister)
        ORDER BY l.position), '[]')
      FROM plan_version_line l LEFT JOIN lineage e ON e.version_id = l.version_id AND e.line_id = l.line_id
      WHERE l.version_id = c.id) AS lines
  FROM compared c ORDER BY c.place`;

/** More rows than any line has had since there is a plan; an end for one that continues all others. */
const mostRows = 500;

/** The line, those that it continues and those that continue it, in every version that has one of them. $1 line. */
const throughTheYears = `
  WITH RECURSIVE earlier AS (
    SELECT $1::uuid AS line_id
    UNION SELECT r.predecessor_id FROM earlier e JOIN plan_version_line_predecessor r ON r.line_id = e.line_id),
  later AS (
    SELECT $1::uuid AS line_id
    UNION SELECT r.line_id FROM later e JOIN plan_version_line_predecessor r ON r.predecessor_id = e.line_id)
  SELECT l.line_id AS "lineId", v.id AS "versionId", p.year, v.number, v.stage, v.state, l.code, l.kind, l.label,
    l.amount_cents AS "amountCents", l.is_pm AS "isPm", v.decree_reference AS "decreeReference",
    v.decree_on AS "decreeOn",
    CASE WHEN l.kind = 'heading' THEN coalesce((SELECT sum(x.amount_cents) FROM plan_version_line x
        WHERE x.version_id = l.version_id AND starts_with(x.code, l.code || '.')), 0)::bigint
      ELSE coalesce(l.amount_cents, 0) END AS "subtotalCents"
  FROM plan_version_line l JOIN plan_version v ON v.id = l.version_id JOIN plan p ON p.id = v.plan_id
  WHERE l.line_id IN (SELECT line_id FROM earlier UNION SELECT line_id FROM later)
  ORDER BY p.year DESC, v.number DESC, l.position LIMIT ${mostRows}`;

/** Reads that go over several versions of plans. */
@Injectable()
export class PlanDifferenceQueries {
  constructor(private readonly database: Database) {}

  /** What changed between two versions, the older first whichever is named first; throws `record.missing`. */
  async compare(versionId: string, otherId: string): Promise<Difference> {
    const rows = await this.database.rows<ComparedRow>(bothVersions, [versionId, otherId]);
    const [before, after = before] = rows;
    if (before === undefined || after === undefined) throw new Problem('record.missing');
    if (rows.length === 1 && versionId !== otherId) throw new Problem('record.missing');
    const { lines: _, ...older } = before;
    const { lines: __, ...newer } = after;
    return { before: older, after: newer, ...differenceOf(before, after) };
  }

  /** Where a line comes from and what became of it, newest first; throws `record.missing`. */
  async history(lineId: string): Promise<History> {
    const rows = await this.database.rows<History['rows'][number]>(throughTheYears, [lineId]);
    if (rows.length > 0) return { rows };
    // A line that was taken out of the only draft that had it is there, and stands nowhere.
    const line = await this.database.row('SELECT 1 FROM plan_line WHERE id = $1', [lineId]);
    if (line === null) throw new Problem('record.missing');
    return { rows };
  }
}
