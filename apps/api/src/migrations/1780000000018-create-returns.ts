import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Money that comes back after a signed award: reductions, and repayments of what was paid. */
export class CreateReturns1780000000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- An award is lowered beside its act, which never changes: what is left is the act's amount less what was confirmed.
CREATE TABLE award_reduction (
  id uuid PRIMARY KEY,
  decision_id uuid NOT NULL REFERENCES decision,
  amount_cents cents NOT NULL CHECK (amount_cents > 0),
  kind text NOT NULL CHECK (kind IN ('renounced', 'smaller-project', 'conditions-not-met', 'other')),
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  reference text NOT NULL CHECK (length(reference) BETWEEN 1 AND 200),
  state text NOT NULL CHECK (state IN ('proposed', 'confirmed', 'refused', 'withdrawn')),
  proposed_by uuid NOT NULL REFERENCES person,
  proposed_at timestamptz NOT NULL DEFAULT app_now(),
  closed_by uuid REFERENCES person,
  closed_at timestamptz,
  refusal text CHECK (length(refusal) BETWEEN 1 AND 1000),
  revision int NOT NULL DEFAULT 0,
  CONSTRAINT award_reduction_four_eyes CHECK (state = 'withdrawn' OR closed_by <> proposed_by),
  CONSTRAINT award_reduction_withdrawn CHECK (state <> 'withdrawn' OR closed_by = proposed_by),
  CONSTRAINT award_reduction_closed CHECK ((closed_by IS NULL) = (state = 'proposed')
    AND (closed_at IS NULL) = (state = 'proposed') AND (refusal IS NOT NULL) = (state = 'refused'))
);
CREATE UNIQUE INDEX award_reduction_one_open ON award_reduction (decision_id) WHERE state = 'proposed';
CREATE INDEX award_reduction_decision ON award_reduction (decision_id);
INSERT INTO lifecycle_move VALUES ('award-reduction', '', 'create', 'proposed'),
  ('award-reduction', 'proposed', 'confirm', 'confirmed'), ('award-reduction', 'proposed', 'refuse', 'refused'),
  ('award-reduction', 'proposed', 'withdraw', 'withdrawn');
CREATE TRIGGER award_reduction_lifecycle BEFORE INSERT OR UPDATE ON award_reduction
  FOR EACH ROW EXECUTE FUNCTION guard_lifecycle('award-reduction');
GRANT SELECT, INSERT, UPDATE (state, closed_by, closed_at, refusal, revision) ON award_reduction TO commonlot_app;

-- R2: the instalments of a decision never exceed what it awards, less its reductions.
CREATE OR REPLACE FUNCTION guard_instalments() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT sum(p.amount_cents) FROM payment p WHERE p.decision_id = NEW.decision_id AND p.state <> 'cancelled')
    > (SELECT d.amount_cents - coalesce((SELECT sum(r.amount_cents) FROM award_reduction r
         WHERE r.decision_id = d.id AND r.state = 'confirmed'), 0)
       FROM decision d WHERE d.id = NEW.decision_id AND d.signed_at IS NOT NULL) THEN
    RAISE EXCEPTION 'instalments exceed the award' USING ERRCODE = 'check_violation', CONSTRAINT = 'payment_within_award';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER award_reduction_within_award AFTER INSERT OR UPDATE ON award_reduction
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_instalments();

-- What a beneficiary gives back of what was paid (law of 16-22 May 2003, art. 121-124), with a communication of its own.
CREATE SEQUENCE repayment_serial AS bigint START 1000000000 MAXVALUE 9999999999;
GRANT USAGE ON SEQUENCE repayment_serial TO commonlot_app;
CREATE TABLE repayment (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  decision_id uuid NOT NULL REFERENCES decision,
  amount_cents cents NOT NULL CHECK (amount_cents > 0),
  received_cents cents NOT NULL DEFAULT 0,
  kind text NOT NULL CHECK (kind IN ('unspent', 'conditions-not-met', 'paid-in-error', 'other')),
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  due_on date NOT NULL,
  communication text NOT NULL UNIQUE CHECK (communication ~ '^[0-9]{12}$'),
  state text NOT NULL CHECK (state IN ('asked', 'partly-received', 'received', 'withdrawn')),
  asked_by uuid NOT NULL REFERENCES person,
  asked_at timestamptz NOT NULL DEFAULT app_now(),
  waived_by uuid REFERENCES person,
  waived_at timestamptz,
  waiver text CHECK (length(waiver) BETWEEN 1 AND 1000),
  revision int NOT NULL DEFAULT 0,
  CONSTRAINT repayment_four_eyes CHECK (waived_by <> asked_by),
  CONSTRAINT repayment_received CHECK (CASE state WHEN 'asked' THEN received_cents = 0
    WHEN 'partly-received' THEN received_cents > 0 AND received_cents < amount_cents
    WHEN 'received' THEN received_cents = amount_cents
    ELSE received_cents >= 0 AND received_cents < amount_cents END),
  CONSTRAINT repayment_waived CHECK ((waived_by IS NOT NULL) = (state = 'withdrawn')
    AND (waived_at IS NOT NULL) = (state = 'withdrawn') AND (waiver IS NOT NULL) = (state = 'withdrawn'))
);
CREATE INDEX repayment_decision ON repayment (decision_id);
CREATE INDEX repayment_open ON repayment (due_on, number) WHERE state IN ('asked', 'partly-received');
INSERT INTO lifecycle_move VALUES ('repayment', '', 'create', 'asked'),
  ('repayment', 'asked', 'receivePart', 'partly-received'), ('repayment', 'asked', 'receiveRest', 'received'),
  ('repayment', 'asked', 'waive', 'withdrawn'), ('repayment', 'partly-received', 'receivePart', 'partly-received'),
  ('repayment', 'partly-received', 'receiveRest', 'received'), ('repayment', 'partly-received', 'waive', 'withdrawn');
CREATE TRIGGER repayment_lifecycle BEFORE INSERT OR UPDATE ON repayment
  FOR EACH ROW EXECUTE FUNCTION guard_lifecycle('repayment');
GRANT SELECT, INSERT, UPDATE (state, received_cents, waived_by, waived_at, waiver, revision) ON repayment
  TO commonlot_app;

CREATE TABLE repayment_receipt (
  id uuid PRIMARY KEY,
  repayment_id uuid NOT NULL REFERENCES repayment,
  amount_cents cents NOT NULL CHECK (amount_cents > 0),
  received_on date NOT NULL,
  bank_reference text NOT NULL CHECK (length(bank_reference) BETWEEN 1 AND 100),
  recorded_by uuid NOT NULL REFERENCES person,
  recorded_at timestamptz NOT NULL DEFAULT app_now(),
  -- One line of a bank statement pays one part, whoever types it in twice.
  CONSTRAINT repayment_receipt_once UNIQUE (repayment_id, bank_reference)
);
CREATE TRIGGER repayment_receipt_append_only BEFORE UPDATE OR DELETE ON repayment_receipt
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON repayment_receipt TO commonlot_app;

-- Whoever asked for money does not say that it came.
CREATE FUNCTION guard_receipt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM repayment WHERE id = NEW.repayment_id AND asked_by = NEW.recorded_by) THEN
    RAISE EXCEPTION 'who asked for repayment % does not record its receipt', NEW.repayment_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'repayment_receipt_four_eyes';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER repayment_receipt_four_eyes BEFORE INSERT ON repayment_receipt
  FOR EACH ROW EXECUTE FUNCTION guard_receipt();

-- What a repayment says that came in is the sum of its receipts.
CREATE FUNCTION guard_receipts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE asked uuid;
BEGIN
  IF TG_TABLE_NAME = 'repayment' THEN asked := NEW.id; ELSE asked := NEW.repayment_id; END IF;
  IF (SELECT received_cents FROM repayment WHERE id = asked)
    <> (SELECT coalesce(sum(amount_cents), 0) FROM repayment_receipt WHERE repayment_id = asked) THEN
    RAISE EXCEPTION 'repayment % is not the sum of its receipts', asked
      USING ERRCODE = 'check_violation', CONSTRAINT = 'repayment_receipts_add_up';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER repayment_adds_up AFTER INSERT OR UPDATE ON repayment
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_receipts();
CREATE CONSTRAINT TRIGGER repayment_receipt_adds_up AFTER INSERT ON repayment_receipt
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_receipts();

-- No more is asked back than was paid; of what was waived only what came in counts.
CREATE FUNCTION guard_repayments() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT sum(CASE state WHEN 'withdrawn' THEN received_cents ELSE amount_cents END) FROM repayment
        WHERE decision_id = NEW.decision_id)
    > (SELECT coalesce(sum(amount_cents), 0) FROM payment WHERE decision_id = NEW.decision_id AND state = 'paid') THEN
    RAISE EXCEPTION 'more is asked back of decision % than was paid', NEW.decision_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'repayment_within_paid';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER repayment_within_paid AFTER INSERT OR UPDATE ON repayment
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_repayments();

-- What may be public of the decisions: the act's amount, what is left of it, what was paid and not given back.
DROP VIEW released_award;
CREATE VIEW released_award AS
  SELECT d.*, b.call_id, b.released_at, (coalesce(p.cents, 0) - coalesce(y.cents, 0))::bigint AS paid_cents,
    (d.amount_cents - coalesce(r.cents, 0))::bigint AS current_cents, coalesce(y.cents, 0)::bigint AS repaid_cents
  FROM decision d JOIN decision_batch b ON b.id = d.batch_id
    CROSS JOIN LATERAL (SELECT sum(amount_cents) AS cents FROM payment WHERE decision_id = d.id AND state = 'paid') p
    CROSS JOIN LATERAL (SELECT sum(amount_cents) AS cents FROM award_reduction
      WHERE decision_id = d.id AND state = 'confirmed') r
    CROSS JOIN LATERAL (SELECT sum(received_cents) AS cents FROM repayment WHERE decision_id = d.id) y
  WHERE b.state = 'released' AND d.outcome = 'award' AND d.lapsed_at IS NULL;
GRANT SELECT ON released_award TO commonlot_app;

-- The amount of a public award is what is left of it; the first one is this and its reductions: amount, kind and day.
ALTER TABLE register.award ADD COLUMN reductions jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN repaid_cents bigint NOT NULL DEFAULT 0;
`);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
