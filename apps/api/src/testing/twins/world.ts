import { applications, calls, payments, reviews } from '@commonlot/contracts';
import { Clock } from '../../platform/index.js';
import { type GivenApplication, givenDraft, givenFile, givenSubmittedApplication } from '../given-application.js';
import { type GivenCall, givenOpenCall, shownTime, whenClosed } from '../given-call.js';
import { type GivenBatch, givenDraftBatch, givenProposedDirectFile, givenReleasedBatch } from '../given-decision.js';
import { type GivenOrganisation, givenOrganisation, givenVerifiedAccount } from '../given-organisations.js';
import { type GivenAssignedCall, givenSentReview, givenSharedPlan, ownAssignment } from '../given-review.js';
import { settle } from '../settle.js';
import type { TestApi, TestPerson } from '../test-api.js';

/** Two applicants, three reviewers and one of each role; the minister of them signs nothing. */
const roles = {
  anonymous: null,
  applicant: [],
  rival: [],
  'first reviewer': ['reviewer'],
  'second reviewer': ['reviewer'],
  'third reviewer': ['reviewer'],
  officer: ['officer'],
  minister: ['minister'],
  controller: ['controller'],
  auditor: ['auditor'],
  administrator: ['administrator'],
} as const;

export type Who = keyof typeof roles;
export const everybody = Object.keys(roles) as Who[];

/** A file of the applicant and one of the rival in a call that has closed. */
interface Pair {
  readonly call: GivenCall;
  readonly own: GivenApplication;
  readonly rivals: GivenApplication;
  readonly criteria: GivenAssignedCall['criteria'];
}

export interface TwinWorld {
  readonly people: Readonly<Record<Who, TestPerson | null>>;
  readonly home: GivenOrganisation;
  readonly away: GivenOrganisation;
  /** Nobody has looked at the files yet. */
  readonly screening: Pair;
  /** The files are admitted and have no reviewer. */
  readonly assigning: Pair;
  /** The first and the second reviewer have accepted both files. */
  readonly scoring: Pair;
  /** Both files have their scores, and decisions that wait to be handed over. */
  readonly deciding: Pair & { readonly batch: GivenBatch };
  /** Open for applications; the applicant has a draft in it. */
  readonly open: { readonly call: GivenCall; readonly draft: GivenApplication };
  /** An instalment of an award that was released, with a verified account to pay it to. */
  readonly paymentId: string;
  /** A direct file of the rival, proposed. */
  readonly directFileId: string;
  readonly lineId: (code: string) => string;
  /** The time that is shown. */
  readonly now: Date;
}

/** One file of each applicant in each state that a secret can begin from: little, for it is read often. */
export async function givenTwinWorld(api: TestApi): Promise<TwinWorld> {
  const people = {} as Record<Who, TestPerson | null>;
  for (const who of everybody)
    people[who] = roles[who] === null ? null : await api.person([...roles[who]], `The ${who}`);
  const { applicant, rival, officer, controller } = people as Record<Who, TestPerson>;
  const home = await givenOrganisation(api, { representative: applicant });
  const away = await givenOrganisation(api, { representative: rival });
  const plan = await givenSharedPlan(api);
  const reviewers = [people['first reviewer'], people['second reviewer']] as TestPerson[];
  const pair = () => givenPair(api, plan.lineId('1.3'), officer, home, away);

  const file = await givenProposedDirectFile(api, officer, { organisation: home });
  await givenReleasedBatch(api, await givenDraftBatch(api, officer, { callId: null, directFileIds: [file.id] }));
  await givenVerifiedAccount(api, home, controller);
  const proposed = await givenProposedDirectFile(api, officer, { organisation: away });
  const { rows } = await api.ok(payments.listPayments, {}, { as: officer });

  const screening = await pair();
  const assigning = await admitted(api, await pair());
  const scoring = await assigned(api, await admitted(api, await pair()), reviewers);
  await eachReview(scoring, reviewers, (file, reviewer) => accept(api, file, reviewer));
  const judged = await assigned(api, await admitted(api, await pair()), reviewers);
  await eachReview(judged, reviewers, (file, reviewer) => givenSentReview(api, reviewer, file, judged.criteria, 80));
  const batch = await givenDraftBatch(api, officer, { callId: judged.call.id, directFileIds: [] });

  const call = await givenOpenCall(api, { lineId: plan.lineId('1.3'), officer });
  const draft = await givenDraft(api, call, { organisation: home });
  await givenFile(api, draft);
  await settle(api);
  return {
    people,
    home,
    away,
    screening,
    assigning,
    scoring,
    deciding: { ...judged, batch },
    open: { call, draft },
    paymentId: rows[0]?.id ?? '',
    directFileId: proposed.id,
    lineId: (code) => plan.lineId(code),
    now: shownTime(api),
  };
}

async function givenPair(
  api: TestApi,
  lineId: string,
  officer: TestPerson,
  home: GivenOrganisation,
  away: GivenOrganisation,
): Promise<Pair> {
  const call = await givenOpenCall(api, { lineId, officer }, { envelopeCents: 20_000_00, maxAmountCents: 10_000_00 });
  const own = await givenSubmittedApplication(api, call, { organisation: home });
  const rivals = await givenSubmittedApplication(api, call, { organisation: away });
  whenClosed(api, call);
  const { criteria } = await api.ok(calls.readCall, { params: { callId: call.id } }, { as: officer });
  return { call, own, rivals, criteria };
}

async function admitted(api: TestApi, { call, own, rivals, criteria }: Pair): Promise<Pair> {
  const admit = async (file: GivenApplication) => {
    const input = { params: { applicationId: file.id }, body: { revision: file.revision } };
    return { ...file, ...(await api.ok(applications.admitApplication, input, { as: call.officer })) };
  };
  return { call, own: await admit(own), rivals: await admit(rivals), criteria };
}

async function assigned(api: TestApi, pair: Pair, reviewers: readonly TestPerson[]): Promise<Pair> {
  const { call, own, rivals } = pair;
  const pairs = reviewers.flatMap(({ id: reviewerId }) =>
    [own, rivals].map(({ id: applicationId }) => ({ applicationId, reviewerId })),
  );
  const input = { params: { callId: call.id }, body: { pairs, dueAt: null } };
  await api.ok(reviews.assignReviewers, input, { as: call.officer });
  return pair;
}

async function eachReview(
  { own, rivals }: Pair,
  reviewers: readonly TestPerson[],
  work: (file: GivenApplication, reviewer: TestPerson) => Promise<unknown>,
): Promise<void> {
  for (const reviewer of reviewers) for (const file of [own, rivals]) await work(file, reviewer);
}

async function accept(api: TestApi, file: GivenApplication, reviewer: TestPerson): Promise<void> {
  const { id, revision } = await ownAssignment(api, reviewer, file);
  const declaration = { params: { assignmentId: id }, body: { revision, conflictKind: null } };
  await api.ok(reviews.declareInterest, declaration, { as: reviewer });
}

/** The clock of a system, so many hours after the world was made: both sides of a twin show the same. */
export function atHour(api: TestApi, world: TwinWorld, hours: number): void {
  api.get(Clock).set(new Date(world.now.getTime() + hours * 3_600_000));
}
