import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, their roles, sessions as rows, one-time links and notices in the application. */
export class CreateAccess1780000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE person (
  id uuid PRIMARY KEY,
  email citext NOT NULL UNIQUE CHECK (email ~ '^[^\\s@]+@[^\\s@]+$' AND length(email) <= 254),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  password_hash text,
  screen_language text NOT NULL CHECK (screen_language IN ('nl', 'fr', 'de', 'en')),
  state text NOT NULL CHECK (state IN ('unconfirmed', 'active', 'suspended')),
  is_persona boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT app_now(),
  confirmed_at timestamptz,
  revision int NOT NULL DEFAULT 0
);
INSERT INTO lifecycle_move VALUES ('person', '', 'create', 'unconfirmed'), ('person', 'unconfirmed', 'confirm', 'active'),
  ('person', 'active', 'suspend', 'suspended'), ('person', 'suspended', 'restore', 'active');
CREATE TRIGGER person_lifecycle BEFORE INSERT OR UPDATE ON person
  FOR EACH ROW EXECUTE FUNCTION guard_lifecycle('person');
GRANT SELECT, INSERT, UPDATE ON person TO commonlot_app;

CREATE TABLE person_role (
  person_id uuid NOT NULL REFERENCES person,
  role text NOT NULL CHECK (role IN ('reviewer', 'officer', 'minister', 'controller', 'auditor', 'administrator')),
  granted_by uuid REFERENCES person,
  granted_at timestamptz NOT NULL DEFAULT app_now(),
  PRIMARY KEY (person_id, role)
);
-- Separation of duties: whoever approves payments prepares none, the auditor does nothing else, the administrator
-- sees no files.
CREATE FUNCTION guard_roles() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM person_role a JOIN person_role b USING (person_id)
    WHERE a.person_id = NEW.person_id AND (a.role, b.role) IN (('controller', 'officer'), ('controller', 'minister'),
      ('auditor', 'officer'), ('auditor', 'minister'), ('auditor', 'controller'), ('auditor', 'reviewer'),
      ('administrator', 'officer'), ('administrator', 'minister'), ('administrator', 'controller'),
      ('administrator', 'reviewer'), ('minister', 'reviewer'))) THEN
    RAISE EXCEPTION 'roles that one person may not hold together' USING ERRCODE = 'restrict_violation',
      CONSTRAINT = 'person_role_separation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER person_role_separation AFTER INSERT OR UPDATE ON person_role
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_roles();
GRANT SELECT, INSERT, DELETE ON person_role TO commonlot_app;

CREATE TABLE session (
  id uuid PRIMARY KEY,
  token_hash text NOT NULL UNIQUE,
  person_id uuid NOT NULL REFERENCES person,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_seen_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  device text NOT NULL DEFAULT '' CHECK (length(device) <= 200)
);
CREATE INDEX session_person ON session (person_id, created_at DESC);
GRANT SELECT, INSERT, UPDATE (last_seen_at, revoked_at) ON session TO commonlot_app;

CREATE TABLE one_time_link (
  id uuid PRIMARY KEY,
  purpose text NOT NULL CHECK (purpose IN ('confirm-email', 'reset-password', 'join-organisation')),
  token_hash text NOT NULL UNIQUE,
  person_id uuid NOT NULL REFERENCES person,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE INDEX one_time_link_person ON one_time_link (person_id);
GRANT SELECT, INSERT, UPDATE (used_at) ON one_time_link TO commonlot_app;

CREATE TABLE notice (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person,
  type text NOT NULL,
  subject_type text NOT NULL,
  subject_id uuid NOT NULL,
  data jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT app_now(),
  read_at timestamptz
);
CREATE INDEX notice_person ON notice (person_id, created_at DESC, id DESC);
CREATE INDEX notice_unread ON notice (person_id) WHERE read_at IS NULL;
GRANT SELECT, INSERT, UPDATE (read_at) ON notice TO commonlot_app;
`);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
