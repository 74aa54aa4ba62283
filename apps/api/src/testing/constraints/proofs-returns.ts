import { id, uuidOf } from './one-of-each.js';
import { again, isNobody, long, nobody, type Proofs } from './proof.js';

const closed = `closed_by = ${id('minister')}, closed_at = now()`;
const waived = `state = 'withdrawn', waived_at = now()`;
const byMinister = `waived_by = ${id('minister')}`;

/** Reductions of awards, repayments and their receipts. */
export const proofsOfReturns: Proofs = {
  award_reduction: {
    award_reduction_pkey: again({ state: 'withdrawn', closed_by: uuidOf('officer'), closed_at: '2026-01-01Z' }),
    award_reduction_one_open: again({ id: nobody }),
    award_reduction_decision_id_fkey: isNobody('decision_id'),
    award_reduction_proposed_by_fkey: isNobody('proposed_by'),
    award_reduction_closed_by_fkey: `${isNobody('closed_by')}, state = 'confirmed', closed_at = now()`,
    award_reduction_amount_cents_check: ['amount_cents = 0', 'amount_cents = -1'],
    award_reduction_kind_check: "kind = 'lost'",
    award_reduction_reason_check: ["reason = ''", `reason = ${long(2001)}`],
    award_reduction_reference_check: ["reference = ''", `reference = ${long(201)}`],
    award_reduction_state_check: `state = 'lost', ${closed}`,
    award_reduction_refusal_check: ["''", long(1001)].map((text) => `refusal = ${text}, state = 'refused', ${closed}`),
    award_reduction_four_eyes: [
      "state = 'confirmed', closed_by = proposed_by, closed_at = now()",
      "state = 'refused', closed_by = proposed_by, closed_at = now(), refusal = 'x'",
    ],
    award_reduction_withdrawn: `state = 'withdrawn', ${closed}`,
    award_reduction_closed: [
      `closed_by = ${id('minister')}`,
      'closed_at = now()',
      "refusal = 'x'",
      `state = 'confirmed', closed_by = ${id('minister')}`,
      "state = 'confirmed', closed_at = now()",
      `state = 'refused', ${closed}`,
    ],
  },
  repayment: {
    repayment_pkey: again({ number: 'other', communication: '000000000097' }),
    repayment_number_key: again({ id: nobody, communication: '000000000097' }),
    repayment_communication_key: again({ id: nobody, number: 'other' }),
    repayment_decision_id_fkey: isNobody('decision_id'),
    repayment_asked_by_fkey: isNobody('asked_by'),
    repayment_waived_by_fkey: `${isNobody('waived_by')}, ${waived}, waiver = 'x'`,
    repayment_amount_cents_check: [0, -1].map(
      (amount) => `amount_cents = ${amount}, received_cents = ${amount}, state = 'received'`,
    ),
    repayment_kind_check: "kind = 'lost'",
    repayment_reason_check: ["reason = ''", `reason = ${long(2001)}`],
    repayment_communication_check: ["communication = '10000000013'", "communication = '10000000013x'"],
    repayment_state_check: "state = 'lost'",
    repayment_waiver_check: ["''", long(1001)].map((text) => `${waived}, ${byMinister}, waiver = ${text}`),
    repayment_four_eyes: `${waived}, waived_by = asked_by, waiver = 'x'`,
    repayment_received: [
      "state = 'asked'",
      "state = 'received'",
      'received_cents = 0',
      'received_cents = 100',
      `${waived}, ${byMinister}, waiver = 'x', received_cents = 100`,
    ],
    repayment_waived: [
      byMinister,
      'waived_at = now()',
      "waiver = 'x'",
      `${waived}, waiver = 'x'`,
      `${waived}, ${byMinister}`,
      `state = 'withdrawn', ${byMinister}, waiver = 'x'`,
    ],
  },
  repayment_receipt: {
    repayment_receipt_pkey: again({ bank_reference: 'other' }),
    repayment_receipt_once: again({ id: nobody }),
    repayment_receipt_repayment_id_fkey: isNobody('repayment_id'),
    repayment_receipt_recorded_by_fkey: isNobody('recorded_by'),
    repayment_receipt_amount_cents_check: ['amount_cents = 0', 'amount_cents = -1'],
    repayment_receipt_bank_reference_check: ["bank_reference = ''", `bank_reference = ${long(101)}`],
  },
};
