import { decisions, payments, register } from '@commonlot/contracts';
import { cents, localDate } from '@commonlot/domain';
import {
  type GivenBatch,
  givenDraftBatch,
  givenPreparedBatch,
  givenProposedDirectFile,
  givenSignedBatch,
  unchangedDecision,
} from '../given-decision.js';
import { givenPlannedPayment } from '../given-planned-payment.js';
import { givenPaidAward, givenReduction, givenRepayment, reductionBody, repaymentBody } from '../given-returns.js';
import { givenRankedCall, givenSharedPlan } from '../given-review.js';
import { camt, givenPayingStatement } from '../given-statement.js';
import type { TestApi, TestPerson } from '../test-api.js';
import { type Scenario, scenario } from './scenario.js';

/** Decisions from the proposal to the release, payments to the bank statement, and the correction of what is public. */
export async function scenariosOfDecisions(api: TestApi): Promise<Scenario[]> {
  const officer = await api.person(['officer'], 'Odette Officer');
  return [
    ...(await ofDirectFiles(api, officer)),
    ...(await ofPayments(api, officer)),
    ...(await ofReturns(api, officer)),
    ...(await ofBatches(api)),
  ];
}

async function ofDirectFiles(api: TestApi, officer: TestPerson): Promise<Scenario[]> {
  const plan = await givenSharedPlan(api);
  const proposed = await givenProposedDirectFile(api, officer);
  const file = {
    lineId: plan.lineId('1.2'),
    organisationId: proposed.organisation.id,
    fileLanguage: 'fr' as const,
    title: 'Fonctionnement',
    purpose: 'Les frais de fonctionnement de la maison de la musique.',
    requestedCents: cents(50_000),
  };
  const { id, revision } = await api.ok(decisions.createDirectFile, { body: file }, { as: officer });
  const params = { directFileId: id };
  return [
    scenario(api, decisions.createDirectFile, officer, { body: file }),
    scenario(api, decisions.saveDirectFile, officer, { params, body: { ...file, title: 'Autrement', revision } }),
    scenario(api, decisions.proposeDirectFile, officer, { params, body: { revision } }),
  ];
}

async function ofBatches(api: TestApi): Promise<Scenario[]> {
  const [waiting, drafted, ready, signed] = [
    await givenRankedCall(api, { files: 1 }),
    await givenDraftOfCall(api),
    await givenPreparedBatch(api, await givenDraftOfCall(api)),
    await givenSignedBatch(api, await givenDraftOfCall(api)),
  ];
  const decisionId = drafted.decisions[0]?.id ?? '';
  const unchanged = await unchangedDecision(api, decisionId, drafted.officer);
  const of = ({ batchId }: GivenBatch) => ({ params: { batchId } });
  const signatoryTitle = 'Staatssecretaris, bevoegd voor de Nationale Loterij';
  return [
    scenario(api, decisions.createBatch, waiting.officer, { body: { callId: waiting.call.id, directFileIds: [] } }),
    scenario(api, decisions.saveDecision, drafted.officer, {
      params: { decisionId },
      body: { ...unchanged, publicReason: 'Een koor dat iedereen laat meezingen.' },
    }),
    scenario(api, decisions.prepareBatch, drafted.officer, { ...of(drafted), body: { revision: drafted.revision } }),
    scenario(api, decisions.sendBackBatch, ready.minister, {
      ...of(ready),
      body: { revision: ready.revision, reason: 'De motivering is te kort.' },
    }),
    scenario(api, decisions.signBatch, ready.minister, {
      ...of(ready),
      body: { revision: ready.revision, signatoryTitle },
    }),
    scenario(api, decisions.releaseBatch, signed.minister, { ...of(signed), body: { revision: signed.revision } }),
  ];
}

async function givenDraftOfCall(api: TestApi): Promise<GivenBatch> {
  const ranked = await givenRankedCall(api, { files: 1 });
  return givenDraftBatch(api, ranked.officer, { callId: ranked.call.id, directFileIds: [] });
}

async function ofPayments(api: TestApi, officer: TestPerson): Promise<Scenario[]> {
  const controller = await api.person(['controller'], 'Carla Controller');
  const [planned, prepared, approved] = [
    await givenPlannedPayment(api, officer, controller),
    await givenPlannedPayment(api, officer, controller),
    await givenPlannedPayment(api, officer, controller),
  ];
  const step = (endpoint: Step, { params }: typeof planned, revision: number, as: TestPerson) =>
    api.ok(endpoint, { params, body: { revision } }, { as });
  const waiting = await step(payments.preparePayment, prepared, prepared.revision, officer);
  const second = await step(payments.preparePayment, approved, approved.revision, officer);
  const ready = await step(payments.approvePayment, approved, second.revision, controller);
  return [
    scenario(api, payments.preparePayment, officer, { params: planned.params, body: { revision: planned.revision } }),
    scenario(api, payments.approvePayment, controller, { params: prepared.params, body: waiting }),
    scenario(api, payments.sendBackPayment, controller, {
      params: prepared.params,
      body: { ...waiting, reason: 'De rekening klopt niet.' },
    }),
    scenario(api, payments.confirmPayment, controller, {
      params: approved.params,
      body: { ...ready, paidOn: '2026-01-15', bankReference: 'UITTREKSEL 7' },
    }),
    ...(await ofStatements(api, officer, controller)),
    scenario(api, register.correctAward, officer, {
      params: { number: planned.number },
      body: { field: 'title', newValue: 'Une autre chorale', explanation: 'Le titre était faux.' },
    }),
  ];
}

/** Awards that were paid in part: one on which nothing waits, and one with a reduction and a repayment that do. */
async function ofReturns(api: TestApi, officer: TestPerson): Promise<Scenario[]> {
  const controller = await api.person(['controller'], 'Cas Controller');
  const minister = await api.person(['minister'], 'Mona Minister');
  const [free, waiting] = [
    await givenPaidAward(api, officer, controller),
    await givenPaidAward(api, officer, controller),
  ];
  const { id: reductionId } = await givenReduction(api, officer, waiting, 10_00);
  const { id: repaymentId } = await givenRepayment(api, officer, waiting, 20_00);
  const ofFree = { params: { decisionId: free.decisionId } };
  const [ofReduction, ofRepayment] = [{ params: { reductionId } }, { params: { repaymentId } }];
  const reason = 'De vereniging heeft niets meer in kas.';
  const receipt = { amountCents: cents(5_00), receivedOn: localDate('2026-01-15'), bankReference: 'UITTREKSEL 8' };
  return [
    scenario(api, payments.proposeReduction, officer, { ...ofFree, body: reductionBody(10_00) }),
    scenario(api, payments.askRepayment, officer, { ...ofFree, body: repaymentBody(20_00) }),
    scenario(api, payments.withdrawReduction, officer, { ...ofReduction, body: { revision: 0 } }),
    scenario(api, payments.confirmReduction, minister, { ...ofReduction, body: { revision: 0 } }),
    scenario(api, payments.refuseReduction, minister, { ...ofReduction, body: { revision: 0, reason } }),
    scenario(api, payments.recordReceipt, controller, { ...ofRepayment, body: { ...receipt, revision: 0 } }),
    scenario(api, payments.waiveRepayment, minister, { ...ofRepayment, body: { revision: 0, reason } }),
  ];
}

/** A statement that pays a payment which waits for it, and has a movement that nobody knows; and one to be imported. */
async function ofStatements(api: TestApi, officer: TestPerson, controller: TestPerson): Promise<Scenario[]> {
  const { statementId, confirmable, entryId } = await givenPayingStatement(api, officer, controller);
  const [statement, query] = [{ params: { statementId } }, { name: 'statement.xml' }];
  const reason = { kind: 'unknown-payment' as const, subjectId: entryId, reason: 'Kosten.' };
  const other = Buffer.from(camt({ id: 'of a scenario', entries: [{ cents: 2 }] }));
  return [
    scenario(api, payments.importBankStatements, controller, { query }, { bytes: other }),
    scenario(api, payments.confirmBankStatement, controller, { ...statement, body: confirmable }),
    scenario(api, payments.explainBankDifference, controller, { ...statement, body: reason }),
  ];
}

type Step = typeof payments.preparePayment | typeof payments.approvePayment;
