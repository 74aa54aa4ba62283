import { applications, calls, decisions, reviews, workspace } from '@commonlot/contracts';
import { Clock } from '../platform/index.js';
import { type GivenApplication, givenDraft, givenFile, pdf } from '../testing/given-application.js';
import { type GivenCall, givenOpenCall, whenClosed } from '../testing/given-call.js';
import { givenDraftBatch, givenSignedBatch, unchangedDecision } from '../testing/given-decision.js';
import { givenSentReview, givenSharedPlan, ownAssignment } from '../testing/given-review.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';

let api: TestApi;
let call: GivenCall;
let concerned: GivenApplication;
let other: GivenApplication;
let fileId: string;
let assignmentId: string;
/** Somebody of the office who is also on the jury: it is the office's doors that are tried. */
let both: TestPerson;
let colleague: TestPerson;
let criteria: Awaited<ReturnType<typeof criteriaOfCall>>;
beforeAll(async () => {
  api = await TestApi.start();
  call = await givenOpenCall(api, { lineId: (await givenSharedPlan(api)).lineId('1.3') });
  colleague = call.officer;
  const drafts = [await givenDraft(api, call), await givenDraft(api, call)] as const;
  fileId = (await givenFile(api, drafts[0])).fileId;
  for (const draft of drafts) await submit(draft);
  whenClosed(api, call);
  [concerned, other] = [await admitted(drafts[0]), await admitted(drafts[1])];
  criteria = await criteriaOfCall();

  const reviewer = await api.person(['reviewer'], 'Rita Reviewer');
  both = await api.person(['officer', 'reviewer'], 'Bo Both');
  const pairs = [concerned, other].flatMap(({ id: applicationId }) =>
    [reviewer, both].map(({ id: reviewerId }) => ({ applicationId, reviewerId })),
  );
  await api.ok(reviews.assignReviewers, { ...ofCall(), body: { pairs, dueAt: null } }, { as: colleague });
  for (const file of [concerned, other]) await givenSentReview(api, reviewer, file, criteria, 80);
  await givenSentReview(api, both, other, criteria, 60);

  const before = await api.ok(applications.readApplication, ofFile(), { as: both });
  expect(before.number).toBe(concerned.number);
  const { id, revision } = await ownAssignment(api, both, concerned);
  const body = { revision, conflictKind: 'family' as const };
  await api.ok(reviews.declareInterest, { params: { assignmentId: id }, body }, { as: both });
  assignmentId = id;
}, 30_000);
afterAll(async () => {
  api.get(Clock).set(null);
  await api.stop();
});

const criteriaOfCall = async () => (await api.ok(calls.readCall, ofCall(), { as: colleague })).criteria;
async function submit({ id, revision, organisation }: GivenApplication): Promise<void> {
  const input = { params: { applicationId: id }, body: { revision, declaresTruth: true } };
  await api.ok(applications.submitApplication, input, { as: organisation.representative });
}
async function admitted(draft: GivenApplication): Promise<GivenApplication> {
  const revision = draft.revision + 1;
  const input = { params: { applicationId: draft.id }, body: { revision } };
  await api.ok(applications.admitApplication, input, { as: colleague });
  return { ...draft, revision };
}

const ofFile = () => ({ params: { applicationId: concerned.id } });
const ofCall = () => ({ params: { callId: call.id } });
const numbers = (rows: readonly { readonly number: string }[]) => rows.map(({ number }) => number);
const codeOf = async (answer: Promise<{ code: string }>) => (await answer).code;

it('closes the file in every door of the office, for that person and for nobody else', async () => {
  const as = { as: both };
  const revision = concerned.revision;
  const reasons = [{ code: 'late' as const, text: 'It came in a day after the closing.' }];
  const pairs = [{ applicationId: concerned.id, reviewerId: colleague.id }];
  const history = (subjectType: 'application' | 'review-assignment', subjectId: string) =>
    api.refused(workspace.readHistory, { params: { subjectType, subjectId } }, as);
  const download = { params: { applicationId: concerned.id, fileId } };
  const codes = await Promise.all([
    codeOf(api.refused(applications.readApplication, ofFile(), as)),
    codeOf(api.refused(applications.readApplicationFile, download, as)),
    codeOf(api.refused(applications.admitApplication, { ...ofFile(), body: { revision } }, as)),
    codeOf(api.refused(applications.excludeApplication, { ...ofFile(), body: { revision, reasons } }, as)),
    codeOf(api.refused(reviews.assignReviewers, { ...ofCall(), body: { pairs, dueAt: null } }, as)),
    codeOf(history('application', concerned.id)),
    codeOf(history('review-assignment', assignmentId)),
  ]);
  expect(codes).toEqual(codes.map(() => 'record.missing'));
  const colleagues = await api.call(applications.readApplicationFile, download, { as: colleague });
  expect(colleagues.raw.equals(pdf)).toBe(true);
  expect((await api.ok(applications.readApplication, ofFile(), { as: colleague })).number).toBe(concerned.number);
});

it('leaves the file out of every list of that person, and of nobody else', async () => {
  const seenBy = async (person: TestPerson) => [
    numbers((await api.ok(applications.listApplications, ofCall(), { as: person })).rows),
    numbers((await api.ok(reviews.readReviewers, ofCall(), { as: person })).files),
    numbers((await api.ok(reviews.readRanking, ofCall(), { as: person })).rows).toSorted(),
    (await api.ok(workspace.searchWorkspace, { query: { text: concerned.number } }, { as: person })).rows
      .filter(({ subjectType }) => subjectType === 'application')
      .map(({ subjectId }) => subjectId),
  ];
  expect(await seenBy(both)).toEqual([[other.number], [other.number], [other.number], []]);
  const all = [concerned.number, other.number].toSorted();
  expect(await seenBy(colleague)).toEqual([all, all, all, [concerned.id]]);
});

it('closes its decision, its letter and its row of the batch, which another person proposes and hands over', async () => {
  const body = { callId: call.id, directFileIds: [] };
  expect(await codeOf(api.refused(decisions.createBatch, { body }, { as: both }))).toBe('decision.conflicted');
  const draft = await givenDraftBatch(api, colleague, body);
  const prepare = { params: { batchId: draft.batchId }, body: { revision: draft.revision } };
  expect(await codeOf(api.refused(decisions.prepareBatch, prepare, { as: both }))).toBe('decision.conflicted');
  const decisionOf = ({ id }: GivenApplication) => draft.decisions.find((row) => row.applicationId === id)?.id ?? '';
  const closed = { params: { decisionId: decisionOf(concerned) } };
  const open = { params: { decisionId: decisionOf(other) } };

  expect(await codeOf(api.refused(decisions.readDecision, closed, { as: both }))).toBe('record.missing');
  const unchanged = await unchangedDecision(api, closed.params.decisionId, colleague);
  const save = api.refused(decisions.saveDecision, { ...closed, body: unchanged }, { as: both });
  expect(await codeOf(save)).toBe('record.missing');
  const neighbours = await api.ok(decisions.readDecision, open, { as: both });
  expect([neighbours.previousId, neighbours.nextId]).toEqual([null, null]);
  const history = { params: { subjectType: 'decision' as const, subjectId: closed.params.decisionId } };
  expect(await codeOf(api.refused(workspace.readHistory, history, { as: both }))).toBe('record.missing');

  const batchOf = (as: TestPerson) => api.ok(decisions.readBatch, { params: { batchId: draft.batchId } }, { as });
  const seen = await batchOf(both);
  expect(seen.rows.map(({ applicationId }) => applicationId)).toEqual([other.id]);
  const whole = await batchOf(colleague);
  expect([seen.may.prepare, whole.may.prepare]).toEqual([false, true]);
  expect(whole.rows).toHaveLength(2);
  expect([seen.decisions, seen.awardedCents]).toEqual([whole.decisions, whole.awardedCents]);

  await givenSignedBatch(api, draft);
  const letter = (input: typeof closed, as: TestPerson) => api.call(decisions.readLetter, input, { as });
  expect((await letter(closed, both)).body).toMatchObject({ code: 'record.missing' });
  expect((await letter(open, both)).status).toBe(200);
  expect((await letter(closed, colleague)).status).toBe(200);
});
