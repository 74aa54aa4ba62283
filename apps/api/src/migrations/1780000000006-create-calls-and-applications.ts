import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calls for projects under a plan line, and the applications that organisations send. */
export class CreateCallsAndApplications1780000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE call (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE CHECK (number ~ '^[0-9]{4}-C[0-9]{2}$'),
  line_id uuid NOT NULL REFERENCES plan_line,
  state text NOT NULL CHECK (state IN ('draft', 'published', 'settled', 'cancelled', 'discarded')),
  title localised_text NOT NULL,
  summary localised_text NOT NULL,
  description localised_text NOT NULL,
  eligibility localised_text NOT NULL,
  opens_at timestamptz,
  closes_at timestamptz,
  envelope_cents cents CHECK (envelope_cents >= 0),
  max_amount_cents cents CHECK (max_amount_cents >= 0),
  max_share_percent int CHECK (max_share_percent BETWEEN 1 AND 100),
  criteria jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(criteria) = 'array'),
  form jsonb NOT NULL CHECK (jsonb_typeof(form -> 'sections') = 'array'),
  drafted_by uuid NOT NULL REFERENCES person,
  created_at timestamptz NOT NULL DEFAULT app_now(),
  published_by uuid REFERENCES person, published_at timestamptz,
  cancellation_reason text NOT NULL DEFAULT '' CHECK (length(cancellation_reason) <= 1000),
  last_application_number int NOT NULL DEFAULT 0,
  revision int NOT NULL DEFAULT 0,
  -- A draft may be wrong for a while: nothing that an officer typed is refused before publication.
  CONSTRAINT call_period CHECK (state IN ('draft', 'discarded') OR opens_at < closes_at),
  CONSTRAINT call_amounts CHECK (state IN ('draft', 'discarded')
    OR (max_amount_cents > 0 AND max_amount_cents <= envelope_cents)),
  CONSTRAINT call_published CHECK (state IN ('draft', 'discarded') OR (opens_at IS NOT NULL AND closes_at IS NOT NULL
    AND envelope_cents IS NOT NULL AND max_amount_cents IS NOT NULL AND max_share_percent IS NOT NULL
    AND published_by IS NOT NULL AND published_at IS NOT NULL))
);
CREATE INDEX call_line ON call (line_id);
INSERT INTO lifecycle_move VALUES ('call', '', 'create', 'draft'), ('call', 'draft', 'publish', 'published'),
  ('call', 'draft', 'discard', 'discarded'), ('call', 'published', 'cancel', 'cancelled'),
  ('call', 'published', 'settle', 'settled');
CREATE TRIGGER call_lifecycle BEFORE INSERT OR UPDATE ON call FOR EACH ROW EXECUTE FUNCTION guard_lifecycle('call');
-- Criteria, weights, form, amounts and dates are frozen from publication on (a revision with a reason comes later).
CREATE FUNCTION guard_published_call() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'draft' AND (NEW.line_id, NEW.title, NEW.summary, NEW.description, NEW.eligibility, NEW.opens_at,
      NEW.closes_at, NEW.envelope_cents, NEW.max_amount_cents, NEW.max_share_percent, NEW.criteria, NEW.form)
    IS DISTINCT FROM (OLD.line_id, OLD.title, OLD.summary, OLD.description, OLD.eligibility, OLD.opens_at,
      OLD.closes_at, OLD.envelope_cents, OLD.max_amount_cents, OLD.max_share_percent, OLD.criteria, OLD.form) THEN
    RAISE EXCEPTION 'a published call does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER call_frozen BEFORE UPDATE ON call FOR EACH ROW EXECUTE FUNCTION guard_published_call();
GRANT SELECT, INSERT, UPDATE ON call TO commonlot_app;

CREATE TABLE application (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  call_id uuid NOT NULL REFERENCES call,
  organisation_id uuid NOT NULL REFERENCES organisation,
  file_language text NOT NULL CHECK (file_language IN ('nl', 'fr', 'de')),
  state text NOT NULL CHECK (state IN ('draft', 'submitted', 'admitted', 'excluded', 'awarded', 'refused',
    'exclusion-confirmed', 'withdrawn', 'discarded')),
  -- What the applicant may know, apart from the state (R18 of the pains): moves only by the applicant's own acts and by
  -- the release of a decision.
  released_state text NOT NULL CHECK (released_state IN ('draft', 'submitted', 'awarded', 'refused', 'not-admissible',
    'withdrawn', 'discarded')),
  released_at timestamptz,
  title text NOT NULL DEFAULT '' CHECK (length(title) <= 200),
  requested_cents cents CHECK (requested_cents >= 0),
  municipality_nis text REFERENCES municipality,
  answers jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(answers) = 'object'),
  started_by uuid NOT NULL REFERENCES person,
  started_at timestamptz NOT NULL DEFAULT app_now(),
  saved_at timestamptz NOT NULL DEFAULT app_now(),
  submitted_by uuid REFERENCES person,
  submitted_at timestamptz,
  content_hash text CHECK (content_hash ~ '^[0-9a-f]{64}$'),
  -- What was sent as one text, of which content_hash is the SHA-256: anybody can redo the sum years later.
  sent_content text CONSTRAINT application_content
    CHECK (content_hash = encode(sha256(convert_to(sent_content, 'UTF8')), 'hex')),
  screened_by uuid REFERENCES person,
  screened_at timestamptz,
  exclusion_reasons jsonb NOT NULL DEFAULT '[]',
  withdrawal_reason text NOT NULL DEFAULT '' CHECK (length(withdrawal_reason) <= 2000),
  revision int NOT NULL DEFAULT 0,
  CONSTRAINT application_submitted CHECK ((submitted_at IS NULL) = (state IN ('draft', 'discarded'))
    AND (submitted_at IS NULL) = (content_hash IS NULL) AND (submitted_at IS NULL) = (submitted_by IS NULL)),
  CONSTRAINT application_excluded CHECK (state NOT IN ('excluded', 'exclusion-confirmed')
    OR jsonb_array_length(exclusion_reasons) > 0),
  CONSTRAINT application_released CHECK (
    (released_state IN ('awarded', 'refused', 'not-admissible')) = (released_at IS NOT NULL)
    AND (released_state <> 'awarded' OR state = 'awarded') AND (released_state <> 'refused' OR state = 'refused')
    AND (released_state <> 'not-admissible' OR state = 'exclusion-confirmed')
    AND (released_state = 'withdrawn') = (state = 'withdrawn') AND (released_state = 'draft') = (state = 'draft')
    AND (released_state = 'discarded') = (state = 'discarded'))
);
-- One running application of an organisation in a call.
CREATE UNIQUE INDEX application_one_per_call ON application (call_id, organisation_id)
  WHERE state NOT IN ('withdrawn', 'discarded');
CREATE INDEX application_call ON application (call_id, state, number);
CREATE INDEX application_organisation ON application (organisation_id, started_at DESC, id DESC);
INSERT INTO lifecycle_move VALUES ('application', '', 'create', 'draft'),
  ('application', 'draft', 'submit', 'submitted'), ('application', 'draft', 'discard', 'discarded'),
  ('application', 'submitted', 'admit', 'admitted'), ('application', 'submitted', 'exclude', 'excluded'),
  ('application', 'submitted', 'withdraw', 'withdrawn'), ('application', 'admitted', 'award', 'awarded'),
  ('application', 'admitted', 'refuse', 'refused'), ('application', 'admitted', 'withdraw', 'withdrawn'),
  ('application', 'excluded', 'confirmExclusion', 'exclusion-confirmed'),
  ('application', 'excluded', 'withdraw', 'withdrawn');
CREATE TRIGGER application_lifecycle BEFORE INSERT OR UPDATE ON application
  FOR EACH ROW EXECUTE FUNCTION guard_lifecycle('application');
-- What was sent is what is judged.
CREATE FUNCTION guard_sent_application() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'draft' AND (NEW.answers, NEW.title, NEW.requested_cents, NEW.municipality_nis, NEW.file_language,
      NEW.organisation_id, NEW.call_id, NEW.submitted_at, NEW.content_hash, NEW.sent_content, NEW.number)
    IS DISTINCT FROM (OLD.answers, OLD.title, OLD.requested_cents, OLD.municipality_nis, OLD.file_language,
      OLD.organisation_id, OLD.call_id, OLD.submitted_at, OLD.content_hash, OLD.sent_content, OLD.number) THEN
    RAISE EXCEPTION 'an application that was sent does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  -- R9: the deadline is judged here too, by the clock of the database, whatever the API believes.
  -- The lock keeps a cancellation of the call from passing a submission that is under way.
  IF OLD.state = 'draft' AND NEW.state = 'submitted' THEN
    PERFORM 1 FROM call WHERE id = NEW.call_id AND state = 'published' AND opens_at <= NEW.submitted_at
      AND NEW.submitted_at < closes_at AND NEW.submitted_at BETWEEN app_now() - interval '60 seconds' AND app_now()
      FOR SHARE;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'the call is not open' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'application_call_open';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER application_sent BEFORE UPDATE ON application FOR EACH ROW EXECUTE FUNCTION guard_sent_application();
GRANT SELECT, INSERT, UPDATE ON application TO commonlot_app;

CREATE TABLE application_file (
  application_id uuid NOT NULL REFERENCES application,
  file_id uuid NOT NULL UNIQUE REFERENCES stored_file,
  question_id text NOT NULL,
  position int NOT NULL,
  removed_at timestamptz,
  PRIMARY KEY (application_id, file_id)
);
-- Files belong to what is sent: they come and go with a draft only. The lock keeps an upload from passing a submission.
CREATE FUNCTION guard_application_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM application WHERE id = NEW.application_id AND state = 'draft' FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the files of an application that was sent stay as they are' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER application_file_draft BEFORE INSERT OR UPDATE ON application_file
  FOR EACH ROW EXECUTE FUNCTION guard_application_file();
GRANT SELECT, INSERT, UPDATE (removed_at) ON application_file TO commonlot_app;
`);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
