import { applications, decisions, reviews } from '@commonlot/contracts';
import { type Cents, cents } from '@commonlot/domain';
import { type GivenApplication, givenDraft, givenFile, givenSubmittedApplication } from '../given-application.js';
import { type GivenCall, givenOpenCall, whenClosed } from '../given-call.js';
import { type GivenBatch, givenDraftBatch, givenSignedBatch, unchangedDecision } from '../given-decision.js';
import { givenSentReview, givenSharedPlan, ownAssignment } from '../given-review.js';
import type { TestApi, TestPerson } from '../test-api.js';

export interface JudgedCall {
  readonly batch: GivenBatch;
  /** Who scored, and who found out that there is a conflict of interest. */
  readonly reviewer: TestPerson;
  readonly conflicted: TestPerson;
}

/** A call with everything that a file may come to: an award, a refusal and an exclusion that are signed, a withdrawal. */
export async function givenJudgedCall(api: TestApi): Promise<JudgedCall> {
  const plan = await givenSharedPlan(api);
  const change = { envelopeCents: 13_000_00, maxAmountCents: 7_000_00 };
  const call = await givenOpenCall(api, { lineId: plan.lineId('1.3') }, change);
  const files = [await givenSentWithFile(api, call)];
  for (let index = 0; index < 4; index += 1) files.push(await givenSubmittedApplication(api, call));
  whenClosed(api, call);
  const [excluded, withdrawn, ...judged] = files.toReversed() as [
    GivenApplication,
    GivenApplication,
    ...GivenApplication[],
  ];
  const as = { as: call.officer };
  const withdrawal = { params: { applicationId: withdrawn.id }, body: { reason: 'De zaal is verkocht.' } };
  await api.ok(applications.withdrawApplication, withdrawal, { as: withdrawn.organisation.representative });
  const reasons = [{ code: 'outside-scope' as const, text: 'De oproep is voor koren, en dit is er geen.' }];
  const exclusion = { params: { applicationId: excluded.id }, body: { revision: excluded.revision, reasons } };
  await api.ok(applications.excludeApplication, exclusion, as);
  for (const { id, revision } of judged) {
    await api.ok(applications.admitApplication, { params: { applicationId: id }, body: { revision } }, as);
  }

  const reviewer = await api.person(['reviewer'], 'Rita Reviewer');
  const conflicted = await api.person(['reviewer'], 'Roger Reviewer');
  await judge(api, call, judged, reviewer, conflicted);
  const draft = await givenDraftBatch(api, call.officer, { callId: call.id, directFileIds: [] });
  return { batch: await givenSignedBatch(api, await written(api, draft)), reviewer, conflicted };
}

async function givenSentWithFile(api: TestApi, call: GivenCall): Promise<GivenApplication> {
  const draft = await givenDraft(api, call);
  await givenFile(api, draft);
  const { revision } = await api.ok(
    applications.submitApplication,
    { params: { applicationId: draft.id }, body: { revision: draft.revision, declaresTruth: true } },
    { as: draft.organisation.representative },
  );
  return { ...draft, revision };
}

async function judge(
  api: TestApi,
  call: GivenCall,
  files: readonly GivenApplication[],
  reviewer: TestPerson,
  conflicted: TestPerson,
): Promise<void> {
  const pairs = files.flatMap(({ id: applicationId }) =>
    [reviewer, conflicted].map(({ id: reviewerId }) => ({ applicationId, reviewerId })),
  );
  await api.ok(
    reviews.assignReviewers,
    { params: { callId: call.id }, body: { pairs, dueAt: null } },
    { as: call.officer },
  );
  for (const [index, file] of files.entries()) {
    const { id, revision } = await ownAssignment(api, conflicted, file);
    const declaration = { params: { assignmentId: id }, body: { revision, conflictKind: 'family' as const } };
    await api.ok(reviews.declareInterest, declaration, { as: conflicted });
    const criteria = call.criterionIds.map((criterionId) => ({ id: criterionId, maxScore: 10 }));
    await givenSentReview(api, reviewer, file, criteria, 50 + index * 20);
  }
}

/** Of three files the envelope holds the first two: the minister awards the first and the last. */
function leavesAdvice(index: number, amountCents: Cents | null) {
  const deviationReason = 'De streek had nog geen koor.';
  if (index === 1) return { outcome: 'refuse' as const, amountCents: null, deviationReason };
  if (index === 2) return { outcome: 'award' as const, amountCents: amountCents ?? cents(6_000_00), deviationReason };
  return {};
}

/** The officer puts reasons of her own into each decision. */
async function written(api: TestApi, draft: GivenBatch): Promise<GivenBatch> {
  for (const [index, { id }] of draft.decisions.entries()) {
    const unchanged = await unchangedDecision(api, id, draft.officer);
    const reason = `${unchanged.reason}\nDe minister volgt de jury, en dat zijn haar woorden.`;
    const body = {
      ...unchanged,
      ...leavesAdvice(index, unchanged.amountCents),
      reason: reason.replaceAll(/zq\w{10}x/g, ''),
      publicReason: 'Een koor dat openstaat.',
    };
    await api.ok(decisions.saveDecision, { params: { decisionId: id }, body }, { as: draft.officer });
  }
  const { revision } = await api.ok(decisions.readBatch, { params: { batchId: draft.batchId } }, { as: draft.officer });
  return { ...draft, revision };
}
