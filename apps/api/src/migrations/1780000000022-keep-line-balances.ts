import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What all accounts of a plan line hold together, kept with every posting: a line with hundreds of decisions says what is
 * left of it from one row. The row is also what whoever moves money on the line holds until the end.
 */
export class KeepLineBalances1780000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- Half of each page stays free, so that a changed row stays on its page and no index grows.
CREATE TABLE ledger_line_balance (
  line_id uuid PRIMARY KEY REFERENCES plan_line,
  source_cents cents NOT NULL DEFAULT 0,
  available_cents cents NOT NULL DEFAULT 0,
  reserved_cents cents NOT NULL DEFAULT 0,
  committed_cents cents NOT NULL DEFAULT 0,
  paid_cents cents NOT NULL DEFAULT 0,
  CONSTRAINT ledger_line_balance_not_overspent
    CHECK (least(available_cents, reserved_cents, committed_cents, paid_cents) >= 0)
) WITH (fillfactor = 50);
GRANT SELECT ON ledger_line_balance TO commonlot_app;

INSERT INTO ledger_line_balance
  SELECT line_id,
    coalesce(sum(balance_cents) FILTER (WHERE kind = 'source'), 0),
    coalesce(sum(balance_cents) FILTER (WHERE kind = 'available'), 0),
    coalesce(sum(balance_cents) FILTER (WHERE kind = 'reserved'), 0),
    coalesce(sum(balance_cents) FILTER (WHERE kind = 'committed'), 0),
    coalesce(sum(balance_cents) FILTER (WHERE kind = 'paid'), 0)
  FROM ledger_account GROUP BY line_id;
-- An account stands on the row of its line, so that no posting finds that row missing.
ALTER TABLE ledger_account DROP CONSTRAINT ledger_account_line_id_fkey;
ALTER TABLE ledger_account ADD CONSTRAINT ledger_account_line_id_fkey
  FOREIGN KEY (line_id) REFERENCES ledger_line_balance;

CREATE OR REPLACE FUNCTION apply_posting() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
DECLARE moved ledger_account;
BEGIN
  UPDATE ledger_account SET balance_cents = balance_cents + NEW.amount_cents WHERE id = NEW.account_id RETURNING * INTO moved;
  UPDATE ledger_line_balance SET
    source_cents = source_cents + CASE moved.kind WHEN 'source' THEN NEW.amount_cents ELSE 0 END,
    available_cents = available_cents + CASE moved.kind WHEN 'available' THEN NEW.amount_cents ELSE 0 END,
    reserved_cents = reserved_cents + CASE moved.kind WHEN 'reserved' THEN NEW.amount_cents ELSE 0 END,
    committed_cents = committed_cents + CASE moved.kind WHEN 'committed' THEN NEW.amount_cents ELSE 0 END,
    paid_cents = paid_cents + CASE moved.kind WHEN 'paid' THEN NEW.amount_cents ELSE 0 END
  WHERE line_id = moved.line_id;
  RETURN NULL;
END $$;

-- Makes what is missing and locks lines in one order, so that two transfers in opposite directions wait and do not
-- deadlock. Whoever holds a line holds its accounts.
CREATE FUNCTION lock_ledger_lines(ids uuid[]) RETURNS void LANGUAGE sql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
  INSERT INTO ledger_line_balance (line_id) SELECT DISTINCT id FROM unnest(ids) AS id ORDER BY id ON CONFLICT DO NOTHING;
  SELECT 1 FROM (SELECT FROM ledger_line_balance WHERE line_id = ANY (ids) ORDER BY line_id FOR UPDATE) locked
$$;
REVOKE EXECUTE ON FUNCTION lock_ledger_lines(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lock_ledger_lines(uuid[]) TO commonlot_app;
DROP FUNCTION lock_ledger_accounts(uuid[]);

CREATE OR REPLACE VIEW ledger_line AS
  SELECT b.line_id,
    -b.source_cents::bigint AS allocated_cents,
    b.available_cents::bigint AS available_cents,
    b.reserved_cents::bigint AS reserved_cents,
    (b.committed_cents + b.paid_cents)::bigint AS committed_cents,
    b.paid_cents::bigint AS paid_cents,
    (SELECT coalesce(sum(e.amount_cents) FILTER (WHERE e.cause = 'authorise'), 0)::bigint FROM ledger_entry e
      WHERE e.line_id = b.line_id AND e.cause IN ('authorise', 'carry-in', 'carry-out', 'give-back')) AS authorised_cents,
    (SELECT (coalesce(sum(e.amount_cents) FILTER (WHERE e.cause = 'carry-in'), 0)
        - coalesce(sum(e.amount_cents) FILTER (WHERE e.cause IN ('carry-out', 'give-back')), 0))::bigint
      FROM ledger_entry e
      WHERE e.line_id = b.line_id AND e.cause IN ('authorise', 'carry-in', 'carry-out', 'give-back')) AS carried_cents
  FROM ledger_line_balance b;
`);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
