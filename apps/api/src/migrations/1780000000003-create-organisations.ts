import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who applies: organisations, the people who act for them, their bank accounts, and Belgian municipalities. */
export class CreateOrganisations1780000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- Reference data of our own; the rows come with the next migration, which names the source.
CREATE TABLE province (
  nis text PRIMARY KEY, name localised_text NOT NULL, region text NOT NULL
    CHECK (region IN ('flanders', 'wallonia', 'brussels'))
);
CREATE TABLE municipality (
  nis text PRIMARY KEY CHECK (nis ~ '^[0-9]{5}$'),
  name localised_text NOT NULL,
  province_nis text REFERENCES province,
  region text NOT NULL CHECK (region IN ('flanders', 'wallonia', 'brussels')),
  latitude double precision NOT NULL CHECK (latitude BETWEEN 49 AND 52),
  longitude double precision NOT NULL CHECK (longitude BETWEEN 2 AND 7),
  CHECK ((province_nis IS NULL) = (region = 'brussels'))
);
GRANT SELECT ON province, municipality TO commonlot_app;

-- Check digits of the Crossroads Bank for Enterprises: the last two are 97 minus the rest modulo 97.
CREATE DOMAIN enterprise_number AS text CHECK (
  VALUE ~ '^[01][0-9]{9}$' AND 97 - (left(VALUE, 8)::bigint % 97) = right(VALUE, 2)::bigint);
-- Belgian accounts: ISO 13616 holds in the API; the national check stands here.
CREATE DOMAIN belgian_iban AS text CHECK (
  VALUE ~ '^BE[0-9]{14}$' AND substr(VALUE, 15, 2)::bigint =
    CASE substr(VALUE, 5, 10)::bigint % 97 WHEN 0 THEN 97 ELSE substr(VALUE, 5, 10)::bigint % 97 END);

CREATE TABLE organisation (
  id uuid PRIMARY KEY,
  enterprise_number enterprise_number NOT NULL CONSTRAINT organisation_number UNIQUE,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  legal_form text NOT NULL CHECK (legal_form ~ '^[0-9]{3}$'),
  street text NOT NULL CHECK (length(street) BETWEEN 1 AND 200),
  postal_code text NOT NULL CHECK (postal_code ~ '^[1-9][0-9]{3}$'),
  municipality_nis text NOT NULL REFERENCES municipality,
  language text NOT NULL CHECK (language IN ('nl', 'fr', 'de')),
  website text CHECK (website ~ '^https?://[^\\s]+$' AND length(website) <= 300),
  purpose text NOT NULL DEFAULT '' CHECK (length(purpose) <= 2000),
  created_at timestamptz NOT NULL DEFAULT app_now(),
  revision int NOT NULL DEFAULT 0
);
CREATE INDEX organisation_name ON organisation USING gin (name gin_trgm_ops);
GRANT SELECT, INSERT, UPDATE ON organisation TO commonlot_app;

CREATE TABLE organisation_member (
  organisation_id uuid NOT NULL REFERENCES organisation,
  person_id uuid NOT NULL REFERENCES person,
  role text NOT NULL CHECK (role IN ('representative', 'editor', 'viewer')),
  since timestamptz NOT NULL DEFAULT app_now(),
  PRIMARY KEY (organisation_id, person_id)
);
CREATE INDEX organisation_member_person ON organisation_member (person_id);
-- The file belongs to the organisation, which is never without somebody who can act for it.
CREATE FUNCTION guard_representative() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM organisation_member WHERE organisation_id = OLD.organisation_id AND role = 'representative') THEN
    RAISE EXCEPTION 'an organisation keeps at least one representative' USING ERRCODE = 'restrict_violation',
      CONSTRAINT = 'organisation_member_representative';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER organisation_member_representative AFTER UPDATE OR DELETE ON organisation_member
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_representative();
GRANT SELECT, INSERT, UPDATE, DELETE ON organisation_member TO commonlot_app;

CREATE TABLE bank_account (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  iban belgian_iban NOT NULL,
  holder text NOT NULL CHECK (length(holder) BETWEEN 1 AND 200),
  state text NOT NULL CHECK (state IN ('proposed', 'verified', 'refused', 'replaced')),
  proposed_by uuid NOT NULL REFERENCES person,
  proposed_at timestamptz NOT NULL DEFAULT app_now(),
  judged_by uuid REFERENCES person,
  judged_at timestamptz,
  revision int NOT NULL DEFAULT 0,
  CONSTRAINT bank_account_four_eyes CHECK (judged_by <> proposed_by),
  CHECK ((judged_by IS NULL) = (state = 'proposed'))
);
CREATE UNIQUE INDEX bank_account_one_verified ON bank_account (organisation_id) WHERE state = 'verified';
CREATE UNIQUE INDEX bank_account_one_proposed ON bank_account (organisation_id) WHERE state = 'proposed';
INSERT INTO lifecycle_move VALUES ('bank-account', '', 'create', 'proposed'),
  ('bank-account', 'proposed', 'verify', 'verified'), ('bank-account', 'proposed', 'refuse', 'refused'),
  ('bank-account', 'verified', 'replace', 'replaced');
CREATE TRIGGER bank_account_lifecycle BEFORE INSERT OR UPDATE ON bank_account
  FOR EACH ROW EXECUTE FUNCTION guard_lifecycle('bank-account');
GRANT SELECT, INSERT, UPDATE (state, judged_by, judged_at, revision) ON bank_account TO commonlot_app;
`);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
