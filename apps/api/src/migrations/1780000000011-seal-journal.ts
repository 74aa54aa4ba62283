import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The hash chain over the journal (R12). Each entry waits in `journal_unsealed` from its own transaction on; the worker
 * seals what was committed. Numbers of seals have no gap, those of the journal may: a rollback uses up its id.
 * `platform/journal-chain.ts` says the same sums once more, for whoever does not trust the functions of the database.
 */
export class SealJournal1780000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE journal_seal (
  number bigint PRIMARY KEY CHECK (number > 0),
  journal_id bigint NOT NULL UNIQUE REFERENCES journal,
  sealed_at timestamptz NOT NULL,
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$')
);
CREATE TRIGGER journal_seal_append_only BEFORE UPDATE OR DELETE ON journal_seal
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER journal_seal_no_truncate BEFORE TRUNCATE ON journal_seal
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE journal_unsealed (journal_id bigint PRIMARY KEY REFERENCES journal);
INSERT INTO journal_unsealed SELECT id FROM journal;
CREATE FUNCTION await_seal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO journal_unsealed VALUES (NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER journal_awaits_seal AFTER INSERT ON journal FOR EACH ROW EXECUTE FUNCTION await_seal();

-- One text of an entry that does not depend on settings of the session.
CREATE FUNCTION journal_line(number bigint, sealed_at timestamptz, entry journal) RETURNS text LANGUAGE sql STABLE
SET search_path = public, pg_temp AS $$
  SELECT json_build_array(number::text, to_char(sealed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), entry.id::text,
    to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'),
    to_char(entry.written_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), entry.actor_id::text,
    entry.actor_roles::text, entry.type, entry.subject_type, entry.subject_id::text, entry.data::text)::text
$$;

-- Seals at most 10 000 of the entries that wait; returns how many, and the head of the chain.
CREATE FUNCTION seal_journal() RETURNS TABLE (sealed int, head_number bigint, head_hash text) LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  entry journal;
  at timestamptz := clock_timestamp();
BEGIN
  -- One sealer at a time. What it reads below is read after it has the lock.
  PERFORM pg_advisory_xact_lock(7_202_612);
  sealed := 0;
  head_number := coalesce((SELECT max(s.number) FROM journal_seal s), 0);
  head_hash := coalesce((SELECT s.hash FROM journal_seal s WHERE s.number = head_number), '');
  FOR entry IN SELECT j.* FROM journal_unsealed u JOIN journal j ON j.id = u.journal_id ORDER BY j.id LIMIT 10000 LOOP
    head_number := head_number + 1;
    head_hash := encode(sha256(convert_to(head_hash || chr(10) || journal_line(head_number, at, entry), 'UTF8')), 'hex');
    INSERT INTO journal_seal VALUES (head_number, entry.id, at, head_hash);
    DELETE FROM journal_unsealed u WHERE u.journal_id = entry.id;
    sealed := sealed + 1;
  END LOOP;
  RETURN NEXT;
END $$;
REVOKE ALL ON FUNCTION seal_journal(), await_seal() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION seal_journal() TO commonlot_app;
GRANT SELECT ON journal_seal, journal_unsealed TO commonlot_app;

-- What the last check of each invariant found; written by the worker, read by the monitoring.
CREATE TABLE invariant_result (
  name text PRIMARY KEY,
  broken_rows int NOT NULL,
  checked_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
GRANT SELECT, INSERT, UPDATE, DELETE ON invariant_result TO commonlot_app;
`);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
