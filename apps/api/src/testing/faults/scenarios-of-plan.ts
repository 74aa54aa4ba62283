import { calls, ledger, plan } from '@commonlot/contracts';
import { cents } from '@commonlot/domain';
import { givenCompleteCall, givenOpenCall } from '../given-call.js';
import {
  type ClosingPeople,
  givenOverrun,
  givenYearInForce,
  givenYearToClose,
  prepareClosing,
} from '../given-closing.js';
import { fivePerCentLess, givenComment, givenDraft, givenLine, givenScenario, usualLines } from '../given-plan.js';
import { givenSharedPlan } from '../given-review.js';
import type { TestApi } from '../test-api.js';
import { type Scenario, scenario } from './scenario.js';

/** The plan, from its draft to its money, and calls up to their publication. */
export async function scenariosOfPlan(api: TestApi): Promise<Scenario[]> {
  const { drafter, approver, lineId } = await givenSharedPlan(api);
  return [
    ...(await versions(api, drafter, approver)),
    ...(await ofScenarios(api, drafter)),
    ...(await ofYears(api, { drafter, approver, controller: await api.person(['controller']) }, lineId('1.5'))),
    ...(await ofComments(api, drafter, approver)),
    ...(await ofCalls(api, lineId('1.3'))),
  ];
}

async function versions(api: TestApi, drafter: Person, approver: Person): Promise<Scenario[]> {
  const draft = await givenDraft(api, drafter, { year: 2031 });
  const submitted = await givenDraft(api, drafter, { year: 2032 });
  const approved = await givenDraft(api, drafter, { year: 2033 });
  const { revision: waiting } = await submit(api, drafter, submitted);
  const { revision: second } = await submit(api, drafter, approved);
  const ofApproved = { params: { versionId: approved.versionId } };
  const { revision: ready } = await api.ok(
    plan.approvePlanVersion,
    { ...ofApproved, body: { revision: second } },
    { as: approver },
  );
  const head = { year: 2034, stage: 'provisional' as const, totalCents: cents(1_000), source: '', remark: null };
  const lines = [...usualLines.slice(0, 2), givenLine('1.7', { amountCents: cents(5_000) })];
  const params = { versionId: draft.versionId };
  const ofSubmitted = { params: { versionId: submitted.versionId } };
  const decree = { decreeReference: 'Royal Decree 2033000001', decreeOn: '2026-01-05' };
  return [
    scenario(api, plan.createPlanVersion, drafter, { body: { ...head, fromVersionId: null } }),
    scenario(api, plan.savePlanLines, drafter, {
      params,
      body: { totalCents: cents(200_005_000), lines, revision: draft.revision },
    }),
    scenario(api, plan.submitPlanVersion, drafter, { params, body: { revision: draft.revision } }),
    scenario(api, plan.approvePlanVersion, approver, { ...ofSubmitted, body: { revision: waiting } }),
    scenario(api, plan.sendBackPlanVersion, approver, {
      ...ofSubmitted,
      body: { revision: waiting, reason: 'Te vroeg.' },
    }),
    scenario(api, plan.savePlanSteps, drafter, { params, body: { required: ['council'], revision: draft.revision } }),
    scenario(api, plan.recordPlanStep, approver, {
      params: { ...ofApproved.params, kind: 'council' },
      body: { doneOn: '2026-01-05', reference: 'Notificatie 2026A07', revision: ready },
    }),
    scenario(api, plan.enterPlanVersionIntoForce, approver, { ...ofApproved, body: { revision: ready, ...decree } }),
    scenario(api, plan.previewPlanImport, drafter, { query: { name: 'plan.csv' } }, { bytes: planFile }),
  ];
}

async function ofScenarios(api: TestApi, drafter: Person): Promise<Scenario[]> {
  const { versionId, revision: versionRevision } = await givenDraft(api, drafter, { year: 2035 });
  const { id: scenarioId, revision } = await givenScenario(api, drafter, versionId);
  const params = { scenarioId };
  const body = { name: 'Zes procent lager', adjustments: fivePerCentLess };
  return [
    scenario(api, plan.createPlanScenario, drafter, { params: { versionId }, body }),
    scenario(api, plan.savePlanScenario, drafter, { params, body: { ...body, revision } }),
    scenario(api, plan.removePlanScenario, drafter, { params, query: { revision } }),
    scenario(api, plan.adoptPlanScenario, drafter, { params, body: { revision, versionRevision } }),
  ];
}

/** Authorisations and closings. */
async function ofYears(api: TestApi, people: ClosingPeople, lineId: string): Promise<Scenario[]> {
  const { drafter, approver, controller } = people;
  const { lineId: lineOf } = await givenYearToClose(api, people, 2021);
  await givenYearToClose(api, people, 2019);
  await givenYearInForce(api, people, 2017);
  const { id: overrunId, revision } = await givenOverrun(api, drafter, lineId);
  const { id: closingId } = await prepareClosing(api, controller, 2019);
  const overrun = { params: { overrunId }, body: { revision } };
  const closing = { params: { closingId }, body: { revision: 0 } };
  const destinations = [{ lineId: lineOf('1.1'), amountCents: cents(100_01), toLineId: null }];
  return [
    scenario(api, ledger.proposeOverrun, drafter, {
      params: { lineId },
      body: { amountCents: cents(5), reason: 'De noodhulp kost meer.', actReference: 'MB 1' },
    }),
    scenario(api, ledger.signOverrun, approver, overrun),
    scenario(api, ledger.withdrawOverrun, drafter, overrun),
    scenario(api, ledger.closeMonth, controller, { params: { year: 2017 }, body: { month: 1 } }),
    scenario(api, ledger.prepareYearClosing, controller, {
      params: { year: 2021 },
      body: { decisionReference: 'MD 1', destinations },
    }),
    scenario(api, ledger.signYearClosing, approver, closing),
    scenario(api, ledger.sendBackYearClosing, approver, {
      ...closing,
      body: { ...closing.body, reason: 'De beslissing noemt een ander bedrag.' },
    }),
    scenario(api, ledger.withdrawYearClosing, controller, closing),
  ];
}

async function ofComments(api: TestApi, author: Person, colleague: Person): Promise<Scenario[]> {
  const { versionId } = await givenDraft(api, author, { year: 2036 });
  const [open, resolved] = [await givenComment(api, author, versionId), await givenComment(api, author, versionId)];
  const ofResolved = { params: { commentId: resolved.id } };
  const { revision } = await api.ok(
    plan.resolvePlanComment,
    { ...ofResolved, body: { revision: 0 } },
    { as: colleague },
  );
  const params = { commentId: open.id };
  const words = { text: 'Wie weet dit?', mentionIds: [colleague.id] };
  return [
    scenario(api, plan.createPlanComment, author, { params: { versionId }, body: { lineId: null, ...words } }),
    scenario(api, plan.changePlanComment, author, { params, body: { ...words, revision: 0 } }),
    scenario(api, plan.withdrawPlanComment, author, { params, query: { revision: 0 } }),
    scenario(api, plan.resolvePlanComment, colleague, { params, body: { revision: 0 } }),
    scenario(api, plan.reopenPlanComment, colleague, { ...ofResolved, query: { revision } }),
  ];
}

type Person = Awaited<ReturnType<TestApi['person']>>;

const submit = (api: TestApi, as: Person, { versionId, revision }: { versionId: string; revision: number }) =>
  api.ok(plan.submitPlanVersion, { params: { versionId }, body: { revision } }, { as });

const planFile = Buffer.from(
  'code;kind;label_nl;label_fr;label_de;label_en;amount;pm;legal_ground;beneficiary\n1;heading;A;A;;;5;;;\n',
);

async function ofCalls(api: TestApi, lineId: string): Promise<Scenario[]> {
  const open = await givenOpenCall(api, { lineId });
  const { revision } = await api.ok(calls.readCall, { params: { callId: open.id } }, { as: open.officer });
  const draft = await givenCompleteCall(api, { lineId });
  const params = { callId: draft.id };
  const title = { nl: 'Dansen', fr: 'Danser', de: 'Tanzen', en: 'Dancing' };
  return [
    scenario(api, calls.createCall, draft.officer, { body: { lineId, title } }),
    scenario(api, calls.saveCall, draft.officer, { params, body: { ...draft.body, title, revision: draft.revision } }),
    scenario(api, calls.publishCall, draft.officer, { params, body: { revision: draft.revision } }),
    scenario(api, calls.discardCall, draft.officer, { params, query: { revision: draft.revision } }),
    scenario(api, calls.cancelCall, open.officer, {
      params: { callId: open.id },
      body: { revision, reason: 'De lijn wordt herzien.' },
    }),
  ];
}
