import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The distribution plan (law of 19 April 2002, art. 23) as versions of a tree, and the double-entry ledger of its lines.
 * plan_line is the line that lasts through the versions of a year; money hangs on it, not on a version.
 */
export class CreatePlanAndLedger1780000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE plan (id uuid PRIMARY KEY, year int NOT NULL UNIQUE CHECK (year BETWEEN 1990 AND 2100));
GRANT SELECT, INSERT ON plan TO commonlot_app;

CREATE TABLE plan_version (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  number int NOT NULL CHECK (number > 0),
  stage text NOT NULL CHECK (stage IN ('provisional', 'definitive')),
  state text NOT NULL CHECK (state IN ('draft', 'submitted', 'approved', 'in-force', 'superseded')),
  total_cents cents NOT NULL CHECK (total_cents > 0),
  unassigned_cents cents NOT NULL,
  remark localised_text,
  source text NOT NULL DEFAULT '',
  drafted_by uuid NOT NULL REFERENCES person,
  drafted_at timestamptz NOT NULL DEFAULT app_now(),
  submitted_by uuid REFERENCES person, submitted_at timestamptz,
  approved_by uuid REFERENCES person, approved_at timestamptz,
  -- Why the version was sent back; stays until it is submitted again.
  return_reason text CHECK (length(return_reason) BETWEEN 1 AND 1000),
  decree_reference text CHECK (length(decree_reference) BETWEEN 3 AND 200),
  decree_on date,
  in_force_at timestamptz,
  revision int NOT NULL DEFAULT 0,
  UNIQUE (plan_id, number),
  CONSTRAINT plan_version_balanced CHECK (state = 'draft' OR unassigned_cents = 0),
  CONSTRAINT plan_version_four_eyes CHECK (approved_by <> submitted_by AND approved_by <> drafted_by),
  CONSTRAINT plan_version_steps CHECK (
    (state IN ('draft') OR submitted_by IS NOT NULL) AND (state IN ('draft', 'submitted') OR approved_by IS NOT NULL)),
  CONSTRAINT plan_version_decree CHECK (
    state NOT IN ('in-force', 'superseded') OR (decree_reference IS NOT NULL AND decree_on IS NOT NULL
      AND in_force_at IS NOT NULL))
);
CREATE UNIQUE INDEX plan_version_one_in_force ON plan_version (plan_id) WHERE state = 'in-force';
INSERT INTO lifecycle_move VALUES ('plan-version', '', 'create', 'draft'), ('plan-version', 'draft', 'submit', 'submitted'),
  ('plan-version', 'submitted', 'approve', 'approved'), ('plan-version', 'submitted', 'sendBack', 'draft'),
  ('plan-version', 'approved', 'enterIntoForce', 'in-force'), ('plan-version', 'approved', 'sendBack', 'draft'),
  ('plan-version', 'in-force', 'supersede', 'superseded');
CREATE TRIGGER plan_version_lifecycle BEFORE INSERT OR UPDATE ON plan_version
  FOR EACH ROW EXECUTE FUNCTION guard_lifecycle('plan-version');
GRANT SELECT, INSERT, UPDATE ON plan_version TO commonlot_app;

CREATE TABLE plan_line (
  id uuid PRIMARY KEY, plan_id uuid NOT NULL REFERENCES plan, UNIQUE (id, plan_id)
);
GRANT SELECT, INSERT ON plan_line TO commonlot_app;

CREATE TABLE plan_version_line (
  version_id uuid NOT NULL REFERENCES plan_version,
  line_id uuid NOT NULL REFERENCES plan_line,
  parent_line_id uuid REFERENCES plan_line,
  position int NOT NULL,
  code text NOT NULL CHECK (code ~ '^[0-9A-Z]{1,4}(\\.[0-9]{1,4}){0,5}$'),
  kind text NOT NULL CHECK (kind IN ('heading', 'statutory-community', 'statutory-named', 'special-contribution',
    'nominative', 'open-envelope', 'call-envelope', 'sector-envelope', 'balancing', 'not-itemised')),
  label localised_text NOT NULL,
  amount_cents cents CHECK (amount_cents >= 0),
  is_pm boolean NOT NULL DEFAULT false,
  legal_ground text NOT NULL DEFAULT '' CHECK (length(legal_ground) <= 500),
  beneficiary_number enterprise_number,
  PRIMARY KEY (version_id, line_id),
  UNIQUE (version_id, code),
  FOREIGN KEY (version_id, parent_line_id) REFERENCES plan_version_line (version_id, line_id)
    DEFERRABLE INITIALLY DEFERRED,
  -- "PM" (pro memoria) is the absence of an amount, not zero; a heading's figure is the sum of what stands under it.
  CONSTRAINT plan_version_line_amount CHECK ((amount_cents IS NULL) = (is_pm OR kind = 'heading')),
  CHECK (NOT (is_pm AND kind = 'heading'))
);
CREATE INDEX plan_version_line_line ON plan_version_line (line_id);
-- Each line that goes is looked for among the parents of those that stay.
CREATE INDEX plan_version_line_parent ON plan_version_line (version_id, parent_line_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON plan_version_line TO commonlot_app;

-- R1: in every committed snapshot the lines and what is not yet assigned add up to the total, to the cent.
CREATE FUNCTION guard_plan_sum() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE difference bigint;
BEGIN
  SELECT v.total_cents - v.unassigned_cents - coalesce(
      (SELECT sum(amount_cents) FROM plan_version_line l WHERE l.version_id = v.id), 0)
    INTO difference FROM plan_version v WHERE v.id = NEW.id;
  IF difference <> 0 THEN
    RAISE EXCEPTION 'plan version % does not add up: % cents off', NEW.id, difference
      USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_version_sum';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER plan_version_sum AFTER INSERT OR UPDATE ON plan_version
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_plan_sum();
-- A sum for each of thousands of lines would take minutes. Each statement that touches lines touches their versions
-- once instead, without changing them: that alone queues the check above for the commit.
CREATE FUNCTION touch_plan_versions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP IN ('DELETE', 'UPDATE') THEN
    UPDATE plan_version SET total_cents = total_cents WHERE id IN (SELECT version_id FROM gone);
  END IF;
  IF TG_OP IN ('INSERT', 'UPDATE') THEN
    UPDATE plan_version SET total_cents = total_cents WHERE id IN (SELECT version_id FROM come);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER plan_version_line_come AFTER INSERT ON plan_version_line
  REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION touch_plan_versions();
CREATE TRIGGER plan_version_line_change AFTER UPDATE ON plan_version_line
  REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION touch_plan_versions();
CREATE TRIGGER plan_version_line_go AFTER DELETE ON plan_version_line
  REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION touch_plan_versions();

-- Only a draft can be edited. The lock keeps a submission from passing an edit that is under way.
CREATE FUNCTION guard_plan_draft() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE version uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.version_id ELSE NEW.version_id END;
BEGIN
  PERFORM 1 FROM plan_version WHERE id = version AND state = 'draft' FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'plan version % is no draft: a change is a new version', version
      USING ERRCODE = 'restrict_violation', CONSTRAINT = 'plan_version_line_draft';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER plan_version_line_draft BEFORE INSERT OR UPDATE OR DELETE ON plan_version_line
  FOR EACH ROW EXECUTE FUNCTION guard_plan_draft();
CREATE FUNCTION guard_plan_figures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'draft' AND (NEW.total_cents, NEW.unassigned_cents, NEW.stage, NEW.plan_id, NEW.number, NEW.drafted_by)
    IS DISTINCT FROM (OLD.total_cents, OLD.unassigned_cents, OLD.stage, OLD.plan_id, OLD.number, OLD.drafted_by) THEN
    RAISE EXCEPTION 'the figures of a plan that is no draft do not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER plan_version_figures BEFORE UPDATE ON plan_version FOR EACH ROW EXECUTE FUNCTION guard_plan_figures();

-- The ledger. An account belongs to a line; reserved money to a call, committed and paid money to a decision.
CREATE TABLE ledger_account (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  line_id uuid NOT NULL REFERENCES plan_line,
  kind text NOT NULL CHECK (kind IN ('source', 'available', 'reserved', 'committed', 'paid')),
  subject_id uuid,
  balance_cents cents NOT NULL DEFAULT 0,
  UNIQUE NULLS NOT DISTINCT (line_id, kind, subject_id),
  CHECK ((subject_id IS NOT NULL) = (kind IN ('reserved', 'committed', 'paid'))),
  -- R2: no account but the source goes below zero, so that nothing is spent twice, whoever asks at the same time.
  CONSTRAINT ledger_account_not_overspent CHECK (kind = 'source' OR balance_cents >= 0)
);
CREATE INDEX ledger_account_subject ON ledger_account (subject_id) WHERE subject_id IS NOT NULL;
GRANT SELECT, INSERT (line_id, kind, subject_id) ON ledger_account TO commonlot_app;

CREATE TABLE ledger_entry (
  id uuid PRIMARY KEY,
  sequence bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  line_id uuid NOT NULL REFERENCES plan_line,
  cause text NOT NULL CHECK (cause IN ('allocate', 'deallocate', 'reserve', 'release-reservation', 'commit',
    'release-commitment', 'pay', 'return')),
  amount_cents cents NOT NULL CHECK (amount_cents > 0),
  subject_type text NOT NULL,
  subject_id uuid NOT NULL,
  actor_id uuid REFERENCES person,
  at timestamptz NOT NULL DEFAULT app_now(),
  written_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX ledger_entry_line ON ledger_entry (line_id, sequence);
CREATE INDEX ledger_entry_subject ON ledger_entry (subject_id);
CREATE TABLE ledger_posting (
  entry_id uuid NOT NULL REFERENCES ledger_entry,
  account_id uuid NOT NULL REFERENCES ledger_account,
  amount_cents cents NOT NULL CHECK (amount_cents <> 0),
  PRIMARY KEY (entry_id, account_id)
);
CREATE INDEX ledger_posting_account ON ledger_posting (account_id);
CREATE TRIGGER ledger_entry_append_only BEFORE UPDATE OR DELETE ON ledger_entry
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_posting_append_only BEFORE UPDATE OR DELETE ON ledger_posting
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON ledger_entry, ledger_posting TO commonlot_app;

-- R3: each entry sums to zero and moves exactly its amount, on accounts of its own line.
CREATE FUNCTION guard_entry_balance() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE entry uuid;
BEGIN
  IF TG_TABLE_NAME = 'ledger_entry' THEN entry := NEW.id; ELSE entry := NEW.entry_id; END IF;
  IF NOT EXISTS (
    SELECT 1 FROM ledger_entry e JOIN ledger_posting p ON p.entry_id = e.id JOIN ledger_account a ON a.id = p.account_id
    WHERE e.id = entry GROUP BY e.id
    HAVING count(*) = 2 AND sum(p.amount_cents) = 0 AND max(p.amount_cents) = max(e.amount_cents)
      AND bool_and(a.line_id = e.line_id)) THEN
    RAISE EXCEPTION 'ledger entry % does not balance', entry
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_entry_balance';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER ledger_entry_balance AFTER INSERT ON ledger_entry
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_entry_balance();
CREATE CONSTRAINT TRIGGER ledger_posting_balance AFTER INSERT ON ledger_posting
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_entry_balance();

-- The balance is a cache that only a posting moves: the API has no right to write it.
CREATE FUNCTION apply_posting() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE ledger_account SET balance_cents = balance_cents + NEW.amount_cents WHERE id = NEW.account_id;
  RETURN NULL;
END $$;
CREATE TRIGGER ledger_posting_apply AFTER INSERT ON ledger_posting FOR EACH ROW EXECUTE FUNCTION apply_posting();

-- Locks accounts in one order, so that two transfers in opposite directions wait for each other and do not deadlock.
CREATE FUNCTION lock_ledger_accounts(ids uuid[]) RETURNS void LANGUAGE sql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  SELECT 1 FROM (SELECT id FROM ledger_account WHERE id = ANY (ids) ORDER BY id FOR UPDATE) locked
$$;
REVOKE EXECUTE ON FUNCTION lock_ledger_accounts(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lock_ledger_accounts(uuid[]) TO commonlot_app;

-- allocated, reserved, committed (paid included), paid and available of each line.
CREATE VIEW ledger_line AS
  SELECT line_id,
    -coalesce(sum(balance_cents) FILTER (WHERE kind = 'source'), 0)::bigint AS allocated_cents,
    coalesce(sum(balance_cents) FILTER (WHERE kind = 'available'), 0)::bigint AS available_cents,
    coalesce(sum(balance_cents) FILTER (WHERE kind = 'reserved'), 0)::bigint AS reserved_cents,
    coalesce(sum(balance_cents) FILTER (WHERE kind IN ('committed', 'paid')), 0)::bigint AS committed_cents,
    coalesce(sum(balance_cents) FILTER (WHERE kind = 'paid'), 0)::bigint AS paid_cents
  FROM ledger_account GROUP BY line_id;
GRANT SELECT ON ledger_line TO commonlot_app;
`);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
