import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The budget year as law and accounting have it: ceilings of advances, overruns that a minister authorises, months and
 * years that are closed. The database takes the figures of a closing itself, and refuses what comes too late.
 */
export class CloseYears1780000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_cause_check;
ALTER TABLE ledger_entry ADD CONSTRAINT ledger_entry_cause_check CHECK (cause IN ('allocate', 'deallocate', 'authorise',
  'carry-in', 'carry-out', 'give-back', 'reserve', 'release-reservation', 'commit', 'release-commitment', 'pay', 'return'));

-- What a line was given beside the plan: by an authorisation, and from or to another year.
CREATE INDEX ledger_entry_beside_plan ON ledger_entry (line_id)
  WHERE cause IN ('authorise', 'carry-in', 'carry-out', 'give-back');
CREATE OR REPLACE VIEW ledger_line AS
  SELECT a.line_id,
    -coalesce(sum(a.balance_cents) FILTER (WHERE a.kind = 'source'), 0)::bigint AS allocated_cents,
    coalesce(sum(a.balance_cents) FILTER (WHERE a.kind = 'available'), 0)::bigint AS available_cents,
    coalesce(sum(a.balance_cents) FILTER (WHERE a.kind = 'reserved'), 0)::bigint AS reserved_cents,
    coalesce(sum(a.balance_cents) FILTER (WHERE a.kind IN ('committed', 'paid')), 0)::bigint AS committed_cents,
    coalesce(sum(a.balance_cents) FILTER (WHERE a.kind = 'paid'), 0)::bigint AS paid_cents,
    (SELECT coalesce(sum(e.amount_cents) FILTER (WHERE e.cause = 'authorise'), 0)::bigint FROM ledger_entry e
      WHERE e.line_id = a.line_id AND e.cause IN ('authorise', 'carry-in', 'carry-out', 'give-back')) AS authorised_cents,
    (SELECT (coalesce(sum(e.amount_cents) FILTER (WHERE e.cause = 'carry-in'), 0)
        - coalesce(sum(e.amount_cents) FILTER (WHERE e.cause IN ('carry-out', 'give-back')), 0))::bigint
      FROM ledger_entry e
      WHERE e.line_id = a.line_id AND e.cause IN ('authorise', 'carry-in', 'carry-out', 'give-back')) AS carried_cents
  FROM ledger_account a GROUP BY a.line_id;

-- A minister authorises, by an act of its own, that a line is given more than the plan gives it.
CREATE TABLE overrun (
  id uuid PRIMARY KEY,
  line_id uuid NOT NULL REFERENCES plan_line,
  state text NOT NULL CHECK (state IN ('proposed', 'signed', 'withdrawn')),
  amount_cents cents NOT NULL CHECK (amount_cents > 0),
  reason text NOT NULL CHECK (length(reason) BETWEEN 10 AND 1000),
  act_reference text NOT NULL CHECK (length(act_reference) BETWEEN 3 AND 200),
  proposed_by uuid NOT NULL REFERENCES person,
  proposed_at timestamptz NOT NULL DEFAULT app_now(),
  signed_by uuid REFERENCES person,
  signed_at timestamptz,
  revision int NOT NULL DEFAULT 0,
  CONSTRAINT overrun_four_eyes CHECK (signed_by <> proposed_by),
  CONSTRAINT overrun_signature CHECK ((state = 'signed') = (signed_by IS NOT NULL) AND (state = 'signed') = (signed_at IS NOT NULL))
);
CREATE INDEX overrun_line ON overrun (line_id);
INSERT INTO lifecycle_move VALUES ('overrun', '', 'create', 'proposed'), ('overrun', 'proposed', 'sign', 'signed'),
  ('overrun', 'proposed', 'withdraw', 'withdrawn');
CREATE TRIGGER overrun_lifecycle BEFORE INSERT OR UPDATE ON overrun
  FOR EACH ROW EXECUTE FUNCTION guard_lifecycle('overrun');
CREATE TRIGGER overrun_final BEFORE UPDATE ON overrun
  FOR EACH ROW WHEN (OLD.state <> 'proposed') EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT, UPDATE (state, signed_by, signed_at, revision) ON overrun TO commonlot_app;

-- The entries of a year's lines until an instant: how many, one sum over all that they say, and where each line stood.
-- Computed from entries and postings alone, so that it can be computed again at any time.
CREATE FUNCTION ledger_state_at(of_plan uuid, until_at timestamptz)
RETURNS TABLE (entry_count int, entries_hash text, figures jsonb) LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  WITH moved AS (
    SELECT e.sequence, e.line_id, e.cause, e.amount_cents, debit.kind AS source, credit.kind AS target,
      json_build_array(e.sequence::text, e.id::text, e.line_id::text, e.cause, e.amount_cents::text, e.subject_type,
        e.subject_id::text, e.actor_id::text, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'),
        debit.kind, debit.subject_id::text, credit.kind, credit.subject_id::text)::text AS entry
    FROM plan_line l JOIN ledger_entry e ON e.line_id = l.id AND e.at < until_at
      JOIN ledger_posting minus ON minus.entry_id = e.id AND minus.amount_cents < 0
      JOIN ledger_account debit ON debit.id = minus.account_id
      JOIN ledger_posting plus ON plus.entry_id = e.id AND plus.amount_cents > 0
      JOIN ledger_account credit ON credit.id = plus.account_id
    WHERE l.plan_id = of_plan),
  sides AS (
    SELECT line_id, cause, source AS kind, -amount_cents AS amount_cents, false AS is_credit FROM moved
    UNION ALL SELECT line_id, cause, target, amount_cents, true FROM moved),
  lines AS (
    SELECT line_id, json_build_object('lineId', line_id,
      'allocatedCents', -coalesce(sum(amount_cents) FILTER (WHERE kind = 'source'), 0),
      'authorisedCents', coalesce(sum(amount_cents) FILTER (WHERE is_credit AND cause = 'authorise'), 0),
      'carriedCents', coalesce(sum(amount_cents) FILTER (WHERE is_credit AND cause = 'carry-in'), 0)
        - coalesce(sum(amount_cents) FILTER (WHERE is_credit AND cause IN ('carry-out', 'give-back')), 0),
      'reservedCents', coalesce(sum(amount_cents) FILTER (WHERE kind = 'reserved'), 0),
      'committedCents', coalesce(sum(amount_cents) FILTER (WHERE kind IN ('committed', 'paid')), 0),
      'paidCents', coalesce(sum(amount_cents) FILTER (WHERE kind = 'paid'), 0),
      'availableCents', coalesce(sum(amount_cents) FILTER (WHERE kind = 'available'), 0)) AS figures
    FROM sides GROUP BY line_id)
  SELECT (SELECT count(*)::int FROM moved),
    (SELECT encode(sha256(convert_to(coalesce(string_agg(entry, chr(10) ORDER BY sequence), ''), 'UTF8')), 'hex') FROM moved),
    (SELECT coalesce(jsonb_agg(lines.figures ORDER BY line_id), '[]') FROM lines)
$$;

-- A month of a year's ledger that was closed: the figures of its last instant and the head of the sealed journal.
CREATE TABLE month_closing (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  month int NOT NULL CHECK (month BETWEEN 1 AND 12),
  ends_at timestamptz NOT NULL,
  entry_count int NOT NULL,
  entries_hash text NOT NULL CHECK (entries_hash ~ '^[0-9a-f]{64}$'),
  figures jsonb NOT NULL,
  seal_number bigint NOT NULL,
  seal_hash text NOT NULL,
  closed_by uuid NOT NULL REFERENCES person,
  closed_at timestamptz NOT NULL DEFAULT app_now(),
  CONSTRAINT month_closing_once UNIQUE (plan_id, month)
);
-- The one lock of a year's ledger: whoever closes or pays holds it alone, every other entry shares it. The API takes it
-- before it locks accounts, so that nobody waits in a circle.
CREATE FUNCTION take_month_closing() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE of_year int := (SELECT year FROM plan WHERE id = NEW.plan_id);
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('ledger-year'), of_year);
  NEW.ends_at := (make_date(of_year, NEW.month, 1) + interval '1 month') AT TIME ZONE 'Europe/Brussels';
  IF NEW.ends_at > app_now()
    OR NEW.month <> 1 + coalesce((SELECT max(m.month) FROM month_closing m WHERE m.plan_id = NEW.plan_id), 0) THEN
    RAISE EXCEPTION 'it is not the turn of month % of %', NEW.month, of_year
      USING ERRCODE = 'check_violation', CONSTRAINT = 'month_closing_turn';
  END IF;
  SELECT s.entry_count, s.entries_hash, s.figures INTO NEW.entry_count, NEW.entries_hash, NEW.figures
    FROM ledger_state_at(NEW.plan_id, NEW.ends_at) s;
  SELECT s.head_number, s.head_hash INTO NEW.seal_number, NEW.seal_hash FROM seal_journal() s;
  NEW.closed_at := app_now();
  RETURN NEW;
END $$;
CREATE TRIGGER month_closing_turn BEFORE INSERT ON month_closing FOR EACH ROW EXECUTE FUNCTION take_month_closing();
CREATE TRIGGER month_closing_append_only BEFORE UPDATE OR DELETE ON month_closing
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT (id, plan_id, month, closed_by) ON month_closing TO commonlot_app;

-- The closing of a year: where each balance that nobody was promised goes. What comes back later has a closing of its own.
CREATE TABLE year_closing (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  number int NOT NULL CHECK (number > 0),
  state text NOT NULL CHECK (state IN ('prepared', 'signed', 'withdrawn')),
  decision_reference text NOT NULL CHECK (length(decision_reference) BETWEEN 3 AND 200),
  destinations jsonb NOT NULL CHECK (jsonb_typeof(destinations) = 'array'),
  prepared_by uuid NOT NULL REFERENCES person,
  prepared_at timestamptz NOT NULL DEFAULT app_now(),
  signed_by uuid REFERENCES person,
  signed_at timestamptz,
  revision int NOT NULL DEFAULT 0,
  CONSTRAINT year_closing_number UNIQUE (plan_id, number),
  CONSTRAINT year_closing_four_eyes CHECK (signed_by <> prepared_by),
  CONSTRAINT year_closing_signature
    CHECK ((state = 'signed') = (signed_by IS NOT NULL) AND (state = 'signed') = (signed_at IS NOT NULL))
);
CREATE UNIQUE INDEX year_closing_one_prepared ON year_closing (plan_id) WHERE state = 'prepared';
INSERT INTO lifecycle_move VALUES ('year-closing', '', 'create', 'prepared'), ('year-closing', 'prepared', 'sign', 'signed'),
  ('year-closing', 'prepared', 'withdraw', 'withdrawn');
CREATE TRIGGER year_closing_lifecycle BEFORE INSERT OR UPDATE ON year_closing
  FOR EACH ROW EXECUTE FUNCTION guard_lifecycle('year-closing');
CREATE TRIGGER year_closing_final BEFORE UPDATE ON year_closing
  FOR EACH ROW WHEN (OLD.state <> 'prepared') EXECUTE FUNCTION refuse_change();

-- A year is closed when its months are, by the definitive plan, and when no call holds money that could not be awarded.
CREATE FUNCTION guard_year_closing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('ledger-year'), (SELECT year FROM plan WHERE id = NEW.plan_id));
  IF (SELECT count(*) FROM month_closing WHERE plan_id = NEW.plan_id) < 12
    OR NOT EXISTS (SELECT 1 FROM plan_version WHERE plan_id = NEW.plan_id AND state = 'in-force' AND stage = 'definitive')
    OR EXISTS (SELECT 1 FROM ledger_account a JOIN plan_line l ON l.id = a.line_id
      WHERE l.plan_id = NEW.plan_id AND a.kind = 'reserved' AND a.balance_cents > 0) THEN
    RAISE EXCEPTION 'the year of closing % is not ready', NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'year_closing_ready';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER year_closing_ready BEFORE INSERT OR UPDATE ON year_closing
  FOR EACH ROW WHEN (NEW.state <> 'withdrawn') EXECUTE FUNCTION guard_year_closing();

-- Signed, its destinations are booked, each once, and nothing is left over: out and in sum to zero.
CREATE FUNCTION guard_year_closing_booked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
      WITH wanted AS (
        SELECT move.* FROM jsonb_to_recordset(NEW.destinations) AS d ("lineId" uuid, "amountCents" bigint, "toLineId" uuid),
          LATERAL (VALUES (CASE WHEN d."toLineId" IS NULL THEN 'give-back' ELSE 'carry-out' END, d."lineId", d."amountCents"),
            ('carry-in', d."toLineId", d."amountCents")) AS move (cause, line_id, amount) WHERE move.line_id IS NOT NULL),
      booked AS (SELECT cause, line_id, amount_cents::bigint FROM ledger_entry WHERE subject_id = NEW.id)
      (TABLE wanted EXCEPT ALL TABLE booked) UNION ALL (TABLE booked EXCEPT ALL TABLE wanted))
    OR EXISTS (SELECT 1 FROM ledger_account a JOIN plan_line l ON l.id = a.line_id
      WHERE l.plan_id = NEW.plan_id AND a.kind = 'available' AND a.balance_cents > 0) THEN
    RAISE EXCEPTION 'what closing % says is not what was booked', NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'year_closing_booked';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER year_closing_booked AFTER INSERT OR UPDATE ON year_closing
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.state = 'signed') EXECUTE FUNCTION guard_year_closing_booked();
GRANT SELECT, INSERT, UPDATE (state, signed_by, signed_at, revision) ON year_closing TO commonlot_app;

-- No entry is dated into a month that is closed, and a closed year takes nothing new: what was promised may still be
-- paid, released and paid back.
CREATE FUNCTION guard_open_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('ledger-year'), paying.year) FROM (SELECT DISTINCT p.year
    FROM come e JOIN plan_line l ON l.id = e.line_id JOIN plan p ON p.id = l.plan_id WHERE e.cause = 'pay'
    ORDER BY p.year) paying;
  PERFORM pg_advisory_xact_lock_shared(hashtext('ledger-year'), moving.year) FROM (SELECT DISTINCT p.year
    FROM come e JOIN plan_line l ON l.id = e.line_id JOIN plan p ON p.id = l.plan_id ORDER BY p.year) moving;
  IF EXISTS (SELECT 1 FROM come e JOIN plan_line l ON l.id = e.line_id JOIN month_closing m ON m.plan_id = l.plan_id
    WHERE e.at < m.ends_at) THEN
    RAISE EXCEPTION 'an entry is dated into a month that is closed'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_entry_month_open';
  END IF;
  IF EXISTS (SELECT 1 FROM come e JOIN plan_line l ON l.id = e.line_id
      JOIN year_closing y ON y.plan_id = l.plan_id AND y.state = 'signed'
    WHERE e.cause IN ('allocate', 'deallocate', 'authorise', 'carry-in', 'reserve', 'commit')) THEN
    RAISE EXCEPTION 'a closed year takes nothing new'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_entry_year_open';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER ledger_entry_open AFTER INSERT ON ledger_entry
  REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION guard_open_ledger();

-- Money that the plan did not give comes by a signed act, once, and of exactly its amount.
CREATE FUNCTION guard_entry_ground() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE grounds int := CASE WHEN NEW.cause = 'authorise'
  THEN (SELECT count(*) FROM overrun o WHERE o.id = NEW.subject_id AND o.state = 'signed' AND o.line_id = NEW.line_id
    AND o.amount_cents = NEW.amount_cents)
  ELSE (SELECT count(*) FROM year_closing y,
      jsonb_to_recordset(y.destinations) AS d ("lineId" uuid, "amountCents" bigint, "toLineId" uuid)
    WHERE y.id = NEW.subject_id AND y.state = 'signed' AND d."amountCents" = NEW.amount_cents
      AND CASE NEW.cause WHEN 'carry-in' THEN d."toLineId" = NEW.line_id
        ELSE d."lineId" = NEW.line_id AND (d."toLineId" IS NULL) = (NEW.cause = 'give-back') END) END;
BEGIN
  IF (SELECT count(*) FROM ledger_entry e WHERE e.subject_id = NEW.subject_id AND e.line_id = NEW.line_id
    AND e.cause = NEW.cause AND e.amount_cents = NEW.amount_cents) > grounds THEN
    RAISE EXCEPTION 'entry % has no signed act', NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_entry_ground';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER ledger_entry_ground AFTER INSERT ON ledger_entry DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.cause IN ('authorise', 'carry-in', 'carry-out', 'give-back')) EXECUTE FUNCTION guard_entry_ground();

-- Law of 19 April 2002, art. 26: the most that may have been paid on a day on the provisional plan that is in force; null
-- where no ceiling holds.
CREATE FUNCTION advance_ceiling(of_plan uuid, on_day date) RETURNS bigint LANGUAGE sql STABLE
SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN on_day <= make_date(p.year, 6, 30) THEN v.total_cents * 50 / 100
    WHEN on_day <= make_date(p.year, 12, 31) THEN v.total_cents * 80 / 100 END
  FROM plan p JOIN plan_version v ON v.plan_id = p.id AND v.state = 'in-force' AND v.stage = 'provisional'
  WHERE p.id = of_plan
$$;
CREATE FUNCTION guard_advance() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE of_plan uuid := (SELECT plan_id FROM plan_line WHERE id = NEW.line_id);
BEGIN
  IF (SELECT sum(a.balance_cents) FROM ledger_account a JOIN plan_line l ON l.id = a.line_id
      WHERE l.plan_id = of_plan AND a.kind = 'paid')
    > advance_ceiling(of_plan, (app_now() AT TIME ZONE 'Europe/Brussels')::date) THEN
    RAISE EXCEPTION 'more would be paid than the law allows to advance'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_entry_advance';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER ledger_entry_advance AFTER INSERT ON ledger_entry DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.cause = 'pay') EXECUTE FUNCTION guard_advance();
`);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
