import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The steps of approval that a version takes outside the minister's office, and that its decree waits for. */
export class CreatePlanSteps1780000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- The steps of approval that a version takes besides the minister's own. Which are asked for differs by plan: the decree
-- of 2003 cites the Inspector of Finance and the Minister of the Budget, those since 2007 the Council of Ministers only.
-- A step without a row is not required and not done.
CREATE TABLE plan_version_step (
  version_id uuid NOT NULL REFERENCES plan_version,
  kind text NOT NULL CHECK (kind IN ('finance-advice', 'budget-agreement', 'council', 'publication')),
  is_required boolean NOT NULL,
  done_on date,
  reference text CHECK (length(reference) BETWEEN 1 AND 200),
  recorded_by uuid REFERENCES person,
  recorded_at timestamptz,
  PRIMARY KEY (version_id, kind),
  CONSTRAINT plan_version_step_recorded CHECK ((done_on IS NULL) = (recorded_by IS NULL)
    AND (done_on IS NULL) = (recorded_at IS NULL) AND (done_on IS NULL) = (reference IS NULL))
);
GRANT SELECT, INSERT, UPDATE (is_required, done_on, reference, recorded_by, recorded_at) ON plan_version_step
  TO commonlot_app;

-- What the approval covered stays: what is required changes before it. A step is done after it, the publication after
-- the decree; and what was done is undone only with the approval, when the version is a draft again.
CREATE FUNCTION guard_plan_step() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  version_state text := (SELECT state FROM plan_version WHERE id = NEW.version_id FOR SHARE);
  was_required boolean := TG_OP = 'UPDATE' AND OLD.is_required;
  was_done date := CASE WHEN TG_OP = 'UPDATE' THEN OLD.done_on END;
BEGIN
  IF (NEW.is_required <> was_required AND version_state NOT IN ('draft', 'submitted'))
    OR (NEW.done_on IS NULL AND was_done IS NOT NULL AND version_state <> 'draft')
    OR (NEW.done_on IS NOT NULL AND version_state <> CASE NEW.kind WHEN 'publication' THEN 'in-force' ELSE 'approved' END)
  THEN
    RAISE EXCEPTION 'it is not the turn of step % of plan version %', NEW.kind, NEW.version_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_version_step_turn';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER plan_version_step_turn BEFORE INSERT OR UPDATE ON plan_version_step
  FOR EACH ROW EXECUTE FUNCTION guard_plan_step();

-- A line is not moved out of a plan in force either: both versions must be drafts.
CREATE OR REPLACE FUNCTION guard_plan_draft() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  version uuid;
  versions uuid[] := CASE TG_OP WHEN 'INSERT' THEN ARRAY[NEW.version_id] WHEN 'DELETE' THEN ARRAY[OLD.version_id]
    ELSE ARRAY[OLD.version_id, NEW.version_id] END;
BEGIN
  FOREACH version IN ARRAY versions LOOP
    PERFORM 1 FROM plan_version WHERE id = version AND state = 'draft' FOR SHARE;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'plan version % is no draft: a change is a new version', version
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'plan_version_line_draft';
    END IF;
  END LOOP;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

-- Once in force it is a royal decree: nothing of the row changes but that a later version takes its place.
CREATE OR REPLACE FUNCTION guard_plan_figures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'draft' AND (NEW.total_cents, NEW.unassigned_cents, NEW.stage, NEW.plan_id, NEW.number, NEW.drafted_by)
    IS DISTINCT FROM (OLD.total_cents, OLD.unassigned_cents, OLD.stage, OLD.plan_id, OLD.number, OLD.drafted_by)
    OR OLD.state IN ('in-force', 'superseded')
      AND to_jsonb(NEW) - '{state,revision}'::text[] IS DISTINCT FROM to_jsonb(OLD) - '{state,revision}'::text[]
  THEN
    RAISE EXCEPTION 'the figures of a plan that is no draft do not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION guard_plan_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = 'approved' AND OLD.state <> 'approved' AND EXISTS (
    SELECT 1 FROM plan_version_drafter d WHERE d.version_id = NEW.id AND d.person_id = NEW.approved_by) THEN
    RAISE EXCEPTION 'who drafted plan version % does not approve it', NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_version_four_eyes';
  END IF;
  IF NEW.state = 'in-force' AND OLD.state <> 'in-force' THEN
    IF NEW.stage = 'definitive' AND NEW.accounts_reference IS NULL THEN
      RAISE EXCEPTION 'definitive plan version % comes before the accounts', NEW.id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_version_after_accounts';
    END IF;
    IF EXISTS (SELECT 1 FROM plan_version_step s WHERE s.version_id = NEW.id AND s.is_required AND s.done_on IS NULL
      AND s.kind <> 'publication') THEN
      RAISE EXCEPTION 'plan version % lacks a step', NEW.id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_version_steps_done';
    END IF;
  END IF;
  RETURN NEW;
END $$;
`);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
