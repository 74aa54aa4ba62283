import { id, uuidOf } from './one-of-each.js';
import { again, isNobody, long, nobody, type Proofs } from './proof.js';

const sentBack = "state = 'sent-back', returned_at = now()";

/** Overruns, closings and the ledger. */
export const proofsOfLedger: Proofs = {
  overrun: {
    overrun_pkey: again({}),
    overrun_line_id_fkey: isNobody('line_id'),
    overrun_proposed_by_fkey: isNobody('proposed_by'),
    overrun_signed_by_fkey: `state = 'signed', signed_at = now(), ${isNobody('signed_by')}`,
    overrun_state_check: "state = 'lost'",
    overrun_amount_cents_check: ['amount_cents = 0', 'amount_cents = -1'],
    overrun_reason_check: ["reason = 'too short'", `reason = ${long(1001)}`],
    overrun_act_reference_check: ["act_reference = 'MB'", `act_reference = ${long(201)}`],
    overrun_four_eyes: "state = 'signed', signed_at = now(), signed_by = proposed_by",
    overrun_signature: [
      "state = 'signed'",
      `state = 'signed', signed_by = ${id('minister')}`,
      "state = 'signed', signed_at = now()",
      `signed_by = ${id('minister')}, signed_at = now()`,
    ],
  },
  month_closing: {
    month_closing_pkey: again({ month: 2 }),
    month_closing_once: again({ id: nobody }),
    month_closing_plan_id_fkey: isNobody('plan_id'),
    month_closing_closed_by_fkey: isNobody('closed_by'),
    month_closing_month_check: ['month = 0', 'month = 13'],
    month_closing_entries_hash_check: "entries_hash = 'x'",
  },
  year_closing: {
    year_closing_pkey: again({ number: 2, state: 'withdrawn' }),
    year_closing_number: again({ id: nobody, state: 'withdrawn' }),
    year_closing_one_prepared: again({ id: nobody, number: 2 }),
    year_closing_plan_id_fkey: isNobody('plan_id'),
    year_closing_prepared_by_fkey: isNobody('prepared_by'),
    year_closing_returned_by_fkey: `${sentBack}, return_reason = 'Waarom', ${isNobody('returned_by')}`,
    year_closing_signed_by_fkey: `state = 'signed', signed_at = now(), ${isNobody('signed_by')}`,
    year_closing_number_check: 'number = 0',
    year_closing_state_check: "state = 'lost'",
    year_closing_decision_reference_check: ["decision_reference = 'MB'", `decision_reference = ${long(201)}`],
    year_closing_destinations_check: `destinations = '{}'`,
    year_closing_return_reason_check: ["''", long(1001)].map(
      (reason) => `${sentBack}, returned_by = ${id('minister')}, return_reason = ${reason}`,
    ),
    year_closing_return_four_eyes: `${sentBack}, return_reason = 'Waarom', returned_by = prepared_by`,
    year_closing_return: [
      "state = 'sent-back'",
      `${sentBack}, return_reason = 'Waarom'`,
      `${sentBack}, returned_by = ${id('minister')}`,
      `state = 'sent-back', returned_by = ${id('minister')}, return_reason = 'Waarom'`,
      `returned_by = ${id('minister')}, returned_at = now(), return_reason = 'Waarom'`,
    ],
    year_closing_four_eyes: "state = 'signed', signed_at = now(), signed_by = prepared_by",
    year_closing_signature: [
      "state = 'signed'",
      `state = 'signed', signed_by = ${id('minister')}`,
      "state = 'signed', signed_at = now()",
      `signed_by = ${id('minister')}, signed_at = now()`,
    ],
  },
  ledger_line_balance: {
    ledger_line_balance_pkey: again({ available_cents: 1 }),
    ledger_line_balance_line_id_fkey: `${isNobody('line_id')} WHERE line_id = ${id('heading')}`,
    ledger_line_balance_not_overspent: [
      'available_cents = -1',
      'reserved_cents = -1',
      'committed_cents = -1',
      'paid_cents = -1',
    ],
  },
  ledger_account: {
    ledger_account_pkey: again({ line_id: uuidOf('heading') }),
    ledger_account_line_id_kind_subject_id_key: again({ id: nobody }),
    ledger_account_line_id_fkey: isNobody('line_id'),
    ledger_account_kind_check: "kind = 'pocket' WHERE kind = 'available'",
    ledger_account_check: [
      `subject_id = ${id('decision')} WHERE kind = 'available'`,
      "subject_id = NULL WHERE kind = 'committed'",
      "kind = 'reserved', subject_id = NULL WHERE kind = 'committed'",
      "kind = 'paid', subject_id = NULL WHERE kind = 'committed'",
    ],
    ledger_account_not_overspent: [
      "balance_cents = -1 WHERE kind = 'available'",
      "balance_cents = -1, kind = 'reserved' WHERE kind = 'committed'",
      "balance_cents = -1 WHERE kind = 'committed'",
      "balance_cents = -1, kind = 'paid' WHERE kind = 'committed'",
    ],
  },
  ledger_entry: {
    ledger_entry_pkey: again({ sequence: 99 }),
    ledger_entry_sequence_key: again({ id: nobody }),
    ledger_entry_line_id_fkey: isNobody('line_id'),
    ledger_entry_actor_id_fkey: isNobody('actor_id'),
    ledger_entry_cause_check: "cause = 'give'",
    ledger_entry_amount_cents_check: ['amount_cents = 0', 'amount_cents = -1'],
  },
  ledger_posting: {
    ledger_posting_pkey: again({ amount_cents: 1 }),
    ledger_posting_entry_id_fkey: `${isNobody('entry_id')} WHERE account_id = ${id('source')}`,
    ledger_posting_account_id_fkey: `${isNobody('account_id')} WHERE account_id = ${id('source')}`,
    ledger_posting_amount_cents_check: 'amount_cents = 0',
  },
};
