import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Scenarios beside the draft of a plan. */
export class CreatePlanScenarios1780000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- What if: named adjustments beside a draft. They change nothing until one is adopted.
CREATE TABLE plan_scenario (
  id uuid PRIMARY KEY,
  version_id uuid NOT NULL REFERENCES plan_version,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  adjustments jsonb NOT NULL CHECK (jsonb_typeof(adjustments) = 'array'),
  created_by uuid NOT NULL REFERENCES person,
  created_at timestamptz NOT NULL DEFAULT app_now(),
  adopted_by uuid REFERENCES person,
  adopted_at timestamptz,
  revision int NOT NULL DEFAULT 0,
  CONSTRAINT plan_scenario_name UNIQUE (version_id, name),
  CONSTRAINT plan_scenario_adopted CHECK ((adopted_by IS NULL) = (adopted_at IS NULL))
);
GRANT SELECT, INSERT, DELETE, UPDATE (name, adjustments, adopted_by, adopted_at, revision) ON plan_scenario
  TO commonlot_app;
`);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
