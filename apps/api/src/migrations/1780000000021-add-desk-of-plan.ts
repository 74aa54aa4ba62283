import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The desk where a plan is made: comments, commitments against later plans, advice about a line. */
export class AddDeskOfPlan1780000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- What colleagues say about a version, or about one of its lines. The line is that of all versions of the year: a draft
-- is saved by writing lines anew, and a line that goes leaves what was said about it.
CREATE TABLE plan_comment (
  id uuid PRIMARY KEY,
  -- The order in which they came, by which lists page.
  sequence bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  version_id uuid NOT NULL REFERENCES plan_version,
  line_id uuid REFERENCES plan_line,
  text text NOT NULL CONSTRAINT plan_comment_text_length CHECK (length(text) BETWEEN 1 AND 2000),
  author_id uuid NOT NULL REFERENCES person,
  written_at timestamptz NOT NULL DEFAULT app_now(),
  changed_at timestamptz,
  withdrawn_at timestamptz,
  resolved_by uuid REFERENCES person,
  resolved_at timestamptz,
  revision int NOT NULL DEFAULT 0,
  CONSTRAINT plan_comment_resolved CHECK ((resolved_by IS NULL) = (resolved_at IS NULL))
);
CREATE INDEX plan_comment_version ON plan_comment (version_id, sequence DESC);
CREATE INDEX plan_comment_line ON plan_comment (line_id, sequence DESC);
GRANT SELECT, INSERT, UPDATE (text, changed_at, withdrawn_at, resolved_by, resolved_at, revision) ON plan_comment
  TO commonlot_app;

-- Whoever approved a version had read what was said about it: from its submission on, words stay as they were.
CREATE FUNCTION guard_plan_comment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.text, NEW.withdrawn_at) IS DISTINCT FROM (OLD.text, OLD.withdrawn_at) THEN
    PERFORM 1 FROM plan_version WHERE id = NEW.version_id AND state = 'draft' FOR SHARE;
    IF NOT FOUND OR OLD.withdrawn_at IS NOT NULL THEN
      RAISE EXCEPTION 'comment % stays as it was said', NEW.id
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'plan_comment_said';
    END IF;
  END IF;
  IF NEW.text <> OLD.text THEN
    INSERT INTO plan_comment_earlier (comment_id, number, text) VALUES (OLD.id, OLD.revision, OLD.text);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER plan_comment_said BEFORE UPDATE ON plan_comment FOR EACH ROW EXECUTE FUNCTION guard_plan_comment();

-- What a comment said before it was changed, written by the trigger, so that no change goes without it.
CREATE TABLE plan_comment_earlier (
  comment_id uuid NOT NULL REFERENCES plan_comment,
  number int NOT NULL,
  text text NOT NULL,
  PRIMARY KEY (comment_id, number)
);
CREATE TRIGGER plan_comment_earlier_frozen BEFORE UPDATE OR DELETE ON plan_comment_earlier
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON plan_comment_earlier TO commonlot_app;

CREATE TABLE plan_comment_mention (
  comment_id uuid NOT NULL REFERENCES plan_comment,
  person_id uuid NOT NULL REFERENCES person,
  PRIMARY KEY (comment_id, person_id)
);
GRANT SELECT, INSERT, DELETE ON plan_comment_mention TO commonlot_app;

-- What a line promises for later years: a commitment against plans that are still to be made.
CREATE TABLE plan_version_line_commitment (
  version_id uuid NOT NULL,
  line_id uuid NOT NULL,
  year int NOT NULL CONSTRAINT plan_version_line_commitment_year CHECK (year BETWEEN 1990 AND 2130),
  amount_cents cents NOT NULL CONSTRAINT plan_version_line_commitment_amount CHECK (amount_cents > 0),
  reference text NOT NULL
    CONSTRAINT plan_version_line_commitment_reference CHECK (length(reference) BETWEEN 1 AND 200),
  PRIMARY KEY (version_id, line_id, year, reference),
  FOREIGN KEY (version_id, line_id) REFERENCES plan_version_line ON DELETE CASCADE
);
CREATE TRIGGER plan_version_line_commitment_draft BEFORE INSERT OR UPDATE OR DELETE ON plan_version_line_commitment
  FOR EACH ROW EXECUTE FUNCTION guard_plan_draft();
GRANT SELECT, INSERT, DELETE ON plan_version_line_commitment TO commonlot_app;

-- The advice of the minister who takes part in carrying out a line (law of 19 April 2002, art. 23).
CREATE TABLE plan_version_line_advice (
  version_id uuid NOT NULL,
  line_id uuid NOT NULL,
  adviser text NOT NULL CONSTRAINT plan_version_line_advice_adviser CHECK (length(adviser) BETWEEN 1 AND 200),
  asked_on date,
  given_on date,
  reference text NOT NULL DEFAULT ''
    CONSTRAINT plan_version_line_advice_reference CHECK (length(reference) <= 200),
  PRIMARY KEY (version_id, line_id),
  FOREIGN KEY (version_id, line_id) REFERENCES plan_version_line ON DELETE CASCADE,
  CONSTRAINT plan_version_line_advice_days CHECK (given_on IS NULL OR (asked_on IS NOT NULL AND given_on >= asked_on))
);
CREATE TRIGGER plan_version_line_advice_draft BEFORE INSERT OR UPDATE OR DELETE ON plan_version_line_advice
  FOR EACH ROW EXECUTE FUNCTION guard_plan_draft();
GRANT SELECT, INSERT, DELETE ON plan_version_line_advice TO commonlot_app;
`);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
