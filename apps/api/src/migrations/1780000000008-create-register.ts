import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The public register: projections shaped like the pages, recomputed by jobs and never added to. The public endpoints
 * read with a role that has SELECT on this schema alone, so that a mistaken query gives an error and not a leak.
 */
export class CreateRegister1780000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- What may be public of the decisions, said once: awards that were released and did not lapse, with what was paid.
CREATE VIEW released_award AS
  SELECT d.*, b.call_id, b.released_at,
    coalesce((SELECT sum(p.amount_cents) FROM payment p WHERE p.decision_id = d.id AND p.state = 'paid'), 0)::bigint
      AS paid_cents
  FROM decision d JOIN decision_batch b ON b.id = d.batch_id
  WHERE b.state = 'released' AND d.outcome = 'award' AND d.lapsed_at IS NULL;
GRANT SELECT ON released_award TO commonlot_app;

CREATE TABLE register.plan_version (
  version_id uuid PRIMARY KEY, year int NOT NULL, number int NOT NULL,
  stage text NOT NULL, is_current boolean NOT NULL, total_cents bigint NOT NULL,
  decree_reference text NOT NULL, decree_on date NOT NULL, in_force_at timestamptz NOT NULL,
  source text NOT NULL, remark localised_text, refreshed_at timestamptz NOT NULL
);
CREATE TABLE register.plan_line (
  version_id uuid NOT NULL REFERENCES register.plan_version ON DELETE CASCADE,
  line_id uuid NOT NULL, parent_line_id uuid, position int NOT NULL, code text NOT NULL, kind text NOT NULL,
  label localised_text NOT NULL, is_pm boolean NOT NULL, legal_ground text NOT NULL,
  amount_cents bigint, subtotal_cents bigint NOT NULL,
  reserved_cents bigint NOT NULL, awarded_cents bigint NOT NULL, paid_cents bigint NOT NULL, awards int NOT NULL,
  PRIMARY KEY (version_id, line_id)
);
CREATE TABLE register.call (
  call_id uuid PRIMARY KEY, number text NOT NULL UNIQUE, year int NOT NULL, line_id uuid NOT NULL, line_code text NOT NULL,
  line_label localised_text NOT NULL, state text NOT NULL, title localised_text NOT NULL, summary localised_text NOT NULL,
  description localised_text NOT NULL, eligibility localised_text NOT NULL,
  opens_at timestamptz NOT NULL, closes_at timestamptz NOT NULL, envelope_cents bigint NOT NULL,
  max_amount_cents bigint NOT NULL, max_share_percent int NOT NULL, criteria jsonb NOT NULL, form jsonb NOT NULL,
  -- Counts appear only when the decisions are released: before that they would tell something.
  filed int, admissible int, awarded int, awarded_cents bigint
);
CREATE INDEX register_call_closes ON register.call (closes_at);
CREATE TABLE register.organisation (
  organisation_id uuid PRIMARY KEY, enterprise_number text NOT NULL UNIQUE, name text NOT NULL, legal_form text NOT NULL,
  language text NOT NULL, municipality_nis text NOT NULL, municipality localised_text NOT NULL, region text NOT NULL,
  website text, awards int NOT NULL, awarded_cents bigint NOT NULL, paid_cents bigint NOT NULL
);
CREATE TABLE register.award (
  decision_id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  decided_on date NOT NULL,
  released_at timestamptz NOT NULL,
  year int NOT NULL,
  line_id uuid NOT NULL, line_code text NOT NULL, line_label localised_text NOT NULL,
  call_number text, call_title localised_text,
  organisation_id uuid NOT NULL REFERENCES register.organisation,
  organisation_name text NOT NULL, enterprise_number text NOT NULL,
  municipality_nis text NOT NULL, municipality localised_text NOT NULL, region text NOT NULL,
  latitude double precision NOT NULL, longitude double precision NOT NULL,
  language text NOT NULL, title text NOT NULL, reason text NOT NULL,
  amount_cents bigint NOT NULL, paid_cents bigint NOT NULL,
  search tsvector NOT NULL
);
CREATE INDEX register_award_newest ON register.award (decided_on DESC, number DESC);
CREATE INDEX register_award_amount ON register.award (amount_cents DESC, number DESC);
CREATE INDEX register_award_line ON register.award (line_code, decided_on DESC, number DESC);
CREATE INDEX register_award_organisation ON register.award (organisation_id, decided_on DESC, number DESC);
CREATE INDEX register_award_search ON register.award USING gin (search);
GRANT SELECT ON ALL TABLES IN SCHEMA register TO commonlot_register;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA register TO commonlot_app;

-- A dated correction of what is public; it names the former value and never replaces it silently.
CREATE TABLE award_correction (
  id uuid PRIMARY KEY,
  -- Two corrections at once wait for each other; the one that began first may well come second.
  sequence bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  decision_id uuid NOT NULL REFERENCES decision,
  field text NOT NULL CHECK (field IN ('title', 'reason', 'municipality')),
  former_value text NOT NULL CHECK (length(former_value) <= 2000),
  new_value text NOT NULL CHECK (length(new_value) BETWEEN 1 AND 2000),
  explanation text NOT NULL CHECK (length(explanation) BETWEEN 10 AND 1000),
  corrected_by uuid NOT NULL REFERENCES person,
  corrected_at timestamptz NOT NULL DEFAULT app_now(),
  CHECK (former_value <> new_value)
);
CREATE INDEX award_correction_decision ON award_correction (decision_id, sequence);
CREATE TRIGGER award_correction_append_only BEFORE UPDATE OR DELETE ON award_correction
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON award_correction TO commonlot_app;
CREATE TABLE register.correction (
  id uuid PRIMARY KEY, sequence bigint NOT NULL,
  decision_id uuid NOT NULL REFERENCES register.award ON DELETE CASCADE,
  field text NOT NULL, former_value text NOT NULL, new_value text NOT NULL, explanation text NOT NULL,
  corrected_at timestamptz NOT NULL
);
GRANT SELECT ON register.correction TO commonlot_register;
GRANT SELECT, INSERT, UPDATE, DELETE ON register.correction TO commonlot_app;
`);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
