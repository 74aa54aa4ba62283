import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What every later table stands on: the clock, the journal, the moves of lifecycles, idempotency, files, mail.
 * The login that migrates owns the tables; the API works as `commonlot_app`, which holds only the rights granted here,
 * and the public site reads as `commonlot_register`, which sees the schema `register` and nothing else.
 */
export class CreatePlatform1780000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- Roles belong to the whole cluster, so that two databases migrated at once would collide without the lock.
SELECT pg_advisory_xact_lock(7_202_611);
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'commonlot_app') THEN CREATE ROLE commonlot_app NOLOGIN; END IF;
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'commonlot_register') THEN
    CREATE ROLE commonlot_register NOLOGIN;
  END IF;
END $$;
GRANT commonlot_app, commonlot_register TO CURRENT_USER;
GRANT USAGE ON SCHEMA public TO commonlot_app;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
CREATE SCHEMA register;
GRANT USAGE ON SCHEMA register TO commonlot_app, commonlot_register;

CREATE EXTENSION IF NOT EXISTS citext;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- The only clock. A demonstration may set commonlot.clock within a transaction; the API refuses to in production.
CREATE FUNCTION app_now() RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT coalesce(nullif(current_setting('commonlot.clock', true), '')::timestamptz, now())
$$;

-- One text in the languages of the product. Dutch and French are always there; German and English may be missing.
CREATE DOMAIN localised_text AS jsonb CHECK (
  VALUE IS NULL OR (jsonb_typeof(VALUE) = 'object' AND VALUE ?& ARRAY['nl', 'fr']
    AND jsonb_typeof(VALUE -> 'nl') = 'string' AND jsonb_typeof(VALUE -> 'fr') = 'string'));

CREATE DOMAIN cents AS bigint CHECK (VALUE BETWEEN -900000000000000 AND 900000000000000);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: a correction is a new row', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

-- The moves of each lifecycle, as the tables of the domain have them. An empty from_state is the creation.
CREATE TABLE lifecycle_move (
  noun text NOT NULL, from_state text NOT NULL, action text NOT NULL, to_state text NOT NULL,
  PRIMARY KEY (noun, from_state, action)
);
CREATE FUNCTION guard_lifecycle() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE before text := CASE WHEN TG_OP = 'INSERT' THEN '' ELSE OLD.state END;
BEGIN
  IF NEW.state IS DISTINCT FROM before AND NOT EXISTS (
    SELECT 1 FROM lifecycle_move WHERE noun = TG_ARGV[0] AND from_state = before AND to_state = NEW.state) THEN
    RAISE EXCEPTION '% cannot go from "%" to "%"', TG_ARGV[0], before, NEW.state USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- Audit trail, history page and source of jobs. data holds ids, amounts and codes, never names or texts.
CREATE TABLE journal (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT app_now(),
  written_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  actor_id uuid,
  actor_roles text[] NOT NULL DEFAULT '{}',
  type text NOT NULL CHECK (type ~ '^[a-z-]+\\.[a-z-]+$'),
  subject_type text NOT NULL,
  subject_id uuid NOT NULL,
  data jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX journal_subject ON journal (subject_type, subject_id, id);
CREATE INDEX journal_actor ON journal (actor_id, id);
CREATE TRIGGER journal_append_only BEFORE UPDATE OR DELETE ON journal FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER journal_no_truncate BEFORE TRUNCATE ON journal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON journal TO commonlot_app;
GRANT SELECT ON lifecycle_move TO commonlot_app;

-- The same key by the same person gets the same answer; written in the transaction of the effect.
CREATE TABLE idempotency (
  person_id uuid NOT NULL, key uuid NOT NULL, endpoint text NOT NULL, body_hash text NOT NULL,
  response jsonb, created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (person_id, key)
);
CREATE INDEX idempotency_age ON idempotency (created_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency TO commonlot_app;

-- Fixed-window counters that hold over several API processes (sign-in, sign-up, mail).
CREATE TABLE rate_window (
  bucket text NOT NULL, window_start timestamptz NOT NULL, hits int NOT NULL DEFAULT 0,
  PRIMARY KEY (bucket, window_start)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_window TO commonlot_app;

CREATE TABLE stored_file (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
  media_type text NOT NULL,
  size_bytes bigint NOT NULL CHECK (size_bytes > 0),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  scan_state text NOT NULL DEFAULT 'not-scanned' CHECK (scan_state IN ('not-scanned', 'clean', 'infected')),
  uploaded_by uuid,
  uploaded_at timestamptz NOT NULL DEFAULT app_now()
);
GRANT SELECT, INSERT, UPDATE (scan_state) ON stored_file TO commonlot_app;

CREATE TABLE outgoing_mail (
  id uuid PRIMARY KEY,
  dedupe_key text NOT NULL UNIQUE,
  person_id uuid,
  recipient citext NOT NULL CHECK (recipient !~ '[\\r\\n]'),
  language text NOT NULL CHECK (language IN ('nl', 'fr', 'de', 'en')),
  subject text NOT NULL CHECK (subject !~ '[\\r\\n]'),
  body text NOT NULL,
  about_type text, about_id uuid,
  created_at timestamptz NOT NULL DEFAULT app_now(),
  sent_at timestamptz,
  failures int NOT NULL DEFAULT 0,
  last_error text
);
CREATE INDEX outgoing_mail_recent ON outgoing_mail (created_at DESC, id DESC);
CREATE INDEX outgoing_mail_person ON outgoing_mail (person_id);
GRANT SELECT, INSERT, UPDATE (sent_at, failures, last_error) ON outgoing_mail TO commonlot_app;
`);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
