import { payments } from '@commonlot/contracts';
import { cents, localDate, type ReductionKind } from '@commonlot/domain';
import { type GivenReleasedAward, givenDirectFileAwarded } from './given-decision.js';
import { type GivenOrganisation, nextIban } from './given-organisations.js';
import type { TestApi, TestPerson } from './test-api.js';

type AwardId = { readonly decisionId: string };

/** What an officer writes to lower an award. */
export const reductionBody = (amountCents: number, kind: ReductionKind = 'smaller-project') => ({
  amountCents: cents(amountCents),
  kind,
  reason: 'De vereniging huurt een kleinere zaal dan voorzien.',
  reference: 'Toekenningsbesluit, art. 7',
});

/** What an officer writes to ask money back, due long after any test. */
export const repaymentBody = (amountCents: number) => ({
  amountCents: cents(amountCents),
  kind: 'unspent' as const,
  reason: 'De rekeningen tonen dat dit bedrag niet gebruikt werd.',
  dueOn: localDate('2099-03-01'),
});

/** A reduction that waits for a minister. */
export function givenReduction(api: TestApi, officer: TestPerson, { decisionId }: AwardId, amountCents: number) {
  return api.ok(
    payments.proposeReduction,
    { params: { decisionId }, body: reductionBody(amountCents) },
    { as: officer },
  );
}

/** A repayment of which nothing came in yet. */
export function givenRepayment(api: TestApi, officer: TestPerson, { decisionId }: AwardId, amountCents: number) {
  return api.ok(payments.askRepayment, { params: { decisionId }, body: repaymentBody(amountCents) }, { as: officer });
}

/** A direct award of 50 000 euros whose first instalment was paid to a verified account, through the API. */
export async function givenPaidAward(
  api: TestApi,
  officer: TestPerson,
  controller: TestPerson,
  of: { readonly organisation?: GivenOrganisation } = {},
): Promise<GivenReleasedAward> {
  const award = await givenDirectFileAwarded(api, of.organisation);
  const { organisation } = award;
  await api.sql(
    `INSERT INTO bank_account (id, organisation_id, iban, holder, state, proposed_by)
     SELECT gen_random_uuid(), $1, $2, 'Koor', 'proposed', $3
     WHERE NOT EXISTS (SELECT 1 FROM bank_account WHERE organisation_id = $1 AND state = 'verified')`,
    [organisation.id, nextIban(), organisation.representative.id],
  );
  await api.sql(
    `UPDATE bank_account SET state = 'verified', judged_by = $2, judged_at = now()
     WHERE organisation_id = $1 AND NOT EXISTS (SELECT 1 FROM bank_account
       WHERE organisation_id = $1 AND state = 'verified')`,
    [organisation.id, controller.id],
  );
  const [payment] = await api.sql<{ id: string; revision: number }>(
    'SELECT id, revision FROM payment WHERE decision_id = $1 ORDER BY instalment LIMIT 1',
    [award.decisionId],
  );
  if (payment === undefined) throw new Error('No payment was planned.');
  const params = { paymentId: payment.id };
  const first = { params, body: { revision: payment.revision } };
  const prepared = await api.ok(payments.preparePayment, first, { as: officer });
  const approved = await api.ok(payments.approvePayment, { params, body: prepared }, { as: controller });
  const body = { ...approved, paidOn: localDate('2026-01-05'), bankReference: 'ST-1' };
  await api.ok(payments.confirmPayment, { params, body }, { as: controller });
  return award;
}

/** A reduction that waits and money that was asked back, of an award that was paid in part. */
export async function givenReturns(api: TestApi, officer: TestPerson, controller: TestPerson) {
  const reductionOfAnother = async () =>
    givenReduction(api, officer, await givenPaidAward(api, officer, controller), 10_00);
  const award = await givenPaidAward(api, officer, controller);
  const reduction = await givenReduction(api, officer, award, 10_00);
  const repayment = await givenRepayment(api, officer, award, 20_00);
  const [refused, withdrawn] = [await reductionOfAnother(), await reductionOfAnother()];
  const ofAward = { decisionId: award.decisionId };
  return {
    params: { reductionId: reduction.id, repaymentId: repayment.id },
    paramsOf: {
      'payments.readAwardMoney': ofAward,
      'payments.askRepayment': ofAward,
      'payments.refuseReduction': { reductionId: refused.id },
      'payments.withdrawReduction': { reductionId: withdrawn.id },
    },
    bodies: { 'payments.askRepayment': { dueOn: '2099-03-01' } },
  };
}
