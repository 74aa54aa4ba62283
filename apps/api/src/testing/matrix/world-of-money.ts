import { decisions, payments, plan as planContract } from '@commonlot/contracts';
import { cents } from '@commonlot/domain';
import { givenDraftBatch, givenProposedDirectFile, givenReleasedBatch } from '../given-decision.js';
import type { GivenOrganisation } from '../given-organisations.js';
import { type GivenPlan, givenDraft as givenPlanDraft, givenScenario } from '../given-plan.js';
import { type GivenStatementRecord, givenStatement } from '../given-statement.js';
import type { TestApi, TestPerson } from '../test-api.js';
import { thing } from './records.js';

const lineThing = (lineId: string) => thing({ lineId, subjectId: lineId });
export const lineThings = (plan: GivenPlan) => ({
  named: lineThing(plan.lineId('1.2')),
  envelope: lineThing(plan.lineId('1.3')),
});

export async function thingsOfPlan(api: TestApi, plan: GivenPlan) {
  const versionThing = (id: string) => thing({ versionId: id, kind: 'council', subjectId: id }, 'plan_version', id);
  const [draft, submitted, approved] = [
    await givenPlanDraft(api, plan.drafter, { year: 2031 }),
    await givenPlanDraft(api, plan.drafter, { year: 2033 }),
    await givenPlanDraft(api, plan.drafter, { year: 2034 }),
  ];
  for (const { versionId, revision } of [submitted, approved]) {
    const submission = { params: { versionId }, body: { revision } };
    await api.ok(planContract.submitPlanVersion, submission, { as: plan.drafter });
  }
  const approval = { params: { versionId: approved.versionId }, body: { revision: approved.revision + 1 } };
  await api.ok(planContract.approvePlanVersion, approval, { as: plan.approver });
  return {
    version: {
      draft: versionThing(draft.versionId),
      submitted: versionThing(submitted.versionId),
      approved: versionThing(approved.versionId),
      'in-force': versionThing(plan.versionId),
    },
    scenario: await thingsOfScenarios(api, plan),
    year: { 'in-force': thing({ year: String(plan.year) }), draft: thing({ year: '2031' }) },
  };
}

async function thingsOfScenarios(api: TestApi, { drafter }: GivenPlan) {
  const open = await givenPlanDraft(api, drafter, { year: 2036 });
  const closed = await givenPlanDraft(api, drafter, { year: 2037 });
  const draft = await givenScenario(api, drafter, open.versionId);
  const adopted = await givenScenario(api, drafter, open.versionId, 'Overgenomen');
  const submitted = await givenScenario(api, drafter, closed.versionId);
  const adoption = { params: { scenarioId: adopted.id }, body: { revision: 0, versionRevision: open.revision } };
  const { versionRevision } = await api.ok(planContract.adoptPlanScenario, adoption, { as: drafter });
  const submission = { params: { versionId: closed.versionId }, body: { revision: closed.revision } };
  await api.ok(planContract.submitPlanVersion, submission, { as: drafter });
  const scenarioThing = ({ id }: { id: string }, revision: number) =>
    thing({ versionRevision: String(revision), scenarioId: id }, 'plan_scenario', id);
  return {
    draft: scenarioThing(draft, versionRevision),
    adopted: scenarioThing(adopted, versionRevision),
    submitted: scenarioThing(submitted, closed.revision + 1),
  };
}

export async function givenDirectFiles(api: TestApi, clerk: TestPerson, home: GivenOrganisation) {
  const awarded = await givenProposedDirectFile(api, clerk, { organisation: home });
  await givenReleasedBatch(api, await givenDraftBatch(api, clerk, { callId: null, directFileIds: [awarded.id] }));
  const proposed = await givenProposedDirectFile(api, clerk, { organisation: home });
  const body = {
    lineId: proposed.lineId,
    organisationId: home.id,
    fileLanguage: 'fr' as const,
    title: 'Fonctionnement',
    purpose: 'Les frais de fonctionnement de la maison de la musique.',
    requestedCents: cents(500_00),
  };
  const draft = await api.ok(decisions.createDirectFile, { body }, { as: clerk });
  const file = ({ id }: { id: string }) => thing({ directFileId: id, subjectId: id }, 'direct_file', id);
  return { draft: file(draft), proposed: file(proposed), awarded: file(awarded) };
}

/** Four instalments were released (two of the call, two of the direct line), two are signed only. */
export async function givenPayments(api: TestApi, clerk: TestPerson, payer: TestPerson, unreleasedId: string) {
  const { rows } = await api.ok(payments.listPayments, {}, { as: clerk });
  const released = rows.filter(({ decisionId }) => decisionId !== unreleasedId);
  const [planned, prepared, approved, paid] = released.map(({ id, number }) => ({ id, number }));
  const unreleased = rows.find(({ decisionId }) => decisionId === unreleasedId);
  if (!planned || !prepared || !approved || !paid || !unreleased) throw new Error('Too few payments.');
  const step = (endpoint: typeof payments.preparePayment, { id }: { id: string }, revision: number, as: TestPerson) =>
    api.ok(endpoint, { params: { paymentId: id }, body: { revision } }, { as });
  for (const payment of [prepared, approved, paid]) await step(payments.preparePayment, payment, 0, clerk);
  for (const payment of [approved, paid]) await step(payments.approvePayment, payment, 1, payer);
  const body = { revision: 2, paidOn: '2026-05-04', bankReference: 'ST-1' };
  await api.ok(payments.confirmPayment, { params: { paymentId: paid.id }, body }, { as: payer });
  const paymentThing = ({ id, number }: { id: string; number: string }) =>
    thing({ paymentId: id, subjectId: id }, 'payment', id, number);
  return {
    unreleased: paymentThing(unreleased),
    planned: paymentThing(planned),
    prepared: paymentThing(prepared),
    approved: paymentThing(approved),
    paid: paymentThing(paid),
  };
}

/** A statement that pays the instalment which waits for the bank, and one of movements that belong to no payment. */
export async function givenStatements(api: TestApi, payer: TestPerson, paymentId: string) {
  const [paid] = await api.sql<{ number: string; iban: string; cents: string }>(
    `SELECT p.number, p.amount_cents AS cents, b.iban FROM payment p JOIN bank_account b ON b.id = p.bank_account_id
     WHERE p.id = $1`,
    [paymentId],
  );
  if (paid === undefined) throw new Error('No payment waits for the bank.');
  const sumCents = Number(paid.cents);
  const entry = { cents: sumCents, endToEndId: paid.number, iban: paid.iban };
  const [waiting, done] = [await givenStatement(api, payer, [entry]), await givenStatement(api, payer)];
  const statementThing = ({ statementId, entryId, reference }: GivenStatementRecord) =>
    thing(
      { statementId, entryId, subjectId: statementId, sumCents: String(sumCents) },
      undefined,
      undefined,
      reference,
    );
  return { waiting: statementThing(waiting), done: statementThing(done) };
}
