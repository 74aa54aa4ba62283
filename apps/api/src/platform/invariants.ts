/** A promise that must hold over the whole database: its query returns the rows that break it. */
export interface Invariant {
  readonly name: string;
  /** The promise of docs/invariants.md that it checks. */
  readonly promise: string;
  readonly sql: string;
}

/** Run after every API test file, nightly in production and by `npm run check`. Each must return no row. */
export const invariants: readonly Invariant[] = [
  {
    name: 'plan-adds-up',
    promise: 'R1: lines and unassigned remainder add up to the total',
    sql: `SELECT v.id FROM plan_version v LEFT JOIN plan_version_line l ON l.version_id = v.id
          GROUP BY v.id HAVING v.total_cents <> v.unassigned_cents + coalesce(sum(l.amount_cents), 0)`,
  },
  {
    name: 'headings-have-children',
    promise: 'R1: only lines without lines under them carry an amount',
    sql: `SELECT p.version_id, p.line_id FROM plan_version_line p JOIN plan_version_line c
            ON c.version_id = p.version_id AND c.parent_line_id = p.line_id
          WHERE p.kind <> 'heading' AND p.amount_cents IS NOT NULL`,
  },
  {
    name: 'line-never-overspent',
    promise: 'R2: paid <= committed <= allocated',
    sql: `SELECT line_id FROM ledger_line
          WHERE paid_cents > committed_cents OR committed_cents + reserved_cents + available_cents <> allocated_cents
            OR committed_cents > allocated_cents OR available_cents < 0`,
  },
  {
    name: 'entries-balance',
    promise: 'R3: every entry sums to zero',
    sql: `SELECT e.id FROM ledger_entry e LEFT JOIN ledger_posting p ON p.entry_id = e.id
          GROUP BY e.id HAVING coalesce(sum(p.amount_cents), 1) <> 0 OR count(*) <> 2`,
  },
  {
    name: 'balances-follow-from-postings',
    promise: 'R3: a balance is the sum of its postings',
    sql: `SELECT a.id FROM ledger_account a LEFT JOIN ledger_posting p ON p.account_id = a.id
          GROUP BY a.id HAVING a.balance_cents <> coalesce(sum(p.amount_cents), 0)`,
  },
  {
    name: 'allocation-is-plan-in-force',
    promise: 'R2: what a line may spend is what the plan in force gives it',
    sql: `SELECT l.line_id FROM plan_version v JOIN plan_version_line l ON l.version_id = v.id
            LEFT JOIN ledger_line g ON g.line_id = l.line_id
          WHERE v.state = 'in-force' AND coalesce(l.amount_cents, 0) <> coalesce(g.allocated_cents, 0)`,
  },
  {
    name: 'bank-statements-add-up',
    promise: 'R3: opening balance and entries of a bank statement make its closing balance',
    sql: `SELECT s.id FROM bank_statement s LEFT JOIN bank_entry e ON e.statement_id = s.id
          GROUP BY s.id HAVING s.closing_cents <> s.opening_cents
            + coalesce(sum(CASE e.direction WHEN 'in' THEN e.amount_cents ELSE -e.amount_cents END), 0)`,
  },
  {
    name: 'bank-entry-pays-its-payment',
    promise: 'R3: a matched bank entry pays the payment that it names, its amount to its account',
    sql: `SELECT m.entry_id FROM bank_entry_match m JOIN bank_entry e ON e.id = m.entry_id
            JOIN payment p ON p.id = m.payment_id LEFT JOIN bank_account a ON a.id = p.bank_account_id
          WHERE e.direction <> 'out' OR e.payment_id IS DISTINCT FROM p.id OR e.amount_cents <> p.amount_cents
            OR e.counterparty_account IS DISTINCT FROM a.iban OR p.state NOT IN ('approved', 'paid')`,
  },
  {
    name: 'commitment-is-decision',
    promise: 'R2: committed and paid money belongs to a signed award of the same amount',
    sql: `SELECT d.id FROM decision d LEFT JOIN (
            SELECT subject_id, sum(balance_cents) AS cents FROM ledger_account WHERE kind IN ('committed', 'paid')
            GROUP BY subject_id) a ON a.subject_id = d.id
          WHERE coalesce(a.cents, 0) <> CASE WHEN d.signed_at IS NOT NULL AND d.lapsed_at IS NULL AND d.outcome = 'award' THEN d.amount_cents ELSE 0 END
            AND d.corrects_decision_id IS NULL
          UNION ALL
          SELECT a.subject_id FROM ledger_account a WHERE a.kind IN ('committed', 'paid')
            AND NOT EXISTS (SELECT 1 FROM decision d WHERE d.id = a.subject_id)`,
  },
  {
    name: 'paid-is-payments',
    promise: 'R2: paid money is the sum of the payments made',
    sql: `SELECT d.id FROM decision d
            LEFT JOIN (SELECT decision_id, sum(amount_cents) AS cents FROM payment WHERE state = 'paid' GROUP BY 1) p
              ON p.decision_id = d.id
            LEFT JOIN (SELECT subject_id, sum(balance_cents) AS cents FROM ledger_account WHERE kind = 'paid' GROUP BY 1) a
              ON a.subject_id = d.id
          WHERE coalesce(p.cents, 0) <> coalesce(a.cents, 0)`,
  },
  {
    name: 'sent-has-journal',
    promise: 'R4: every application that was sent has its journal entry',
    sql: `SELECT a.id FROM application a WHERE a.submitted_at IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM journal j WHERE j.subject_id = a.id AND j.type = 'application.submitted')`,
  },
  {
    name: 'one-submission-entry',
    promise: 'R6: one effect of each submission',
    sql: `SELECT subject_id FROM journal WHERE type = 'application.submitted' GROUP BY 1 HAVING count(*) > 1`,
  },
  {
    name: 'in-time',
    promise: 'R9: nothing was sent outside the period of its call',
    sql: `SELECT a.id FROM application a JOIN call c ON c.id = a.call_id
          WHERE a.submitted_at IS NOT NULL AND NOT (c.opens_at <= a.submitted_at AND a.submitted_at < c.closes_at)`,
  },
  {
    name: 'no-score-in-conflict',
    promise: 'R15: nobody with a conflict has scored, and nothing is sealed twice',
    sql: `SELECT id FROM review_assignment WHERE state IN ('assigned', 'conflicted') AND (scores <> '{}' AND state = 'assigned'
            OR sent_at IS NOT NULL)`,
  },
  {
    name: 'reviewer-does-not-sign',
    promise: 'separation of duties: who reviewed a file did not sign its decision',
    sql: `SELECT d.id FROM decision d JOIN decision_batch b ON b.id = d.batch_id
            JOIN review_assignment r ON r.application_id = d.application_id AND r.reviewer_id = b.signed_by`,
  },
  {
    name: 'released-is-decided',
    promise: 'R18: what an applicant reads is what was released',
    sql: `SELECT a.id FROM application a LEFT JOIN decision d ON d.application_id = a.id AND d.corrects_decision_id IS NULL
            LEFT JOIN decision_batch b ON b.id = d.batch_id
          WHERE (a.released_state IN ('awarded', 'refused', 'not-admissible'))
            <> coalesce(b.state = 'released' AND d.lapsed_at IS NULL, false)`,
  },
  {
    name: 'released-has-letter',
    promise: 'R19: no decision is released without its letter',
    sql: `SELECT d.id FROM decision d JOIN decision_batch b ON b.id = d.batch_id
          WHERE b.state = 'released' AND d.letter_file_id IS NULL AND d.lapsed_at IS NULL`,
  },
  {
    name: 'register-shows-released-awards-only',
    promise: 'R16: the register holds nothing that was not released',
    sql: `SELECT r.decision_id FROM register.award r LEFT JOIN decision d ON d.id = r.decision_id
            LEFT JOIN decision_batch b ON b.id = d.batch_id
          WHERE b.state IS DISTINCT FROM 'released' OR d.outcome IS DISTINCT FROM 'award' OR r.amount_cents <> d.amount_cents`,
  },
  {
    name: 'reservation-ends-with-call',
    promise: 'R2: a call that is settled or cancelled holds no reservation',
    sql: `SELECT a.id FROM ledger_account a JOIN call c ON c.id = a.subject_id
          WHERE a.kind = 'reserved' AND c.state <> 'published' AND a.balance_cents <> 0`,
  },
  {
    name: 'journal-is-sealed',
    promise: 'R12: every entry of the journal has its seal or waits for it',
    sql: `SELECT j.id FROM journal j WHERE NOT EXISTS (SELECT 1 FROM journal_seal s WHERE s.journal_id = j.id)
            AND NOT EXISTS (SELECT 1 FROM journal_unsealed u WHERE u.journal_id = j.id)`,
  },
];
