import { decisions, ledger, payments, plan as planContract } from '@commonlot/contracts';
import { cents, localDate } from '@commonlot/domain';
import {
  givenOverrun,
  givenYearToClose,
  prepareClosing,
  sendBackClosing,
  signClosing,
  signOverrun,
} from '../given-closing.js';
import { givenDraftBatch, givenProposedDirectFile, givenReleasedBatch } from '../given-decision.js';
import type { GivenOrganisation } from '../given-organisations.js';
import { type GivenPlan, givenComment, givenDraft as givenPlanDraft, givenScenario } from '../given-plan.js';
import { givenPaidAward, givenReduction, givenRepayment } from '../given-returns.js';
import { type GivenStatementRecord, givenStatement } from '../given-statement.js';
import type { TestApi, TestPerson } from '../test-api.js';
import { thing } from './records.js';

const lineThing = (lineId: string) => thing({ lineId, subjectId: lineId });
export const lineThings = (plan: GivenPlan) => ({
  named: lineThing(plan.lineId('1.2')),
  envelope: lineThing(plan.lineId('1.3')),
});

export async function thingsOfPlan(api: TestApi, plan: GivenPlan, commenter: TestPerson) {
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
    comment: await thingsOfComments(api, commenter, draft.versionId, submitted.versionId),
  };
}

/** Years, authorisations and closings. */
export async function thingsOfYears(api: TestApi, plan: GivenPlan, controller: TestPerson) {
  const people = { drafter: plan.drafter, approver: plan.approver, controller };
  const { year, lineId } = await givenYearToClose(api, people, 2021);
  for (const closed of [2019, 2017]) await givenYearToClose(api, people, closed);
  const withdrawn = await prepareClosing(api, controller, 2019);
  const withdrawal = { params: { closingId: withdrawn.id }, body: { revision: 0 } };
  await api.ok(ledger.withdrawYearClosing, withdrawal, { as: controller });
  const returned = await prepareClosing(api, controller, 2019);
  await sendBackClosing(api, plan.approver, returned);
  const prepared = await prepareClosing(api, controller, 2019);
  const signed = await prepareClosing(api, controller, 2017);
  await signClosing(api, plan.approver, signed);
  const overruns = {
    proposed: await givenOverrun(api, plan.drafter, plan.lineId('1.5')),
    signed: await givenOverrun(api, plan.drafter, plan.lineId('1.5')),
    withdrawn: await givenOverrun(api, plan.drafter, plan.lineId('1.5')),
  };
  await signOverrun(api, plan.approver, overruns.signed);
  const regret = { params: { overrunId: overruns.withdrawn.id }, body: { revision: 0 } };
  await api.ok(ledger.withdrawOverrun, regret, { as: plan.drafter });
  const overrunThing = ({ id }: { id: string }) => thing({ overrunId: id }, 'overrun', id);
  const closingThing = ({ id }: { id: string }) => thing({ closingId: id }, 'year_closing', id);
  return {
    year: {
      'in-force': thing({ year: String(plan.year) }),
      draft: thing({ year: '2031' }),
      ready: thing({ balanceLineId: lineId('1.1'), year: String(year) }),
    },
    overrun: {
      proposed: overrunThing(overruns.proposed),
      signed: overrunThing(overruns.signed),
      withdrawn: overrunThing(overruns.withdrawn),
    },
    closing: {
      prepared: closingThing(prepared),
      signed: closingThing(signed),
      'sent-back': closingThing(returned),
      withdrawn: closingThing(withdrawn),
    },
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

async function thingsOfComments(api: TestApi, author: TestPerson, draftId: string, submittedId: string) {
  const [open, resolved, withdrawn, said] = [
    await givenComment(api, author, draftId),
    await givenComment(api, author, draftId),
    await givenComment(api, author, draftId),
    await givenComment(api, author, submittedId),
  ];
  const resolution = { params: { commentId: resolved.id }, body: { revision: 0 } };
  await api.ok(planContract.resolvePlanComment, resolution, { as: author });
  const withdrawal = { params: { commentId: withdrawn.id }, query: { revision: 0 } };
  await api.ok(planContract.withdrawPlanComment, withdrawal, { as: author });
  const commentThing = ({ id }: { id: string }) => thing({ commentId: id }, 'plan_comment', id);
  return {
    open: commentThing(open),
    resolved: commentThing(resolved),
    withdrawn: commentThing(withdrawn),
    said: commentThing(said),
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

/** A reduction that waits beside one that was confirmed, and money asked back beside money that came in. */
export async function givenReturns(
  api: TestApi,
  { clerk, payer, officer }: Readonly<Record<'clerk' | 'payer' | 'officer', TestPerson>>,
  organisation: GivenOrganisation,
) {
  const minister = await api.person(['minister'], 'Mona Minister');
  const [waiting, lowered, third] = [
    await givenPaidAward(api, clerk, payer, { organisation }),
    await givenPaidAward(api, clerk, payer, { organisation }),
    await givenPaidAward(api, clerk, payer, { organisation }),
  ];
  const proposed = await givenReduction(api, clerk, waiting, 10_00);
  const own = await givenReduction(api, officer, third, 10_00);
  const confirmed = await givenReduction(api, clerk, lowered, 10_00);
  const confirmation = { params: { reductionId: confirmed.id }, body: { revision: 0 } };
  await api.ok(payments.confirmReduction, confirmation, { as: minister });
  const asked = await givenRepayment(api, clerk, waiting, 20_00);
  const received = await givenRepayment(api, clerk, lowered, 20_00);
  const body = { revision: 0, amountCents: cents(20_00), receivedOn: localDate('2026-05-04'), bankReference: 'ST-2' };
  await api.ok(payments.recordReceipt, { params: { repaymentId: received.id }, body }, { as: payer });
  const reductionThing = (award: { decisionId: string }, { id }: { id: string }) =>
    thing({ decisionId: award.decisionId, reductionId: id }, 'award_reduction', id);
  const repaymentThing = (award: { decisionId: string }, { id }: { id: string }) =>
    thing({ decisionId: award.decisionId, repaymentId: id }, 'repayment', id);
  return {
    reduction: {
      proposed: reductionThing(waiting, proposed),
      own: reductionThing(third, own),
      confirmed: reductionThing(lowered, confirmed),
    },
    repayment: { asked: repaymentThing(waiting, asked), received: repaymentThing(lowered, received) },
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
