import { applications, calls, reviews } from '@commonlot/contracts';
import { type GivenApplication, givenDraft, givenFile } from '../given-application.js';
import { type GivenCall, givenCompleteCall, givenOpenCall, whenClosed } from '../given-call.js';
import {
  type GivenBatch,
  givenDraftBatch,
  givenPreparedBatch,
  givenReleasedBatch,
  givenSignedBatch,
} from '../given-decision.js';
import type { GivenOrganisation } from '../given-organisations.js';
import type { GivenPlan } from '../given-plan.js';
import { type GivenAssignedCall, givenSentReview, ownAssignment } from '../given-review.js';
import type { TestApi, TestPerson } from '../test-api.js';
import type { Caller } from './callers.js';

/** An application of the home organisation, its call and its file. */
export interface Filed {
  readonly call: GivenCall;
  readonly application: GivenApplication;
  readonly fileId: string;
}

interface Stage {
  readonly api: TestApi;
  readonly plan: GivenPlan;
  readonly clerk: TestPerson;
  readonly home: GivenOrganisation;
  readonly people: Readonly<Record<Caller, TestPerson>>;
}

/** Those that were sent to calls that are closed now; two of them only fill the batches that are not signed. */
const judgedOnes = ['admitted', 'draftBatch', 'preparedBatch', 'decided', 'awarded'] as const;
const closedOnes = ['screening', 'excluded', 'withdrawn', ...judgedOnes] as const;
const openOnes = ['draft', 'sent', 'discarded'] as const;

/** An application in every state that it can be in, each to a call of its own, with reviews and batches. */
export async function givenApplicationsInAllStates(stage: Stage) {
  const { api, plan, clerk, people } = stage;
  const closed = new Map<string, Filed>();
  for (const name of closedOnes) closed.set(name, await givenFiled(stage, true));
  const of = (name: (typeof closedOnes)[number]) => closed.get(name) as Filed;
  const withdrawal = { params: { applicationId: of('withdrawn').application.id }, body: { reason: '' } };
  await api.ok(applications.withdrawApplication, withdrawal, { as: people.representative });
  for (const { call } of closed.values()) whenClosed(api, call);
  await exclude(stage, of('excluded'));
  for (const name of judgedOnes) await judge(stage, name, of(name));
  const batches = await givenBatches(api, clerk, of);
  const open = new Map<string, Filed>();
  for (const name of openOnes) open.set(name, await givenFiled(stage, name === 'sent'));
  const discarded = { applicationId: (open.get('discarded') as Filed).application.id };
  await api.ok(applications.discardDraft, { params: discarded }, { as: people.representative });
  const callPlan = { lineId: plan.lineId('1.3'), officer: clerk };
  const emptyCall = await givenOpenCall(api, callPlan);
  const callDraft = await givenCompleteCall(api, callPlan);
  const shown = [...closed].filter(([name]) => name !== 'draftBatch' && name !== 'preparedBatch');
  const files: Readonly<Record<string, Filed>> = Object.fromEntries([...open, ...shown]);
  return { files, inBatch: { draft: of('draftBatch') }, batches, emptyCall, callDraft };
}

async function givenFiled({ api, plan, clerk, home }: Stage, isSent: boolean): Promise<Filed> {
  const call = await givenOpenCall(api, { lineId: plan.lineId('1.3'), officer: clerk });
  const application = await givenDraft(api, call, { organisation: home });
  const { fileId } = await givenFile(api, application);
  if (isSent) {
    await api.ok(
      applications.submitApplication,
      { params: { applicationId: application.id }, body: { revision: application.revision, declaresTruth: true } },
      { as: home.representative },
    );
  }
  return { call, application, fileId };
}

/** The revision that the office must name: applicants raise it by one when they send. */
const sentRevision = ({ application }: Filed) => application.revision + 1;

async function exclude({ api, clerk }: Stage, file: Filed): Promise<void> {
  const reasons = [{ code: 'outside-scope' as const, text: 'Dit project valt buiten de oproep.' }];
  const body = { revision: sentRevision(file), reasons };
  const params = { applicationId: file.application.id };
  await api.ok(applications.excludeApplication, { params, body }, { as: clerk });
}

/** Admits and assigns; conflicts are declared. In the file `admitted` nobody has sent and one has not declared. */
async function judge({ api, clerk, people }: Stage, name: string, file: Filed): Promise<void> {
  const applicationId = file.application.id;
  const admission = { params: { applicationId }, body: { revision: sentRevision(file) } };
  await api.ok(applications.admitApplication, admission, { as: clerk });
  const { reviewer, undeclared, conflicted, recused } = people;
  const readers = [reviewer, conflicted, recused, ...(name === 'admitted' ? [undeclared] : [])];
  const pairs = readers.map(({ id: reviewerId }) => ({ applicationId, reviewerId }));
  const assigning = { params: { callId: file.call.id }, body: { pairs, dueAt: null } };
  await api.ok(reviews.assignReviewers, assigning, { as: clerk });
  for (const as of [conflicted, recused]) await declare(api, as, file, 'board');
  const { criteria } = await api.ok(calls.readCall, { params: { callId: file.call.id } }, { as: clerk });
  if (name === 'admitted') await score(api, reviewer, file, criteria);
  else await givenSentReview(api, reviewer, file.application, criteria, 80);
}

/** What stands in a review that is complete and not sent: nobody but its author may read it. */
export const sealedComment = 'Een verzegeld woord over dit dossier.';

async function score(api: TestApi, as: TestPerson, file: Filed, criteria: GivenAssignedCall['criteria']) {
  await declare(api, as, file, null);
  const { id, revision } = await ownAssignment(api, as, file.application);
  const scores = Object.fromEntries(criteria.map((criterion) => [criterion.id, { score: 5, comment: sealedComment }]));
  const body = { scores, remark: sealedComment, revision };
  await api.ok(reviews.saveReview, { params: { assignmentId: id }, body }, { as });
}

async function declare(api: TestApi, as: TestPerson, { application }: Filed, conflictKind: 'board' | null) {
  const { id, revision } = await ownAssignment(api, as, application);
  await api.ok(reviews.declareInterest, { params: { assignmentId: id }, body: { revision, conflictKind } }, { as });
}

type BatchState = 'draft' | 'prepared' | 'signed' | 'released';

async function givenBatches(
  api: TestApi,
  clerk: TestPerson,
  of: (name: 'draftBatch' | 'preparedBatch' | 'decided' | 'awarded') => Filed,
): Promise<Record<BatchState, GivenBatch>> {
  const begin = (name: Parameters<typeof of>[0]) =>
    givenDraftBatch(api, clerk, { callId: of(name).call.id, directFileIds: [] });
  return {
    draft: await begin('draftBatch'),
    prepared: await givenPreparedBatch(api, await begin('preparedBatch')),
    signed: await givenSignedBatch(api, await begin('decided')),
    released: await givenReleasedBatch(api, await begin('awarded')),
  };
}
