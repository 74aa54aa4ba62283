import type { AnswerOf, plan as contract } from '@commonlot/contracts';
import { applyScenario, type Cents, Problem, type ScenarioAdjustment, type ScenarioLine } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/index.js';

type Row = AnswerOf<typeof contract.listPlanScenarios>['rows'][number];
type Stored = Omit<Row, 'totalCents' | 'unassignedCents'> & { readonly adjustments: ScenarioAdjustment[] };

/** Reads of scenarios. */
@Injectable()
export class PlanScenarioQueries {
  constructor(private readonly database: Database) {}

  /** The scenarios beside a version, oldest first, each applied to the lines as they are now. */
  async scenarios(versionId: string): Promise<{ rows: Row[] }> {
    const version = await this.database.row<{ totalCents: Cents }>(
      'SELECT total_cents AS "totalCents" FROM plan_version WHERE id = $1',
      [versionId],
    );
    if (version === null) throw new Problem('record.missing');
    const scenarios = await this.database.rows<Stored>(
      `SELECT s.id, s.name, s.adjustments, author.name AS author, s.created_at AS "createdAt",
         adopter.name AS "adoptedBy", s.adopted_at AS "adoptedAt", s.revision
       FROM plan_scenario s JOIN person author ON author.id = s.created_by
         LEFT JOIN person adopter ON adopter.id = s.adopted_by
       WHERE s.version_id = $1 ORDER BY s.created_at, s.id`,
      [versionId],
    );
    const lines = scenarios.length === 0 ? [] : await this.lines(versionId);
    const rows = scenarios.map((scenario) => {
      if (scenario.adoptedAt !== null) return { ...scenario, totalCents: null, unassignedCents: null };
      const { totalCents, unassignedCents } = applyScenario(lines, version.totalCents, scenario.adjustments);
      return { ...scenario, totalCents, unassignedCents };
    });
    return { rows };
  }

  private lines(versionId: string): Promise<ScenarioLine[]> {
    return this.database.rows<ScenarioLine>(
      `SELECT l.code, above.code AS "parentCode", l.kind, l.amount_cents AS "amountCents", l.is_pm AS "isPm",
         l.label AS labels, l.formula, l.sector
       FROM plan_version_line l LEFT JOIN plan_version_line above
         ON above.version_id = l.version_id AND above.line_id = l.parent_line_id
       WHERE l.version_id = $1 ORDER BY l.position`,
      [versionId],
    );
  }
}
