import { id, uuidOf } from './one-of-each.js';
import { copy, isAppendOnly, notAllowed, refuses, type TriggerProofs } from './trigger-proof.js';

const closed = { closed_by: uuidOf('minister'), closed_at: '2026-01-01Z' };
const confirmed = `UPDATE award_reduction SET state = 'confirmed', closed_by = ${id('minister')}, closed_at = now()`;
const withoutSum = 'DROP TRIGGER repayment_adds_up ON repayment';
const withoutPaid = 'DROP TRIGGER repayment_within_paid ON repayment';

/** Reductions of awards, repayments and their receipts. */
export const triggersOfReturns: TriggerProofs = {
  award_reduction: {
    award_reduction_lifecycle: notAllowed({
      sql: copy('award_reduction', { state: 'confirmed', ...closed }),
      without: ['DROP TRIGGER award_reduction_within_award ON award_reduction'],
    }),
    // The one instalment still pays all of the award.
    award_reduction_within_award: refuses('payment_within_award', confirmed),
  },
  repayment: {
    repayment_lifecycle: notAllowed(
      ...[
        copy('repayment', { number: 'new', communication: '000000000097', state: 'received', received_cents: 100 }),
        "UPDATE repayment SET state = 'asked', received_cents = 0",
      ].map((sql) => ({ sql, without: [withoutSum, withoutPaid] })),
    ),
    repayment_adds_up: refuses('repayment_receipts_add_up', {
      sql: 'UPDATE repayment SET received_cents = 41',
      without: [withoutPaid],
    }),
    // Nothing was paid yet.
    repayment_within_paid: refuses('repayment_within_paid', 'UPDATE repayment SET revision = 1'),
  },
  repayment_receipt: {
    repayment_receipt_append_only: isAppendOnly(
      'UPDATE repayment_receipt SET amount_cents = 41',
      'DELETE FROM repayment_receipt',
    ),
    repayment_receipt_four_eyes: refuses('repayment_receipt_four_eyes', {
      sql: copy('repayment_receipt', { bank_reference: 'new', recorded_by: uuidOf('officer') }),
      without: ['DROP TRIGGER repayment_receipt_adds_up ON repayment_receipt'],
    }),
    repayment_receipt_adds_up: refuses(
      'repayment_receipts_add_up',
      copy('repayment_receipt', { bank_reference: 'new' }),
    ),
  },
};
