import { access, applications, calls, organisations, plan, register, reviews } from '@commonlot/contracts';
import { cents } from '@commonlot/domain';
import { givenDraft } from '../given-application.js';
import { givenOpenCall } from '../given-call.js';
import { givenEverything, type Target } from '../given-everything.js';
import { nextEnterpriseNumber, organisationBody } from '../given-organisations.js';
import { bringIntoForce, givenComment, givenLine } from '../given-plan.js';
import { completeScores, givenSentReview, givenSharedPlan } from '../given-review.js';
import { settle } from '../settle.js';
import type { TestApi, TestPerson } from '../test-api.js';
import { givenJudgedCall } from './judged-call.js';
import { givenReturnedPayment, releaseAndPay } from './paid-award.js';
import { newWord } from './words.js';

export interface CanaryWorld {
  /** Who reads, by a name for messages; null is somebody who is not signed in. */
  readonly principals: ReadonlyMap<string, TestPerson | null>;
  readonly targetOf: (name: string) => Target;
  /** Releases what was signed, and pays some of it. */
  release(): Promise<void>;
}

/** A world in which every kind of text stands in a row of every kind, made through the API. */
export async function givenCanaries(api: TestApi): Promise<CanaryWorld> {
  const targetOf = await givenEverything(api);
  const judged = await givenJudgedCall(api);
  const jury = await givenJury(api, targetOf, judged.reviewer);
  const auditor = await api.person(['auditor'], 'Anna Auditor');
  const suspended = await api.person(['officer'], 'Stan Suspended');
  const [applicant, viewer] = [await api.person([], 'Agnes Applicant'), await api.person([], 'Victor Viewer')];
  const other = targetOf('organisations.updateOrganisation');
  for (const [person, role] of [
    [applicant, 'representative'],
    [viewer, 'viewer'],
  ] as const) {
    await api.sql(
      `INSERT INTO organisation_member (organisation_id, person_id, role) SELECT id, $1, $2 FROM organisation WHERE id <> $3`,
      [person.id, role, other.params['organisationId']],
    );
  }
  await givenPlans(api, targetOf);
  await givenExclusion(api, targetOf);
  await givenCancelledCall(api);
  const paid = await givenReturnedPayment(api, targetOf, applicant);
  await givenPublicWords(api, targetOf, paid.organisationId, applicant);
  await settle(api);
  await api.sql(`UPDATE person SET state = 'suspended' WHERE id = $1`, [suspended.id]);

  const newcomer = await api.person([], 'Nora Newcomer');
  for (const email of [newcomer.email, `${newWord()}@example.org`]) {
    const params = { organisationId: other.params['organisationId'] ?? '' };
    await api.ok(organisations.addMember, { params, body: { email, role: 'editor' } }, { as: other.as });
  }

  const role = (name: string) => targetOf(name).as;
  const principals = new Map<string, TestPerson | null>([
    ['anonymous', null],
    ['somebody who is invited', newcomer],
    ['somebody with an account', await api.person([], 'Nico Newcomer')],
    ['an applicant', applicant],
    ['a viewer of the applicant', viewer],
    ['another applicant', other.as],
    ['a reviewer who has accepted', role('reviews.saveReview')],
    ['a reviewer who has sent', judged.reviewer],
    ['a reviewer who has not declared', jury.undeclared],
    ['a reviewer with a conflict', judged.conflicted],
    ['a reviewer without a file', await api.person(['reviewer'], 'Rosa Reviewer')],
    ['the officer', role('calls.createCall')],
    ['the minister', judged.batch.minister],
    ['the controller', role('payments.approvePayment')],
    ['the auditor', auditor],
    ['the administrator', role('access.listPeople')],
    ['somebody suspended', suspended],
  ]);
  return { principals, targetOf, release: () => releaseAndPay(api, judged.batch, paid) };
}

/** On the file of the review that is accepted: scores that are saved, a review that was sent, one not declared yet. */
async function givenJury(
  api: TestApi,
  targetOf: CanaryWorld['targetOf'],
  sender: TestPerson,
): Promise<{ undeclared: TestPerson }> {
  const { params, body, as: officer } = targetOf('reviews.assignReviewers');
  const [pair] = body['pairs'] as [{ applicationId: string }];
  const undeclared = await api.person(['reviewer'], 'Ria Reviewer');
  const pairs = [sender, undeclared].map(({ id: reviewerId }) => ({ ...pair, reviewerId }));
  await api.ok(
    reviews.assignReviewers,
    { params: params as { callId: string }, body: { pairs, dueAt: null } },
    { as: officer },
  );
  const { criteria } = await api.ok(calls.readCall, { params: params as { callId: string } }, { as: officer });
  const [file] = await api.sql<{ number: string }>('SELECT number FROM application WHERE id = $1', [
    pair.applicationId,
  ]);
  if (file === undefined) throw new Error('No file is reviewed.');
  await givenSentReview(api, sender, file, criteria, 70);
  const own = targetOf('reviews.saveReview');
  const [row] = await api.sql<{ revision: number }>('SELECT revision FROM review_assignment WHERE id = $1', [
    own.params['assignmentId'],
  ]);
  const review = { scores: completeScores(criteria, 40), remark: 'Nog eens lezen.', revision: row?.revision ?? 0 };
  await api.ok(reviews.saveReview, { params: own.params as { assignmentId: string }, body: review }, { as: own.as });
  return { undeclared };
}

/** A plan with a remark in force, and a draft that was sent back. */
async function givenPlans(api: TestApi, targetOf: CanaryWorld['targetOf']): Promise<void> {
  const drafter = targetOf('plan.createPlanVersion').as as TestPerson;
  const approver = await api.person(['minister'], 'Arno Approver');
  const words = { nl: 'Met voorbehoud.', fr: 'Sous réserve.', de: 'Unter Vorbehalt.', en: 'With reservations.' };
  for (const [year, stage] of [
    [2033, 'definitive'],
    [2034, 'provisional'],
  ] as const) {
    const totalCents = cents(1_000_00);
    const head = {
      year,
      stage,
      totalCents,
      source: 'Nota',
      remark: words,
      fromVersionId: null,
    };
    const { id, revision } = await api.ok(plan.createPlanVersion, { body: head }, { as: drafter });
    const params = { versionId: id };
    const beneficiaryNumber = nextEnterpriseNumber();
    const lines = [
      givenLine('1', {
        amountCents: totalCents,
        beneficiaryNumber,
        legalGround: 'Wet van 19 april 2002',
        coMinister: 'Minister van Begroting',
        commitments: [{ year: 2040, amountCents: cents(500), reference: 'Ministerieel besluit' }],
        advice: {
          adviser: 'Minister van Begroting',
          askedOn: '2026-01-05',
          givenOn: null,
          reference: 'Nota van januari',
        },
      }),
    ];
    const saved = await api.ok(plan.savePlanLines, { params, body: { totalCents, lines, revision } }, { as: drafter });
    if (year === 2033) {
      await bringIntoForce(api, drafter, approver, { versionId: id, revision: saved.revision });
      const version = await api.ok(plan.readPlanVersion, { params }, { as: approver });
      const published = { doneOn: '2026-01-05', reference: 'Belgisch Staatsblad', revision: version.revision };
      const ofStep = { ...params, kind: 'publication' as const };
      await api.ok(plan.recordPlanStep, { params: ofStep, body: published }, { as: approver });
    } else {
      await givenSaidComments(api, drafter, id);
      await sentBack(api, drafter, approver, { versionId: id, revision: saved.revision });
    }
  }
}

/** Approved and advised on, and then sent back. */
async function sentBack(
  api: TestApi,
  drafter: TestPerson,
  approver: TestPerson,
  draft: { versionId: string; revision: number },
): Promise<void> {
  const params = { versionId: draft.versionId };
  const steps = { required: ['finance-advice' as const], revision: draft.revision };
  const chosen = await api.ok(plan.savePlanSteps, { params, body: steps }, { as: drafter });
  const submitted = await api.ok(plan.submitPlanVersion, { params, body: chosen }, { as: drafter });
  const approved = await api.ok(plan.approvePlanVersion, { params, body: submitted }, { as: approver });
  const advice = { doneOn: '2026-01-05', reference: 'Advies van januari', ...approved };
  const ofStep = { ...params, kind: 'finance-advice' as const };
  const recorded = await api.ok(plan.recordPlanStep, { params: ofStep, body: advice }, { as: approver });
  const body = { ...recorded, reason: 'De som klopt niet met de nota.' };
  await api.ok(plan.sendBackPlanVersion, { params, body }, { as: approver });
}

/** A comment that was changed, and one that was withdrawn. */
async function givenSaidComments(api: TestApi, author: TestPerson, versionId: string): Promise<void> {
  const [changed, withdrawn] = [
    await givenComment(api, author, versionId),
    await givenComment(api, author, versionId, { text: 'Dit was een vergissing.' }),
  ];
  const body = { text: 'Klopt dit bedrag toch nog?', mentionIds: [], revision: 0 };
  await api.ok(plan.changePlanComment, { params: { commentId: changed.id }, body }, { as: author });
  const withdrawal = { params: { commentId: withdrawn.id }, query: { revision: 0 } };
  await api.ok(plan.withdrawPlanComment, withdrawal, { as: author });
}

async function givenCancelledCall(api: TestApi): Promise<void> {
  const shared = await givenSharedPlan(api);
  const call = await givenOpenCall(api, { lineId: shared.lineId('1.3') });
  await givenDraft(api, call);
  const params = { callId: call.id };
  const { revision } = await api.ok(calls.readCall, { params }, { as: call.officer });
  const body = { revision, reason: 'Er is geen geld meer.' };
  await api.ok(calls.cancelCall, { params, body }, { as: call.officer });
}

/** Addresses of two organisations, a correction in the register, and somebody who has signed up and forgotten the password. */
async function givenPublicWords(
  api: TestApi,
  targetOf: CanaryWorld['targetOf'],
  awardedId: string,
  applicant: TestPerson,
): Promise<void> {
  const other = targetOf('organisations.updateOrganisation');
  for (const [organisationId, as] of [
    [awardedId, applicant],
    [other.params['organisationId'] ?? '', other.as],
  ] as const) {
    const { revision } = await api.ok(organisations.readOrganisation, { params: { organisationId } }, { as });
    const body = { ...organisationBody, website: `https://${newWord()}.example/`, revision };
    await api.ok(organisations.updateOrganisation, { params: { organisationId }, body }, { as });
  }
  const { params, as } = targetOf('register.correctAward');
  const correction = { field: 'title' as const, newValue: 'Een beter woord', explanation: 'De naam was fout gespeld.' };
  await api.ok(register.correctAward, { params: params as { number: string }, body: correction }, { as });
  const email = `${newWord()}@example.org`;
  const account = { email, name: 'Nele Nieuw', password: 'tram langs het kanaal', screenLanguage: 'nl' as const };
  await api.ok(access.signUp, { body: account });
  await api.ok(access.requestPasswordReset, { body: { email, screenLanguage: 'nl' } });
}

/** A file that is excluded and on which nothing is decided yet. */
async function givenExclusion(api: TestApi, targetOf: CanaryWorld['targetOf']): Promise<void> {
  const { params, as } = targetOf('applications.excludeApplication');
  const applicationId = params['applicationId'] ?? '';
  const [file] = await api.sql<{ revision: number }>('SELECT revision FROM application WHERE id = $1', [applicationId]);
  const reasons = [{ code: 'outside-scope' as const, text: 'De vereniging heeft haar zetel niet in België.' }];
  const body = { revision: file?.revision ?? 0, reasons };
  await api.ok(applications.excludeApplication, { params: { applicationId }, body }, { as });
}
