import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The movements of the bank, the payments that they pay, and why those that differ do. */
export class CreateBankStatements1780000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- What the bank says is never changed here: these tables only grow.
CREATE TABLE bank_statement (
  id uuid PRIMARY KEY,
  account text NOT NULL CHECK (account ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'),
  reference text NOT NULL CHECK (length(reference) BETWEEN 1 AND 100),
  file_hash text NOT NULL CHECK (file_hash ~ '^[0-9a-f]{64}$'),
  file_position int NOT NULL CHECK (file_position > 0),
  from_on date NOT NULL,
  to_on date NOT NULL,
  opening_cents cents NOT NULL,
  closing_cents cents NOT NULL,
  imported_by uuid NOT NULL REFERENCES person,
  imported_at timestamptz NOT NULL DEFAULT app_now(),
  CONSTRAINT bank_statement_once UNIQUE (account, reference),
  CONSTRAINT bank_statement_file_once UNIQUE (file_hash, file_position),
  CONSTRAINT bank_statement_period CHECK (from_on <= to_on)
);
CREATE INDEX bank_statement_to ON bank_statement (to_on, id);
CREATE TRIGGER bank_statement_append_only BEFORE UPDATE OR DELETE ON bank_statement
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON bank_statement TO commonlot_app;

CREATE TABLE bank_entry (
  id uuid PRIMARY KEY,
  statement_id uuid NOT NULL REFERENCES bank_statement,
  position int NOT NULL CHECK (position > 0),
  direction text NOT NULL CHECK (direction IN ('out', 'in')),
  amount_cents cents NOT NULL CHECK (amount_cents > 0),
  booked_on date NOT NULL,
  value_on date,
  bank_reference text NOT NULL CHECK (length(bank_reference) <= 100),
  end_to_end_id text NOT NULL CHECK (length(end_to_end_id) <= 100),
  structured text NOT NULL CHECK (length(structured) <= 100),
  communication text NOT NULL CHECK (length(communication) <= 500),
  counterparty_name text NOT NULL CHECK (length(counterparty_name) <= 200),
  counterparty_account text NOT NULL CHECK (length(counterparty_account) <= 50),
  -- The payment whose number its references hold.
  payment_id uuid REFERENCES payment,
  CONSTRAINT bank_entry_position UNIQUE (statement_id, position)
);
CREATE INDEX bank_entry_payment ON bank_entry (payment_id);
CREATE TRIGGER bank_entry_append_only BEFORE UPDATE OR DELETE ON bank_entry
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON bank_entry TO commonlot_app;

-- An entry pays one payment, and a payment is paid by one entry.
CREATE TABLE bank_entry_match (
  entry_id uuid PRIMARY KEY REFERENCES bank_entry,
  payment_id uuid NOT NULL REFERENCES payment,
  matched_at timestamptz NOT NULL DEFAULT app_now(),
  CONSTRAINT bank_entry_match_payment UNIQUE (payment_id)
);
CREATE TRIGGER bank_entry_match_append_only BEFORE UPDATE OR DELETE ON bank_entry_match
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON bank_entry_match TO commonlot_app;

-- Why an entry, or a payment without an entry, differs.
CREATE TABLE bank_explanation (
  id uuid PRIMARY KEY,
  statement_id uuid NOT NULL REFERENCES bank_statement,
  entry_id uuid REFERENCES bank_entry,
  payment_id uuid REFERENCES payment,
  kind text NOT NULL CHECK (kind IN ('amount-differs', 'account-differs', 'unknown-payment', 'not-approved', 'paid-twice',
    'returned-by-bank', 'not-in-statement')),
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
  explained_by uuid NOT NULL REFERENCES person,
  explained_at timestamptz NOT NULL DEFAULT app_now(),
  CONSTRAINT bank_explanation_entry UNIQUE (entry_id),
  CONSTRAINT bank_explanation_payment UNIQUE (payment_id),
  CONSTRAINT bank_explanation_subject CHECK ((entry_id IS NULL) = (kind = 'not-in-statement')
    AND (payment_id IS NOT NULL) = (kind = 'not-in-statement'))
);
CREATE INDEX bank_explanation_statement ON bank_explanation (statement_id);
CREATE TRIGGER bank_explanation_append_only BEFORE UPDATE OR DELETE ON bank_explanation
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON bank_explanation TO commonlot_app;
`);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
