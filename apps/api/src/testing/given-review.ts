import { calls, reviews } from '@commonlot/contracts';
import { type GivenApplication, givenAdmittedApplications } from './given-application.js';
import { type GivenCall, givenOpenCall } from './given-call.js';
import { type GivenPlan, givenPlanInForce } from './given-plan.js';
import type { TestApi, TestPerson } from './test-api.js';

export interface GivenAssignedCall {
  readonly plan: GivenPlan;
  readonly call: GivenCall;
  readonly officer: TestPerson;
  readonly reviewers: readonly TestPerson[];
  readonly applications: readonly GivenApplication[];
  readonly criteria: readonly { readonly id: string; readonly maxScore: number }[];
}

interface CallOptions {
  readonly files?: number;
  readonly reviewers?: number;
  readonly envelopeCents?: number;
}

const plans = new WeakMap<TestApi, Promise<GivenPlan>>();

/** The plan in force of a test file: made once, for a year has one plan. */
export function givenSharedPlan(api: TestApi): Promise<GivenPlan> {
  const known = plans.get(api) ?? givenPlanInForce(api);
  plans.set(api, known);
  return known;
}

/** A closed call with admitted files, each given to every reviewer, none declared. */
export async function givenAssignedCall(api: TestApi, options: CallOptions = {}): Promise<GivenAssignedCall> {
  const plan = await givenSharedPlan(api);
  const change =
    options.envelopeCents === undefined ? {} : { envelopeCents: options.envelopeCents, maxAmountCents: 10_000_00 };
  const call = await givenOpenCall(api, { lineId: plan.lineId('1.3') }, change);
  const applications = await givenAdmittedApplications(api, call, options.files ?? 2);
  const reviewers: TestPerson[] = [];
  for (let index = 0; index < (options.reviewers ?? 1); index += 1) {
    reviewers.push(await api.person(['reviewer'], `Rita Reviewer ${index + 1}`));
  }
  const pairs = applications.flatMap(({ id: applicationId }) =>
    reviewers.map(({ id: reviewerId }) => ({ applicationId, reviewerId })),
  );
  await api.ok(
    reviews.assignReviewers,
    { params: { callId: call.id }, body: { pairs, dueAt: null } },
    { as: call.officer },
  );
  const { criteria } = await api.ok(calls.readCall, { params: { callId: call.id } }, { as: call.officer });
  return { plan, call, officer: call.officer, reviewers, applications, criteria };
}

/** The assignment of a reviewer on an application, as the reviewer's own list shows it. */
export async function ownAssignment(api: TestApi, reviewer: TestPerson, application: { readonly number: string }) {
  const { rows } = await api.ok(reviews.listOwnAssignments, {}, { as: reviewer });
  const row = rows.find(({ applicationNumber }) => applicationNumber === application.number);
  if (row === undefined) throw new Error(`No assignment on ${application.number}.`);
  return row;
}

/** Scores for every criterion, `percent` of its maximum, each with a comment. */
export function completeScores(criteria: GivenAssignedCall['criteria'], percent: number) {
  return Object.fromEntries(
    criteria.map(({ id, maxScore }) => [
      id,
      {
        score: Math.round((maxScore * percent) / 100),
        comment: `Het dossier overtuigt op het punt ${id}, met voorbeelden.`,
      },
    ]),
  );
}

/** A reviewer declares no conflict, scores and sends. */
export async function givenSentReview(
  api: TestApi,
  reviewer: TestPerson,
  application: { readonly number: string },
  criteria: GivenAssignedCall['criteria'],
  percent: number,
): Promise<void> {
  const row = await ownAssignment(api, reviewer, application);
  const params = { assignmentId: row.id };
  const as = { as: reviewer };
  const declared = await api.ok(
    reviews.declareInterest,
    { params, body: { revision: row.revision, conflictKind: null } },
    as,
  );
  const scores = completeScores(criteria, percent);
  const saved = await api.ok(
    reviews.saveReview,
    { params, body: { scores, remark: '', revision: declared.revision } },
    as,
  );
  await api.ok(reviews.sendReview, { params, body: { revision: saved.revision } }, as);
}

/** A call whose ranking is complete: the first file ranks best, each next one lower. */
export async function givenRankedCall(api: TestApi, options: CallOptions = {}): Promise<GivenAssignedCall> {
  const assigned = await givenAssignedCall(api, options);
  for (const [index, application] of assigned.applications.entries()) {
    for (const reviewer of assigned.reviewers) {
      await givenSentReview(api, reviewer, application, assigned.criteria, Math.max(90 - index * 20, 10));
    }
  }
  return assigned;
}
