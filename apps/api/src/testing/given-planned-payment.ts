import { payments } from '@commonlot/contracts';
import { givenDirectFileAwarded } from './given-decision.js';
import { nextIban } from './given-organisations.js';
import type { TestApi, TestPerson } from './test-api.js';

/** The first payment of an award, to an account that was verified. */
export async function givenPlannedPayment(api: TestApi, officer: TestPerson, controller: TestPerson) {
  const { decisionId, organisation, number } = await givenDirectFileAwarded(api);
  await api.sql(
    `INSERT INTO bank_account (id, organisation_id, iban, holder, state, proposed_by)
     VALUES (gen_random_uuid(), $1, $2, 'Koor', 'proposed', $3)`,
    [organisation.id, nextIban(), organisation.representative.id],
  );
  await api.sql(
    `UPDATE bank_account SET state = 'verified', judged_by = $2, judged_at = now() WHERE organisation_id = $1`,
    [organisation.id, controller.id],
  );
  const { rows } = await api.ok(payments.listPayments, { query: { limit: 100 } }, { as: officer });
  const payment = rows.find((row) => row.decisionId === decisionId);
  if (payment === undefined) throw new Error('No payment was planned.');
  return { params: { paymentId: payment.id }, revision: payment.revision, number };
}
