import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who is named as a member is invited, and is one from the own answer on. A row is an invitation that waits for its answer:
 * an answer or a withdrawal takes it away, and the journal keeps that it was there.
 */
export class CreateInvitations1780000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE organisation_invitation (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  email citext NOT NULL CHECK (email ~ '^[^\\s@]+@[^\\s@]+$' AND length(email) <= 254),
  role text NOT NULL CHECK (role IN ('representative', 'editor', 'viewer')),
  invited_by uuid NOT NULL REFERENCES person,
  invited_at timestamptz NOT NULL DEFAULT app_now(),
  CONSTRAINT organisation_invitation_once UNIQUE (organisation_id, email)
);
CREATE INDEX organisation_invitation_email ON organisation_invitation (email);
GRANT SELECT, INSERT, UPDATE (role, invited_by, invited_at), DELETE ON organisation_invitation TO commonlot_app;
`);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
