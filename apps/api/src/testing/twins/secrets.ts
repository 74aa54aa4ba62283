import { access, applications, calls, decisions, organisations, payments, plan, reviews } from '@commonlot/contracts';
import { goodPassword } from '../given-access.js';
import { completeAnswers } from '../given-application.js';
import { givenPreparedBatch, unchangedDecision } from '../given-decision.js';
import { nextIban } from '../given-organisations.js';
import { givenDraft as givenPlanDraft } from '../given-plan.js';
import { completeScores, ownAssignment } from '../given-review.js';
import type { TestPerson } from '../test-api.js';
import { nothing, type Side, type Twin, twin } from './twin.js';
import type { Who } from './world.js';

const outside: readonly Who[] = ['anonymous', 'applicant', 'rival', 'administrator'];
/** One who has read files of both, and one who has read none. */
const reviewers: readonly Who[] = ['first reviewer', 'third reviewer'];
const otherReviewers: readonly Who[] = ['second reviewer', 'third reviewer'];
const office: readonly Who[] = ['officer', 'minister', 'controller', 'auditor'];

const person = ({ world }: Side, who: Who) => world.people[who] as TestPerson;

/** The minister signs the batch, with the award of the applicant or with its refusal. */
const sign = (outcome: 'award' | 'refuse') => async (side: Side) => {
  const { api, world } = side;
  const { batch, own } = world.deciding;
  const decisionId = batch.decisions.find(({ applicationId }) => applicationId === own.id)?.id ?? '';
  const unchanged = await unchangedDecision(api, decisionId, batch.officer);
  const reason = 'De minister volgt het advies niet: deze streek heeft al een koor, en andere streken hebben er geen.';
  const refusal = { outcome, amountCents: null, reason, deviationReason: reason };
  const body = { ...unchanged, ...(outcome === 'refuse' ? refusal : {}), publicReason: 'Een koor voor elke straat.' };
  await api.ok(decisions.saveDecision, { params: { decisionId }, body }, { as: batch.officer });
  const params = { batchId: batch.batchId };
  const { revision } = await api.ok(decisions.readBatch, { params }, { as: batch.officer });
  const prepared = await givenPreparedBatch(api, { ...batch, revision });
  const signature = { revision: prepared.revision, signatoryTitle: 'Staatssecretaris' };
  await api.ok(decisions.signBatch, { params, body: signature }, { as: batch.minister });
};

const admit = ({ api, world: { screening } }: Side) =>
  api.ok(
    applications.admitApplication,
    { params: { applicationId: screening.own.id }, body: { revision: screening.own.revision } },
    { as: screening.call.officer },
  );

const exclude = ({ api, world: { screening } }: Side) => {
  const reasons = [{ code: 'outside-scope' as const, text: 'De oproep is voor koren, en dit is er geen.' }];
  const body = { revision: screening.own.revision, reasons };
  const params = { applicationId: screening.own.id };
  return api.ok(applications.excludeApplication, { params, body }, { as: screening.call.officer });
};

const assign = (who: Who) => (side: Side) => {
  const { call, own } = side.world.assigning;
  const pairs = [{ applicationId: own.id, reviewerId: person(side, who).id }];
  return side.api.ok(
    reviews.assignReviewers,
    { params: { callId: call.id }, body: { pairs, dueAt: null } },
    { as: call.officer },
  );
};

/** The first reviewer saves scores, and does not send them. */
const score = (percent: number, remark: string) => async (side: Side) => {
  const { own, criteria } = side.world.scoring;
  const as = person(side, 'first reviewer');
  const { id, revision } = await ownAssignment(side.api, as, own);
  const body = { scores: completeScores(criteria, percent), remark, revision };
  await side.api.ok(reviews.saveReview, { params: { assignmentId: id }, body }, { as });
};

const scoreAndSend = (percent: number) => async (side: Side) => {
  await score(percent, '')(side);
  const as = person(side, 'first reviewer');
  const { id, revision } = await ownAssignment(side.api, as, side.world.scoring.own);
  await side.api.ok(reviews.sendReview, { params: { assignmentId: id }, body: { revision } }, { as });
};

const declareConflict = async (side: Side) => {
  const as = person(side, 'first reviewer');
  const { id, revision } = await ownAssignment(side.api, as, side.world.scoring.own);
  const body = { revision, conflictKind: 'family' as const };
  await side.api.ok(reviews.declareInterest, { params: { assignmentId: id }, body }, { as });
};

const write =
  (title: string) =>
  ({ api, world: { open, home } }: Side) => {
    const answers = { ...completeAnswers(), title };
    const body = { answers, revision: open.draft.revision };
    return api.ok(
      applications.saveDraft,
      { params: { applicationId: open.draft.id }, body },
      { as: home.representative },
    );
  };

const begin = ({ api, world: { open, away } }: Side) => {
  const body = { callNumber: open.call.number, organisationId: away.id, fileLanguage: 'nl' as const };
  return api.ok(applications.startApplication, { body }, { as: away.representative });
};

const ibans = [nextIban(), nextIban()] as const;
const propose =
  (iban: string) =>
  ({ api, world: { home } }: Side) =>
    api.ok(
      organisations.proposeBankAccount,
      { params: { organisationId: home.id }, body: { iban, holder: 'Koor' } },
      { as: home.representative },
    );

const preparePayment = async (side: Side) => {
  const as = person(side, 'officer');
  const input = { params: { paymentId: side.world.paymentId }, body: { revision: 0 } };
  const prepared = await side.api.ok(payments.preparePayment, input, { as });
  await side.api.ok(payments.approvePayment, { ...input, body: prepared }, { as: person(side, 'controller') });
};

const decideDirectFile = async ({ api, world }: Side) => {
  const { officer, minister } = world.deciding.batch;
  const body = { callId: null, directFileIds: [world.directFileId] };
  const batch = await api.ok(decisions.createBatch, { body }, { as: officer });
  const params = { batchId: batch.id };
  const prepared = await api.ok(
    decisions.prepareBatch,
    { params, body: { revision: batch.revision } },
    { as: officer },
  );
  const signature = { ...prepared, signatoryTitle: 'Staatssecretaris' };
  await api.ok(decisions.signBatch, { params, body: signature }, { as: minister });
};

const draftCall = (side: Side) => {
  const title = { nl: 'Een geheime oproep', fr: 'Un appel secret' };
  const body = { lineId: side.world.lineId('1.3'), title };
  return side.api.ok(calls.createCall, { body }, { as: person(side, 'officer') });
};

const submitPlan = async (side: Side) => {
  const as = person(side, 'minister');
  const { versionId, revision } = await givenPlanDraft(side.api, as, { year: 2027 });
  await side.api.ok(plan.submitPlanVersion, { params: { versionId }, body: { revision } }, { as });
};

const address = 'somebody@twin.example';
const openAccount = ({ api }: Side) =>
  api
    .sql(
      `WITH p AS (INSERT INTO person (id, email, name, screen_language, state)
       VALUES (gen_random_uuid(), $1, 'Sam Somebody', 'nl', 'unconfirmed') RETURNING id)
     SELECT id FROM p`,
      [address],
    )
    .then(() => api.sql(`UPDATE person SET state = 'active', confirmed_at = now() WHERE email = $1`, [address]));

const signIn = ({ api }: Side) =>
  api.call(access.signIn, { body: { email: address, password: 'vier verkeerde woorden' } });
const signUp = ({ api }: Side) =>
  api.call(access.signUp, { body: { email: address, name: 'Sam', password: goodPassword, screenLanguage: 'nl' } });
const forget = ({ api }: Side) =>
  api.call(access.requestPasswordReset, { body: { email: address, screenLanguage: 'nl' } });
const invite = ({ api, world: { away } }: Side) =>
  api.call(
    organisations.addMember,
    { params: { organisationId: away.id }, body: { email: address, role: 'editor' } },
    { as: away.representative },
  );

/** What nobody may find out by any way, until they are told. A later module adds its secrets here. */
export const twins: readonly Twin[] = [
  twin('what was decided and is not released', { one: sign('award'), other: sign('refuse') }, [
    ...outside,
    ...reviewers,
  ]),
  twin('that the decisions are signed', { other: sign('award') }, [...outside, ...reviewers]),
  twin('that a file was found not admissible', { one: admit, other: exclude }, [
    ...outside,
    ...reviewers,
    'controller',
  ]),
  twin('who reviews a file', { one: assign('first reviewer'), other: assign('second reviewer') }, [
    ...outside,
    'third reviewer',
    'minister',
    'controller',
  ]),
  twin(
    'scores and remarks that are not sent',
    { one: score(90, 'Goed.'), other: score(10, 'Slecht, en al te duur.') },
    [...outside, ...otherReviewers, ...office],
  ),
  twin('what a reviewer has sent', { one: scoreAndSend(90), other: scoreAndSend(10) }, [
    ...outside,
    ...otherReviewers,
    'controller',
  ]),
  twin('that a reviewer has sent', { one: score(90, ''), other: scoreAndSend(90) }, [
    ...outside,
    ...otherReviewers,
    'controller',
  ]),
  twin('that a reviewer has a conflict of interest', { other: declareConflict }, [
    ...outside,
    ...otherReviewers,
    'controller',
  ]),
  twin('what stands in a draft', { one: write('Een koor'), other: write('Een fanfare voor iedereen') }, [
    'anonymous',
    'rival',
    'administrator',
    ...reviewers,
    ...office,
  ]),
  twin('that somebody has begun an application', { other: begin }, [
    'anonymous',
    'applicant',
    'administrator',
    ...reviewers,
    'controller',
  ]),
  twin('an account number', { one: propose(ibans[0]), other: propose(ibans[1]) }, [
    'anonymous',
    'rival',
    'administrator',
    ...reviewers,
  ]),
  twin('that a payment is prepared and approved', { other: preparePayment }, [...outside, ...reviewers]),
  twin('that a direct file is decided', { other: decideDirectFile }, [...outside, ...reviewers]),
  twin('that a call is being written', { other: draftCall }, [...outside, ...reviewers, 'controller']),
  twin('that a plan waits for approval', { other: submitPlan }, [...outside, ...reviewers]),
  twin(
    'that an address has an account',
    { one: nothing, other: openAccount },
    ['anonymous', 'rival', 'applicant', ...office],
    {
      anonymous: [signIn, signUp, forget],
      rival: [invite],
    },
  ),
];
