import {
  access,
  applications,
  decisions,
  organisations,
  payments,
  plan,
  reviews,
  workspace,
} from '@commonlot/contracts';
import { Clock } from '../platform/index.js';
import { givenDraft, givenSubmittedApplication } from '../testing/given-application.js';
import { givenCompleteCall, givenOpenCall, whenClosed } from '../testing/given-call.js';
import {
  givenDirectFileAwarded,
  givenDraftBatch,
  givenPreparedBatch,
  givenReleasedAward,
  givenSignedBatch,
} from '../testing/given-decision.js';
import { givenInvitation, givenMember, givenOrganisation, nextIban } from '../testing/given-organisations.js';
import { givenDraft as givenPlanDraft } from '../testing/given-plan.js';
import {
  givenAssignedCall,
  givenRankedCall,
  givenSentReview,
  givenSharedPlan,
  ownAssignment,
} from '../testing/given-review.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.start();
});
afterEach(() => api.get(Clock).set(null));
afterAll(() => api.stop());

const listOf = async (as: TestPerson) => (await api.ok(workspace.readWorkList, {}, { as })).rows;
const tasksOf = async (as: TestPerson) => (await listOf(as)).map(({ task }) => task);
/** The tasks of a person on one subject, with their counts. */
const tasksOn = async (as: TestPerson, subjectId: string) =>
  (await listOf(as)).filter((item) => item.subjectId === subjectId).map(({ task, count }) => `${task} ${count}`);
const openCall = async () => givenOpenCall(api, { lineId: (await givenSharedPlan(api)).lineId('1.3') });

test('somebody new has nothing to do', async () => {
  expect(await listOf(await api.person())).toEqual([]);
});

test('a draft waits for those who may write in it until its call closes', async () => {
  const call = await openCall();
  const draft = await givenDraft(api, call);
  const [item] = await listOf(draft.organisation.representative);
  expect(item).toEqual({
    task: 'finish-draft',
    subjectType: 'application',
    subjectId: draft.id,
    parentId: call.id,
    title: 'Een koor in het rusthuis',
    titleLanguage: 'nl',
    count: 1,
    dueAt: call.closesAt.toISOString(),
    amountCents: 600_000,
  });
  expect(await tasksOf(await givenMember(api, draft.organisation, 'editor'))).toEqual(['finish-draft']);
  expect(await tasksOf(await givenMember(api, draft.organisation, 'viewer'))).toEqual([]);
  whenClosed(api, call);
  expect(await listOf(draft.organisation.representative)).toEqual([]);
});

test('an applicant learns nothing from the list before the release, and reads the letter after it', async () => {
  const ranked = await givenRankedCall(api, { files: 1 });
  const [application] = ranked.applications;
  if (application === undefined) throw new Error('no file');
  const { representative } = application.organisation;
  expect(await listOf(representative)).toEqual([]);
  const draft = await givenDraftBatch(api, ranked.officer, { callId: ranked.call.id, directFileIds: [] });
  const signed = await givenSignedBatch(api, draft);
  expect(await listOf(representative)).toEqual([]);
  expect(await tasksOn(draft.minister, draft.batchId)).toEqual(['release-decisions 1']);
  const release = { params: { batchId: draft.batchId }, body: { revision: signed.revision } };
  await api.ok(decisions.releaseBatch, release, { as: draft.minister });
  await api.work();
  expect(await tasksOn(representative, application.id)).toEqual(['read-letter 1']);
  expect(await tasksOn(representative, application.organisation.id)).toEqual(['add-bank-account 1']);
  expect(await tasksOf(await givenMember(api, application.organisation, 'editor'))).toEqual([]);
  await api.ok(workspace.markNoticesRead, {}, { as: representative });
  expect(await tasksOf(representative)).toEqual(['add-bank-account']);
});

test('an account is asked for until one is proposed, and the controller who did not propose it verifies it', async () => {
  const award = await givenReleasedAward(api);
  const { id, representative } = award.organisation;
  const proposal = { params: { organisationId: id }, body: { iban: nextIban(), holder: 'Koor' } };
  const account = await api.ok(organisations.proposeBankAccount, proposal, { as: representative });
  expect(await tasksOn(representative, id)).toEqual([]);
  const controller = await api.person(['controller']);
  expect((await listOf(controller)).find(({ subjectId }) => subjectId === account.id)).toMatchObject({
    task: 'verify-bank-account',
    subjectType: 'bank-account',
    parentId: id,
    title: award.organisation.name,
  });
  await api.sql(`INSERT INTO person_role (person_id, role) VALUES ($1, 'controller')`, [representative.id]);
  expect(await tasksOn(representative, account.id)).toEqual([]);
});

test('the letter of a direct file is read on the page of the organisation', async () => {
  const award = await givenDirectFileAwarded(api);
  const items = (await listOf(award.organisation.representative)).filter(({ task }) => task === 'read-letter');
  expect(items).toMatchObject([{ subjectType: 'organisation', subjectId: award.organisation.id, count: 1 }]);
});

test('a reviewer declares, then scores, one item for each call', async () => {
  const { call, reviewers, applications: files } = await givenAssignedCall(api, { files: 2 });
  const [reviewer] = reviewers;
  const [first] = files;
  if (reviewer === undefined || first === undefined) throw new Error('no reviewer');
  expect(await tasksOn(reviewer, call.id)).toEqual(['declare-interest 2']);
  const row = await ownAssignment(api, reviewer, first);
  const declaration = {
    params: { assignmentId: row.id },
    body: { revision: row.revision, conflictKind: 'board' as const },
  };
  await api.ok(reviews.declareInterest, declaration, { as: reviewer });
  expect(await tasksOn(reviewer, call.id)).toEqual(['declare-interest 1']);
  const second = files[1];
  if (second === undefined) throw new Error('no second file');
  const other = await ownAssignment(api, reviewer, second);
  const accepted = { params: { assignmentId: other.id }, body: { revision: other.revision, conflictKind: null } };
  await api.ok(reviews.declareInterest, accepted, { as: reviewer });
  expect(await tasksOn(reviewer, call.id)).toEqual(['score 1']);
});

test('a file that was withdrawn is gone from the list of its reviewer', async () => {
  const { call, reviewers, applications: files } = await givenAssignedCall(api, { files: 1 });
  const [file] = files;
  const [reviewer] = reviewers;
  if (file === undefined || reviewer === undefined) throw new Error('no file');
  const withdrawal = { params: { applicationId: file.id }, body: { reason: '' } };
  await api.ok(applications.withdrawApplication, withdrawal, { as: file.organisation.representative });
  expect(await tasksOn(reviewer, call.id)).toEqual([]);
});

test('an officer finishes a call, screens it once closed, assigns reviewers and prepares decisions', async () => {
  const line = { lineId: (await givenSharedPlan(api)).lineId('1.3') };
  const draft = await givenCompleteCall(api, line);
  expect(await tasksOn(draft.officer, draft.id)).toEqual(['finish-call 1']);
  const call = await givenOpenCall(api, line);
  const sent = await givenSubmittedApplication(api, call);
  const { officer } = call;
  expect(await tasksOn(officer, call.id)).toEqual([]);
  whenClosed(api, call);
  expect(await tasksOn(officer, call.id)).toEqual(['screen 1']);
  const params = { applicationId: sent.id };
  await api.ok(applications.admitApplication, { params, body: { revision: sent.revision } }, { as: officer });
  expect(await tasksOn(officer, call.id)).toEqual(['assign-reviewers 1']);
  const reviewer = await api.person(['reviewer']);
  const pairs = [{ applicationId: sent.id, reviewerId: reviewer.id }];
  await api.ok(reviews.assignReviewers, { params: { callId: call.id }, body: { pairs, dueAt: null } }, { as: officer });
  expect(await tasksOn(officer, call.id)).toEqual([]);
  const criteria = call.criterionIds.map((id) => ({ id, maxScore: 5 }));
  await givenSentReview(api, reviewer, sent, criteria, 80);
  expect(await tasksOn(officer, call.id)).toEqual(['prepare-decisions 1']);
  const batch = await givenDraftBatch(api, officer, { callId: call.id, directFileIds: [] });
  expect(await tasksOn(officer, call.id)).toEqual([]);
  expect(await tasksOn(officer, batch.batchId)).toEqual(['prepare-decisions 1']);
  const minister = await api.person(['minister']);
  await givenPreparedBatch(api, batch);
  expect(await tasksOn(officer, batch.batchId)).toEqual([]);
  expect(await tasksOn(minister, batch.batchId)).toEqual(['sign-decisions 1']);
  const item = (await listOf(minister)).find(({ subjectId }) => subjectId === batch.batchId);
  expect(item).toMatchObject({ parentId: call.id, title: 'Samen zingen', titleLanguage: 'nl', amountCents: 600_000 });
});

test('a title comes in the language of the screen, and its language with it', async () => {
  const { officer, id } = await givenCompleteCall(api, { lineId: (await givenSharedPlan(api)).lineId('1.3') });
  await api.ok(access.savePreferences, { body: { name: officer.name, screenLanguage: 'de' } }, { as: officer });
  const item = (await listOf(officer)).find(({ subjectId }) => subjectId === id);
  expect(item).toMatchObject({ title: 'Gemeinsam singen', titleLanguage: 'de' });
});

test('a plan waits for whoever may take its next step, and is approved by four eyes', async () => {
  await givenSharedPlan(api);
  const drafter = await api.person(['minister']);
  const other = await api.person(['minister']);
  const { versionId, revision } = await givenPlanDraft(api, drafter, { year: 2031 });
  expect(await tasksOn(drafter, versionId)).toEqual(['submit-plan 1']);
  const params = { versionId };
  const submitter = await api.person(['minister']);
  const submitted = await api.ok(plan.submitPlanVersion, { params, body: { revision } }, { as: submitter });
  expect(await tasksOn(drafter, versionId)).toEqual([]);
  expect(await tasksOn(submitter, versionId)).toEqual([]);
  expect(await tasksOn(other, versionId)).toEqual(['approve-plan 1']);
  await api.ok(plan.approvePlanVersion, { params, body: submitted }, { as: other });
  expect(await tasksOn(other, versionId)).toEqual(['enter-plan-into-force 1']);
  expect(await tasksOn(await api.person(['officer']), versionId)).toEqual([]);
  expect(await tasksOn(await api.person(['auditor']), versionId)).toEqual([]);
});

test('payments wait for the officer, then for a controller who did not prepare them', async () => {
  const award = await givenReleasedAward(api);
  const controller = await api.person(['controller']);
  const officer = await api.person(['officer']);
  const proposal = { params: { organisationId: award.organisation.id }, body: { iban: nextIban(), holder: 'Koor' } };
  const account = await api.ok(organisations.proposeBankAccount, proposal, { as: award.organisation.representative });
  const judgement = { params: { bankAccountId: account.id }, body: { revision: account.revision, isVerified: true } };
  await api.ok(organisations.judgeBankAccount, judgement, { as: controller });
  const before = (await listOf(officer)).find(({ task }) => task === 'prepare-payment');
  const [first] = await api.sql<{ id: string; amount: string }>(
    'SELECT id, amount_cents AS amount FROM payment WHERE decision_id = $1 AND instalment = 1',
    [award.decisionId],
  );
  if (first === undefined || before === undefined) throw new Error('no payment');
  const params = { paymentId: first.id };
  const prepared = await api.ok(payments.preparePayment, { params, body: { revision: 0 } }, { as: officer });
  const after = (await listOf(officer)).find(({ task }) => task === 'prepare-payment');
  expect(before.count - (after?.count ?? 0)).toBe(1);
  expect((before.amountCents ?? 0) - (after?.amountCents ?? 0)).toBe(Number(first.amount));
  expect(await tasksOn(controller, first.id)).toEqual(['approve-payment 1']);
  expect(await tasksOn(officer, first.id)).toEqual([]);
  await api.ok(payments.approvePayment, { params, body: prepared }, { as: controller });
  expect(await tasksOn(controller, first.id)).toEqual(['confirm-payment 1']);
});

test('an invitation waits for whoever it names, until it is answered', async () => {
  const [organisation, invited] = [await givenOrganisation(api), await api.person()];
  const invitationId = await givenInvitation(api, organisation, invited.email);
  expect(await tasksOn(invited, organisation.id)).toEqual(['answer-invitation 1']);
  expect(await tasksOn(await api.person(), organisation.id)).toEqual([]);
  const answer = { params: { invitationId }, body: { isAccepted: false } };
  await api.ok(organisations.answerInvitation, answer, { as: invited });
  expect(await tasksOn(invited, organisation.id)).toEqual([]);
});

test('nobody without an account has a list', async () => {
  expect((await api.refused(workspace.readWorkList)).code).toBe('session.missing');
});
