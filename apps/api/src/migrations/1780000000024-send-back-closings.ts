import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A prepared closing of a year that the minister sends back, with the reason. It stays to be read, as one withdrawn does. */
export class SendBackClosings1780000000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE year_closing DROP CONSTRAINT year_closing_state_check;
ALTER TABLE year_closing
  ADD CONSTRAINT year_closing_state_check CHECK (state IN ('prepared', 'signed', 'sent-back', 'withdrawn')),
  ADD COLUMN returned_by uuid REFERENCES person,
  ADD COLUMN returned_at timestamptz,
  ADD COLUMN return_reason text CHECK (length(return_reason) BETWEEN 1 AND 1000),
  ADD CONSTRAINT year_closing_return_four_eyes CHECK (returned_by <> prepared_by),
  ADD CONSTRAINT year_closing_return CHECK ((state = 'sent-back') = (returned_by IS NOT NULL)
    AND (state = 'sent-back') = (returned_at IS NOT NULL) AND (state = 'sent-back') = (return_reason IS NOT NULL));
INSERT INTO lifecycle_move VALUES ('year-closing', 'prepared', 'sendBack', 'sent-back');
-- What is prepared or signed asks whether the year is ready; what ends without effect does not.
DROP TRIGGER year_closing_ready ON year_closing;
CREATE TRIGGER year_closing_ready BEFORE INSERT OR UPDATE ON year_closing
  FOR EACH ROW WHEN (NEW.state IN ('prepared', 'signed')) EXECUTE FUNCTION guard_year_closing();
GRANT UPDATE (returned_by, returned_at, return_reason) ON year_closing TO commonlot_app;
`);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
