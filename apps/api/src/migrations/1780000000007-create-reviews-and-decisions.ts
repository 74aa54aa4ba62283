import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reviewers' assignments and scores; direct files; the minister's decisions, signed in batches; payments. */
export class CreateReviewsAndDecisions1780000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE review_assignment (
  id uuid PRIMARY KEY,
  application_id uuid NOT NULL REFERENCES application,
  reviewer_id uuid NOT NULL REFERENCES person,
  state text NOT NULL CHECK (state IN ('assigned', 'accepted', 'conflicted', 'sent')),
  assigned_by uuid NOT NULL REFERENCES person,
  assigned_at timestamptz NOT NULL DEFAULT app_now(),
  due_at timestamptz,
  declared_at timestamptz,
  conflict_kind text CHECK (conflict_kind IN ('family', 'employment', 'board', 'financial', 'other')),
  scores jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(scores) = 'object'),
  remark text NOT NULL DEFAULT '' CHECK (length(remark) <= 4000),
  weighted_basis_points int CHECK (weighted_basis_points BETWEEN 0 AND 10000),
  sent_at timestamptz,
  revision int NOT NULL DEFAULT 0,
  UNIQUE (application_id, reviewer_id),
  CHECK ((declared_at IS NULL) = (state = 'assigned')),
  CHECK ((conflict_kind IS NOT NULL) = (state = 'conflicted')),
  CONSTRAINT review_sent CHECK ((sent_at IS NOT NULL) = (state = 'sent')
    AND (weighted_basis_points IS NOT NULL) = (state = 'sent')),
  -- No score by somebody who has not declared that there is no conflict.
  CONSTRAINT review_declared_first CHECK (scores = '{}' OR state IN ('accepted', 'sent')),
  CHECK (reviewer_id <> assigned_by)
);
CREATE INDEX review_assignment_reviewer ON review_assignment (reviewer_id, state);
INSERT INTO lifecycle_move VALUES ('review-assignment', '', 'create', 'assigned'),
  ('review-assignment', 'assigned', 'accept', 'accepted'),
  ('review-assignment', 'assigned', 'declareConflict', 'conflicted'),
  ('review-assignment', 'accepted', 'send', 'sent'),
  ('review-assignment', 'accepted', 'declareConflict', 'conflicted');
CREATE TRIGGER review_assignment_lifecycle BEFORE INSERT OR UPDATE ON review_assignment
  FOR EACH ROW EXECUTE FUNCTION guard_lifecycle('review-assignment');
CREATE FUNCTION guard_sent_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'sent' THEN
    RAISE EXCEPTION 'a review that was sent does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER review_sent_frozen BEFORE UPDATE ON review_assignment FOR EACH ROW EXECUTE FUNCTION guard_sent_review();
-- A reviewer has no seat in the organisation whose file is scored.
CREATE FUNCTION guard_reviewer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM application a JOIN organisation_member m USING (organisation_id)
    WHERE a.id = NEW.application_id AND m.person_id = NEW.reviewer_id) THEN
    RAISE EXCEPTION 'a member of the applicant does not review' USING ERRCODE = 'restrict_violation',
      CONSTRAINT = 'review_not_own_organisation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER review_not_own_organisation BEFORE INSERT ON review_assignment
  FOR EACH ROW EXECUTE FUNCTION guard_reviewer();
GRANT SELECT, INSERT, UPDATE ON review_assignment TO commonlot_app;

-- A direct line: a beneficiary named by the plan, no call, no jury, but a file like any other.
CREATE TABLE direct_file (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE CHECK (number ~ '^[0-9]{4}-D[0-9]{4}$'),
  line_id uuid NOT NULL REFERENCES plan_line,
  organisation_id uuid NOT NULL REFERENCES organisation,
  file_language text NOT NULL CHECK (file_language IN ('nl', 'fr', 'de')),
  state text NOT NULL CHECK (state IN ('draft', 'proposed', 'awarded', 'refused', 'discarded')),
  released_state text NOT NULL DEFAULT 'none' CHECK (released_state IN ('none', 'awarded', 'refused')),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  purpose text NOT NULL CHECK (length(purpose) BETWEEN 1 AND 4000),
  requested_cents cents NOT NULL CHECK (requested_cents > 0),
  prepared_by uuid NOT NULL REFERENCES person,
  created_at timestamptz NOT NULL DEFAULT app_now(),
  revision int NOT NULL DEFAULT 0
);
CREATE INDEX direct_file_line ON direct_file (line_id);
CREATE INDEX direct_file_organisation ON direct_file (organisation_id);
INSERT INTO lifecycle_move VALUES ('direct-file', '', 'create', 'draft'), ('direct-file', 'draft', 'propose', 'proposed'),
  ('direct-file', 'draft', 'discard', 'discarded'), ('direct-file', 'proposed', 'award', 'awarded'),
  ('direct-file', 'proposed', 'refuse', 'refused'), ('direct-file', 'proposed', 'sendBack', 'draft');
CREATE TRIGGER direct_file_lifecycle BEFORE INSERT OR UPDATE ON direct_file
  FOR EACH ROW EXECUTE FUNCTION guard_lifecycle('direct-file');
GRANT SELECT, INSERT, UPDATE ON direct_file TO commonlot_app;

CREATE TABLE decision_batch (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE CHECK (number ~ '^[0-9]{4}-B[0-9]{3}$'),
  line_id uuid NOT NULL REFERENCES plan_line,
  call_id uuid REFERENCES call,
  state text NOT NULL CHECK (state IN ('draft', 'prepared', 'signed', 'released', 'discarded')),
  prepared_by uuid NOT NULL REFERENCES person,
  created_at timestamptz NOT NULL DEFAULT app_now(),
  prepared_at timestamptz,
  signed_by uuid REFERENCES person,
  signed_at timestamptz,
  signatory_title text NOT NULL DEFAULT '',
  released_by uuid REFERENCES person,
  released_at timestamptz,
  revision int NOT NULL DEFAULT 0,
  CONSTRAINT decision_batch_four_eyes CHECK (signed_by <> prepared_by),
  CHECK ((signed_by IS NOT NULL AND signed_at IS NOT NULL) = (state IN ('signed', 'released'))),
  CHECK ((released_at IS NOT NULL) = (state = 'released'))
);
CREATE UNIQUE INDEX decision_batch_one_per_call ON decision_batch (call_id)
  WHERE call_id IS NOT NULL AND state IN ('draft', 'prepared');
INSERT INTO lifecycle_move VALUES ('decision-batch', '', 'create', 'draft'),
  ('decision-batch', 'draft', 'prepare', 'prepared'), ('decision-batch', 'draft', 'discard', 'discarded'),
  ('decision-batch', 'prepared', 'sendBack', 'draft'), ('decision-batch', 'prepared', 'sign', 'signed'),
  ('decision-batch', 'signed', 'release', 'released');
CREATE TRIGGER decision_batch_lifecycle BEFORE INSERT OR UPDATE ON decision_batch
  FOR EACH ROW EXECUTE FUNCTION guard_lifecycle('decision-batch');
GRANT SELECT, INSERT, UPDATE ON decision_batch TO commonlot_app;

CREATE TABLE decision (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  batch_id uuid NOT NULL REFERENCES decision_batch,
  application_id uuid REFERENCES application,
  direct_file_id uuid REFERENCES direct_file,
  organisation_id uuid NOT NULL REFERENCES organisation,
  line_id uuid NOT NULL REFERENCES plan_line,
  plan_version_id uuid NOT NULL REFERENCES plan_version,
  language text NOT NULL CHECK (language IN ('nl', 'fr', 'de')),
  outcome text CHECK (outcome IN ('award', 'refuse', 'exclude')),
  amount_cents cents CHECK (amount_cents > 0),
  criterion_reasons jsonb NOT NULL DEFAULT '{}',
  reason text NOT NULL DEFAULT '' CHECK (length(reason) <= 4000),
  public_reason text NOT NULL DEFAULT '' CHECK (length(public_reason) <= 1000),
  advised_outcome text CHECK (advised_outcome IN ('award', 'refuse', 'exclude')),
  ranking_position int,
  mean_basis_points int,
  deviation_reason text NOT NULL DEFAULT '' CHECK (length(deviation_reason) <= 4000),
  act jsonb,
  decided_by uuid REFERENCES person,
  signed_at timestamptz,
  letter_file_id uuid REFERENCES stored_file,
  -- Set when the applicant withdrew between signature and release: the money went back, no letter goes out.
  lapsed_at timestamptz,
  corrects_decision_id uuid REFERENCES decision,
  revision int NOT NULL DEFAULT 0,
  CONSTRAINT decision_one_candidate CHECK (num_nonnulls(application_id, direct_file_id) = 1),
  CONSTRAINT decision_amount CHECK (outcome IS NULL OR (amount_cents IS NOT NULL) = (outcome = 'award')),
  -- An act that lacks a part required by law cannot be signed (law of 22 May 2003, art. 121; law of 29 July 1991).
  CONSTRAINT decision_act_complete CHECK (signed_at IS NULL OR (outcome IS NOT NULL AND length(reason) >= 30
    AND act IS NOT NULL AND act ?& ARRAY['legalGrounds', 'planReference', 'lineCode', 'purpose', 'remedies']
    AND (outcome <> 'award' OR act ?& ARRAY['instalments', 'proofs', 'visibilityDuty', 'controlClause', 'recoveryClause'])))
);
-- A second decision on a file is impossible but as a correction that names the first.
CREATE UNIQUE INDEX decision_one_per_application ON decision (application_id)
  WHERE application_id IS NOT NULL AND corrects_decision_id IS NULL;
CREATE UNIQUE INDEX decision_one_per_direct_file ON decision (direct_file_id)
  WHERE direct_file_id IS NOT NULL AND corrects_decision_id IS NULL;
CREATE INDEX decision_batch_order ON decision (batch_id, ranking_position, number);
CREATE INDEX decision_organisation ON decision (organisation_id);
CREATE INDEX decision_application ON decision (application_id) WHERE application_id IS NOT NULL;
CREATE INDEX decision_corrected ON decision (corrects_decision_id) WHERE corrects_decision_id IS NOT NULL;
CREATE INDEX decision_line ON decision (line_id);
CREATE FUNCTION guard_signed_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.signed_at IS NOT NULL THEN
      RAISE EXCEPTION 'a signed decision stays' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN OLD;
  END IF;
  -- Only the letter is added after the signature, or that the decision lapsed.
  IF OLD.signed_at IS NOT NULL AND (to_jsonb(NEW) - 'letter_file_id' - 'lapsed_at' - 'revision')
    IS DISTINCT FROM (to_jsonb(OLD) - 'letter_file_id' - 'lapsed_at' - 'revision') THEN
    RAISE EXCEPTION 'a signed decision does not change: a correction is a new decision' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.letter_file_id IS NOT NULL AND NEW.letter_file_id IS DISTINCT FROM OLD.letter_file_id THEN
    RAISE EXCEPTION 'a letter is not replaced' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER decision_signed BEFORE UPDATE OR DELETE ON decision
  FOR EACH ROW EXECUTE FUNCTION guard_signed_decision();
GRANT SELECT, INSERT, UPDATE, DELETE ON decision TO commonlot_app;

CREATE TABLE payment (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  decision_id uuid NOT NULL REFERENCES decision,
  instalment int NOT NULL CHECK (instalment > 0),
  amount_cents cents NOT NULL CHECK (amount_cents > 0),
  due_on date,
  condition text NOT NULL DEFAULT '',
  state text NOT NULL CHECK (state IN ('planned', 'prepared', 'approved', 'paid', 'cancelled')),
  bank_account_id uuid REFERENCES bank_account,
  prepared_by uuid REFERENCES person, prepared_at timestamptz,
  approved_by uuid REFERENCES person, approved_at timestamptz,
  -- Why it was sent back; stays until it is prepared again.
  return_reason text CHECK (length(return_reason) BETWEEN 1 AND 1000),
  paid_on date,
  bank_reference text NOT NULL DEFAULT '' CHECK (length(bank_reference) <= 100),
  revision int NOT NULL DEFAULT 0,
  UNIQUE (decision_id, instalment),
  CONSTRAINT payment_four_eyes CHECK (approved_by <> prepared_by),
  CHECK (state IN ('planned', 'cancelled') OR (bank_account_id IS NOT NULL AND prepared_by IS NOT NULL)),
  CHECK (state NOT IN ('approved', 'paid') OR approved_by IS NOT NULL),
  CHECK ((paid_on IS NOT NULL) = (state = 'paid'))
);
CREATE INDEX payment_due ON payment ((coalesce(due_on, 'infinity'::date)), number);
CREATE INDEX payment_state ON payment (state, (coalesce(due_on, 'infinity'::date)), number);
INSERT INTO lifecycle_move VALUES ('payment', '', 'create', 'planned'), ('payment', 'planned', 'prepare', 'prepared'),
  ('payment', 'planned', 'cancel', 'cancelled'), ('payment', 'prepared', 'approve', 'approved'),
  ('payment', 'prepared', 'sendBack', 'planned'), ('payment', 'approved', 'pay', 'paid');
CREATE TRIGGER payment_lifecycle BEFORE INSERT OR UPDATE ON payment
  FOR EACH ROW EXECUTE FUNCTION guard_lifecycle('payment');
-- R2: the instalments of a decision never exceed what it awards.
CREATE FUNCTION guard_instalments() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT sum(p.amount_cents) FROM payment p WHERE p.decision_id = NEW.decision_id AND p.state <> 'cancelled')
    > (SELECT amount_cents FROM decision WHERE id = NEW.decision_id AND signed_at IS NOT NULL) THEN
    RAISE EXCEPTION 'instalments exceed the award' USING ERRCODE = 'check_violation', CONSTRAINT = 'payment_within_award';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER payment_within_award AFTER INSERT OR UPDATE ON payment
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_instalments();
GRANT SELECT, INSERT, UPDATE ON payment TO commonlot_app;
`);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
