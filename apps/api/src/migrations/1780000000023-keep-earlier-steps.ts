import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was advised about a version that was sent back, and the publication of one that another has replaced. */
export class KeepEarlierSteps1780000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- A step as it was recorded before its version was sent back, by the revision that sent it back.
CREATE TABLE plan_version_earlier_step (
  version_id uuid NOT NULL REFERENCES plan_version,
  revision int NOT NULL,
  kind text NOT NULL
    CONSTRAINT plan_version_earlier_step_kind CHECK (kind IN ('finance-advice', 'budget-agreement', 'council')),
  done_on date NOT NULL,
  reference text NOT NULL
    CONSTRAINT plan_version_earlier_step_reference CHECK (length(reference) BETWEEN 1 AND 200),
  recorded_by uuid NOT NULL REFERENCES person,
  recorded_at timestamptz NOT NULL,
  sent_back_at timestamptz NOT NULL DEFAULT app_now(),
  PRIMARY KEY (version_id, revision, kind)
);
CREATE TRIGGER plan_version_earlier_step_frozen BEFORE UPDATE OR DELETE ON plan_version_earlier_step
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON plan_version_earlier_step TO commonlot_app;

-- The publication of a decree is recorded when it appears, also when a later decree has taken its place by then. What is
-- undone is kept by the trigger itself, so that no step goes without it.
CREATE OR REPLACE FUNCTION guard_plan_step() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  version plan_version := (SELECT v FROM plan_version v WHERE v.id = NEW.version_id FOR SHARE);
  was_required boolean := TG_OP = 'UPDATE' AND OLD.is_required;
  was_done date := CASE WHEN TG_OP = 'UPDATE' THEN OLD.done_on END;
BEGIN
  IF (NEW.is_required <> was_required AND version.state NOT IN ('draft', 'submitted'))
    OR (NEW.done_on IS NULL AND was_done IS NOT NULL AND version.state <> 'draft')
    OR (NEW.done_on IS NOT NULL AND NOT CASE NEW.kind
      WHEN 'publication' THEN version.state IN ('in-force', 'superseded') ELSE version.state = 'approved' END)
  THEN
    RAISE EXCEPTION 'it is not the turn of step % of plan version %', NEW.kind, NEW.version_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_version_step_turn';
  END IF;
  IF NEW.done_on IS NULL AND was_done IS NOT NULL THEN
    INSERT INTO plan_version_earlier_step (version_id, revision, kind, done_on, reference, recorded_by, recorded_at)
      VALUES (OLD.version_id, version.revision, OLD.kind, OLD.done_on, OLD.reference, OLD.recorded_by, OLD.recorded_at);
  END IF;
  RETURN NEW;
END $$;
`);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
