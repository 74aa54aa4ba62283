import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a plan needs beyond its first form: formulas, the lines that a line continues, everybody who drafted, and
 * the rule that a definitive plan waits for the accounts.
 */
export class CompletePlan1780000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE plan_version_line
  ADD formula jsonb CONSTRAINT plan_version_line_formula CHECK (jsonb_typeof(formula) = 'object'),
  ADD sector text CONSTRAINT plan_version_line_sector CHECK (sector IN ('communities', 'development', 'emergency',
    'health', 'poverty', 'equality', 'children', 'culture', 'heritage', 'sport', 'science', 'environment',
    'volunteering', 'prestige')),
  ADD is_extra_support boolean NOT NULL DEFAULT false,
  ADD co_minister text NOT NULL DEFAULT '' CONSTRAINT plan_version_line_co_minister CHECK (length(co_minister) <= 200);

-- A line lasts through the versions of its year. From year to year, and where lines are merged or split, it continues
-- others: which ones is part of the version, and so frozen with it.
CREATE TABLE plan_version_line_predecessor (
  version_id uuid NOT NULL,
  line_id uuid NOT NULL,
  predecessor_id uuid NOT NULL REFERENCES plan_line,
  PRIMARY KEY (version_id, line_id, predecessor_id),
  FOREIGN KEY (version_id, line_id) REFERENCES plan_version_line ON DELETE CASCADE,
  CONSTRAINT plan_version_line_predecessor_other CHECK (line_id <> predecessor_id)
);
CREATE INDEX plan_version_line_predecessor_back ON plan_version_line_predecessor (predecessor_id);
CREATE TRIGGER plan_version_line_predecessor_draft BEFORE INSERT OR UPDATE OR DELETE ON plan_version_line_predecessor
  FOR EACH ROW EXECUTE FUNCTION guard_plan_draft();
GRANT SELECT, INSERT, DELETE ON plan_version_line_predecessor TO commonlot_app;

-- Four eyes: nobody approves what they had a hand in, whoever submitted it.
CREATE TABLE plan_version_drafter (
  version_id uuid NOT NULL REFERENCES plan_version,
  person_id uuid NOT NULL REFERENCES person,
  PRIMARY KEY (version_id, person_id)
);
GRANT SELECT, INSERT ON plan_version_drafter TO commonlot_app;
INSERT INTO plan_version_drafter
  SELECT id, drafted_by FROM plan_version
  UNION SELECT v.id, j.actor_id FROM plan_version v JOIN journal j ON j.subject_id = v.id
    WHERE j.subject_type = 'plan-version' AND j.type = 'plan-version.lines-saved' AND j.actor_id IS NOT NULL;

-- Of a definitive plan: which general meeting approved the accounts of the year.
ALTER TABLE plan_version ADD accounts_reference text
  CONSTRAINT plan_version_accounts_reference CHECK (length(accounts_reference) BETWEEN 3 AND 200);

CREATE FUNCTION guard_plan_approval() RETURNS trigger LANGUAGE plpgsql AS $$
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
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER plan_version_approval BEFORE UPDATE ON plan_version FOR EACH ROW EXECUTE FUNCTION guard_plan_approval();
`);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
