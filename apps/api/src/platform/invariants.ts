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
    name: 'line-balances-follow-from-accounts',
    promise: 'R3: what a line holds is the sum of its accounts',
    sql: `SELECT line_id FROM ledger_line_balance b
            FULL JOIN (SELECT line_id, kind, sum(balance_cents) AS cents FROM ledger_account GROUP BY 1, 2) a USING (line_id)
          GROUP BY line_id, b.line_id
          HAVING b.line_id IS NULL
            OR (b.source_cents, b.available_cents, b.reserved_cents, b.committed_cents, b.paid_cents) IS DISTINCT FROM (
              coalesce(sum(a.cents) FILTER (WHERE a.kind = 'source'), 0),
              coalesce(sum(a.cents) FILTER (WHERE a.kind = 'available'), 0),
              coalesce(sum(a.cents) FILTER (WHERE a.kind = 'reserved'), 0),
              coalesce(sum(a.cents) FILTER (WHERE a.kind = 'committed'), 0),
              coalesce(sum(a.cents) FILTER (WHERE a.kind = 'paid'), 0))`,
  },
  {
    name: 'allocation-is-plan-in-force',
    promise: 'R2: what a line may spend is what the plan in force gives it',
    sql: `SELECT l.line_id FROM plan_version v JOIN plan_version_line l ON l.version_id = v.id
            LEFT JOIN ledger_line g ON g.line_id = l.line_id
          WHERE v.state = 'in-force'
            AND coalesce(l.amount_cents, 0) <> coalesce(g.allocated_cents - g.authorised_cents - g.carried_cents, 0)`,
  },
  {
    name: 'authorised-is-signed',
    promise: 'R2: money beyond the plan is a signed authorisation of the same amount, entered once',
    sql: `SELECT coalesce(o.id, e.subject_id) AS id
          FROM (SELECT id, line_id, amount_cents::bigint AS cents FROM overrun WHERE state = 'signed') o
            FULL JOIN (SELECT subject_id, line_id, sum(amount_cents)::bigint AS cents FROM ledger_entry
              WHERE cause = 'authorise' GROUP BY 1, 2) e ON e.subject_id = o.id AND e.line_id = o.line_id
          WHERE o.cents IS DISTINCT FROM e.cents`,
  },
  {
    name: 'carried-is-decided',
    promise: 'R3: what leaves a closed year is what its closings say, and what was carried out came in',
    sql: `SELECT coalesce(y.id, e.subject_id) AS id
          FROM (SELECT y.id, sum((d ->> 'amountCents')::bigint) FILTER (WHERE d ->> 'toLineId' IS NOT NULL) AS carried,
              sum((d ->> 'amountCents')::bigint) FILTER (WHERE d ->> 'toLineId' IS NULL) AS given
            FROM year_closing y, jsonb_array_elements(y.destinations) d WHERE y.state = 'signed' GROUP BY 1) y
            FULL JOIN (SELECT subject_id, sum(amount_cents) FILTER (WHERE cause = 'carry-out') AS out,
              sum(amount_cents) FILTER (WHERE cause = 'carry-in') AS come,
              sum(amount_cents) FILTER (WHERE cause = 'give-back') AS given
            FROM ledger_entry WHERE cause IN ('carry-in', 'carry-out', 'give-back') GROUP BY 1) e ON e.subject_id = y.id
          WHERE (y.carried, y.carried, y.given) IS DISTINCT FROM (e.out, e.come, e.given)`,
  },
  {
    name: 'month-closing-recomputes',
    promise: 'R3: a closed month is what its entries give, and its seal is still in the journal',
    sql: `SELECT m.id FROM month_closing m CROSS JOIN LATERAL ledger_state_at(m.plan_id, m.ends_at) s
            LEFT JOIN journal_seal j ON j.number = m.seal_number
          WHERE (m.entry_count, m.entries_hash, m.figures) IS DISTINCT FROM (s.entry_count, s.entries_hash, s.figures)
            OR m.seal_number > 0 AND j.hash IS DISTINCT FROM m.seal_hash`,
  },
  {
    name: 'closed-year-takes-nothing',
    promise: 'R2: after its closing was signed, a year gives and promises nothing',
    sql: `SELECT e.id FROM year_closing y JOIN plan_line l ON l.plan_id = y.plan_id JOIN ledger_entry e ON e.line_id = l.id
          WHERE y.state = 'signed' AND e.at > y.signed_at
            AND e.cause IN ('allocate', 'deallocate', 'authorise', 'carry-in', 'reserve', 'commit')`,
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
    promise:
      'R2: committed and paid money belongs to a signed award of that amount, less reductions and what came back',
    sql: `SELECT d.id FROM decision d LEFT JOIN (
            SELECT subject_id, sum(balance_cents) AS cents FROM ledger_account WHERE kind IN ('committed', 'paid')
            GROUP BY subject_id) a ON a.subject_id = d.id
          WHERE coalesce(a.cents, 0) <> CASE WHEN d.signed_at IS NOT NULL AND d.lapsed_at IS NULL AND d.outcome = 'award' THEN d.amount_cents
              - coalesce((SELECT sum(r.amount_cents) FROM award_reduction r WHERE r.decision_id = d.id AND r.state = 'confirmed'), 0)
              - coalesce((SELECT sum(y.received_cents) FROM repayment y WHERE y.decision_id = d.id), 0) ELSE 0 END
            AND d.corrects_decision_id IS NULL
          UNION ALL
          SELECT a.subject_id FROM ledger_account a WHERE a.kind IN ('committed', 'paid')
            AND NOT EXISTS (SELECT 1 FROM decision d WHERE d.id = a.subject_id)`,
  },
  {
    name: 'paid-is-payments',
    promise: 'R2: paid money is the sum of the payments made, less what was given back',
    sql: `SELECT d.id FROM decision d
            LEFT JOIN (SELECT decision_id, sum(amount_cents) AS cents FROM payment WHERE state = 'paid' GROUP BY 1) p
              ON p.decision_id = d.id
            LEFT JOIN (SELECT subject_id, sum(balance_cents) AS cents FROM ledger_account WHERE kind = 'paid' GROUP BY 1) a
              ON a.subject_id = d.id
          WHERE coalesce(p.cents, 0) - coalesce((SELECT sum(y.received_cents) FROM repayment y WHERE y.decision_id = d.id), 0)
            <> coalesce(a.cents, 0)`,
  },
  {
    name: 'reductions-are-released',
    promise: 'R2: each confirmed reduction released its amount of the commitment of an award, and nothing else did',
    sql: `SELECT d.id FROM released_award d
            LEFT JOIN (SELECT decision_id, sum(amount_cents) AS cents FROM award_reduction WHERE state = 'confirmed' GROUP BY 1) r
              ON r.decision_id = d.id
            LEFT JOIN (SELECT subject_id, sum(amount_cents) AS cents FROM ledger_entry WHERE cause = 'release-commitment' GROUP BY 1) e
              ON e.subject_id = d.id
          WHERE coalesce(r.cents, 0) <> coalesce(e.cents, 0)`,
  },
  {
    name: 'receipts-are-returned',
    promise: 'R2: what came in of repayments is the sum of the returns in the ledger',
    sql: `SELECT d.id FROM released_award d
            LEFT JOIN (SELECT y.decision_id, sum(x.amount_cents) AS cents FROM repayment_receipt x
              JOIN repayment y ON y.id = x.repayment_id GROUP BY 1) y ON y.decision_id = d.id
            LEFT JOIN (SELECT subject_id, sum(amount_cents) AS cents FROM ledger_entry WHERE cause = 'return' GROUP BY 1) e
              ON e.subject_id = d.id
          WHERE coalesce(y.cents, 0) <> coalesce(e.cents, 0)`,
  },
  {
    name: 'instalments-make-the-award',
    promise: 'R2: the instalments of a released award make what is left of it',
    sql: `SELECT d.id FROM released_award d JOIN (SELECT decision_id, sum(amount_cents) FILTER (WHERE state <> 'cancelled') AS cents
            FROM payment GROUP BY 1) p ON p.decision_id = d.id
          WHERE d.corrects_decision_id IS NULL AND coalesce(p.cents, 0) <> d.current_cents`,
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
    // A reduction is confirmed a moment before its job shows it: until then the register says what it said.
    promise: 'R16: the register holds nothing that was not released',
    sql: `SELECT r.decision_id FROM register.award r LEFT JOIN decision d ON d.id = r.decision_id
            LEFT JOIN decision_batch b ON b.id = d.batch_id
          WHERE b.state IS DISTINCT FROM 'released' OR d.outcome IS DISTINCT FROM 'award' OR r.amount_cents > d.amount_cents
            OR r.amount_cents < d.amount_cents - coalesce((SELECT sum(x.amount_cents) FROM award_reduction x WHERE x.decision_id = d.id AND x.state = 'confirmed'), 0)`,
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
