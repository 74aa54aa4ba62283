/** A payment `p` that was confirmed on a day of statement `s`, and that no entry of any statement pays. */
export const missingPayments = `p.state = 'paid' AND p.paid_on BETWEEN s.from_on AND s.to_on
  AND NOT EXISTS (SELECT 1 FROM bank_entry_match m WHERE m.payment_id = p.id)`;

/** An entry `e` that is a difference: money that left and paid no payment, or that came back from one. */
export const isDifferent = `CASE e.direction WHEN 'in' THEN e.payment_id IS NOT NULL
  ELSE NOT EXISTS (SELECT 1 FROM bank_entry_match m WHERE m.entry_id = e.id) END`;

/** How many differences of statement `s` nobody has explained. */
export const openDifferences = `(
  (SELECT count(*) FROM bank_entry e WHERE e.statement_id = s.id AND ${isDifferent}
    AND NOT EXISTS (SELECT 1 FROM bank_explanation x WHERE x.entry_id = e.id))
  + (SELECT count(*) FROM payment p WHERE ${missingPayments}
    AND NOT EXISTS (SELECT 1 FROM bank_explanation x WHERE x.payment_id = p.id)))`;
