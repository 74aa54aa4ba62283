import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that people sent wait for the virus scanner, where there is one. What was found infected stays so. */
export class AddFileScans1780000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE stored_file ADD COLUMN scanned_at timestamptz;
ALTER TABLE stored_file DROP CONSTRAINT stored_file_scan_state_check;
ALTER TABLE stored_file ADD CONSTRAINT stored_file_scan_state_check
  CHECK (scan_state IN ('not-scanned', 'pending', 'clean', 'infected'));
CREATE INDEX stored_file_unscanned ON stored_file (uploaded_at) WHERE scan_state IN ('not-scanned', 'pending');

CREATE FUNCTION guard_scan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.scan_state = 'infected' AND NEW.scan_state <> 'infected' THEN
    RAISE EXCEPTION 'an infected file stays infected' USING ERRCODE = 'restrict_violation';
  END IF;
  NEW.scanned_at := CASE WHEN NEW.scan_state IN ('clean', 'infected') THEN app_now() END;
  RETURN NEW;
END $$;
CREATE TRIGGER stored_file_scan BEFORE UPDATE OF scan_state ON stored_file
  FOR EACH ROW EXECUTE FUNCTION guard_scan();
`);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
