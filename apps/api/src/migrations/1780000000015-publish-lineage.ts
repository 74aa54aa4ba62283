import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the register needs to say what changed from one version of the plan to another: the lines that a line continues,
 * and the approval of the accounts on which a definitive plan rests.
 */
export class PublishLineage1780000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE register.plan_version ADD accounts_reference text;
ALTER TABLE register.plan_line ADD predecessor_ids uuid[] NOT NULL DEFAULT '{}';
-- By line through the versions: the comparison of far years follows it step by step.
CREATE INDEX register_plan_line_line ON register.plan_line (line_id);

UPDATE register.plan_version r SET accounts_reference = v.accounts_reference
  FROM plan_version v WHERE v.id = r.version_id AND v.accounts_reference IS NOT NULL;
UPDATE register.plan_line r SET predecessor_ids = p.ids
  FROM (SELECT version_id, line_id, array_agg(predecessor_id ORDER BY predecessor_id) AS ids
    FROM plan_version_line_predecessor GROUP BY version_id, line_id) p
  WHERE p.version_id = r.version_id AND p.line_id = r.line_id;
`);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
