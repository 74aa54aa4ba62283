import { decisions, organisations, payments } from '@commonlot/contracts';
import { cents, localDate } from '@commonlot/domain';
import type { GivenBatch } from '../given-decision.js';
import type { Target } from '../given-everything.js';
import { nextIban } from '../given-organisations.js';
import { givenReduction, givenRepayment } from '../given-returns.js';
import { settle } from '../settle.js';
import type { TestApi, TestPerson } from '../test-api.js';

/** Who pays to whom. */
export interface Payers {
  readonly organisationId: string;
  readonly officer: TestPerson;
  readonly controller: TestPerson;
  readonly applicant: TestPerson;
}

/** A verified account of the award, and an instalment that came back to the officer. */
export async function givenReturnedPayment(
  api: TestApi,
  targetOf: (name: string) => Target,
  applicant: TestPerson,
): Promise<Payers> {
  const { params, as } = targetOf('payments.preparePayment');
  const paymentId = params['paymentId'] ?? '';
  const [row] = await api.sql<{ organisationId: string; revision: number }>(
    `SELECT d.organisation_id AS "organisationId", p.revision FROM payment p JOIN decision d ON d.id = p.decision_id
     WHERE p.id = $1`,
    [paymentId],
  );
  if (row === undefined || as === null) throw new Error('No payment was planned.');
  const controller = targetOf('payments.approvePayment').as as TestPerson;
  await verifyAccount(api, row.organisationId, applicant, controller);
  const input = (revision: number) => ({ params: { paymentId }, body: { revision } });
  const prepared = await api.ok(payments.preparePayment, input(row.revision), { as });
  const body = { revision: prepared.revision, reason: 'Kijk de voorwaarde na.' };
  await api.ok(payments.sendBackPayment, { params: { paymentId }, body }, { as: controller });
  return { organisationId: row.organisationId, officer: as, controller, applicant };
}

async function verifyAccount(api: TestApi, organisationId: string, applicant: TestPerson, controller: TestPerson) {
  const proposal = { params: { organisationId }, body: { iban: nextIban(), holder: 'Koor op de bank' } };
  const { id, revision } = await api.ok(organisations.proposeBankAccount, proposal, { as: applicant });
  const judgement = { params: { bankAccountId: id }, body: { revision, isVerified: true } };
  await api.ok(organisations.judgeBankAccount, judgement, { as: controller });
}

/** Releases a batch that was signed, and pays the first instalment of its first award. */
export async function releaseAndPay(
  api: TestApi,
  { batchId, minister, revision }: GivenBatch,
  { officer, controller, applicant }: Payers,
): Promise<void> {
  await api.ok(decisions.releaseBatch, { params: { batchId }, body: { revision } }, { as: minister });
  await settle(api);
  const [award] = await api.sql<{ decisionId: string; organisationId: string; paymentId: string; revision: number }>(
    `SELECT d.id AS "decisionId", d.organisation_id AS "organisationId", p.id AS "paymentId", p.revision FROM payment p
     JOIN decision d ON d.id = p.decision_id WHERE d.batch_id = $1 ORDER BY p.instalment LIMIT 1`,
    [batchId],
  );
  if (award === undefined) throw new Error('Nothing is to be paid.');
  await verifyAccount(api, award.organisationId, applicant, controller);
  const params = { paymentId: award.paymentId };
  const prepared = await api.ok(
    payments.preparePayment,
    { params, body: { revision: award.revision } },
    { as: officer },
  );
  const approved = await api.ok(payments.approvePayment, { params, body: prepared }, { as: controller });
  const body = { revision: approved.revision, paidOn: '2026-01-05', bankReference: 'Afschrift 12' };
  await api.ok(payments.confirmPayment, { params, body }, { as: controller });
  await takeBack(api, award, { officer, controller, minister });
  await settle(api);
}

/** Lowers an award (withdrawn, refused, confirmed), and asks a part of it back, which comes in half and is waived. */
async function takeBack(
  api: TestApi,
  award: { readonly decisionId: string },
  { officer, controller, minister }: Pick<Payers, 'officer' | 'controller'> & { readonly minister: TestPerson },
): Promise<void> {
  const withdrawn = { params: { reductionId: (await givenReduction(api, officer, award, 10_00)).id } };
  await api.ok(payments.withdrawReduction, { ...withdrawn, body: { revision: 0 } }, { as: officer });
  const refused = { params: { reductionId: (await givenReduction(api, officer, award, 10_00)).id } };
  const refusal = { revision: 0, reason: 'Eerst nog overleggen.' };
  await api.ok(payments.refuseReduction, { ...refused, body: refusal }, { as: minister });
  const confirmed = { params: { reductionId: (await givenReduction(api, officer, award, 10_00)).id } };
  await api.ok(payments.confirmReduction, { ...confirmed, body: { revision: 0 } }, { as: minister });
  const params = { repaymentId: (await givenRepayment(api, officer, award, 20_00)).id };
  const receipt = { amountCents: cents(10_00), receivedOn: localDate('2026-01-06'), bankReference: 'Afschrift 14' };
  const { revision } = await api.ok(
    payments.recordReceipt,
    { params, body: { ...receipt, revision: 0 } },
    { as: controller },
  );
  const waiver = { revision, reason: 'De vereniging heeft niets meer in kas.' };
  await api.ok(payments.waiveRepayment, { params, body: waiver }, { as: minister });
}
