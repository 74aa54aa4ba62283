import { decisions, type Endpoint, endpoints, organisations, payments, reviews } from '@commonlot/contracts';
import { cents, type Role } from '@commonlot/domain';
import { accessTable } from './access-table.js';
import { completeAnswers, givenDraft, givenFile, givenSubmittedApplication } from './given-application.js';
import { givenCompleteCall, givenOpenCall } from './given-call.js';
import { givenYears } from './given-closing.js';
import { givenDirectFileAwarded, givenDraftBatch, unchangedDecision } from './given-decision.js';
import {
  givenInvitation,
  givenMember,
  givenOrganisation,
  nextEnterpriseNumber,
  nextIban,
  organisationBody,
} from './given-organisations.js';
import { givenPlanRecords } from './given-plan-records.js';
import { givenReturns } from './given-returns.js';
import { completeScores, givenAssignedCall, givenRankedCall, ownAssignment } from './given-review.js';
import { givenBankRecords } from './given-statement.js';
import { sampleOf } from './hostile.js';
import type { TestApi, TestPerson } from './test-api.js';

/** How an endpoint is called so that it gets as far as it can: who may, on records that exist, with a right body. */
export interface Target {
  readonly as: TestPerson | null;
  readonly params: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
  /** The row whose revision the request names. */
  readonly row: { readonly table: string; readonly id: string } | null;
}

const tables: Readonly<Record<string, string>> = {
  versionId: 'plan_version',
  scenarioId: 'plan_scenario',
  overrunId: 'overrun',
  closingId: 'year_closing',
  commentId: 'plan_comment',
  callId: 'call',
  applicationId: 'application',
  assignmentId: 'review_assignment',
  batchId: 'decision_batch',
  decisionId: 'decision',
  directFileId: 'direct_file',
  paymentId: 'payment',
  reductionId: 'award_reduction',
  repaymentId: 'repayment',
  bankAccountId: 'bank_account',
  personId: 'person',
  organisationId: 'organisation',
};

/** One record of each kind, made through the API, and for each endpoint by its name the call that fits them. */
export async function givenEverything(api: TestApi): Promise<(name: string) => Target> {
  const people = new Map<Role, TestPerson>();
  for (const role of ['officer', 'minister', 'controller', 'auditor', 'administrator'] as const) {
    people.set(role, await api.person([role], `The ${role}`));
  }
  const officer = people.get('officer') as TestPerson;
  const world = await givenWorld(api, officer, people.get('controller') as TestPerson);
  people.set('reviewer', world.reviewer);

  return (name) => {
    const endpoint = endpoints.get(name);
    const allowed = accessTable[name];
    if (endpoint === undefined || allowed === undefined) throw new Error(`No endpoint ${name}.`);
    const names = [...endpoint.path.matchAll(/:([A-Za-z]+)/g)].map(([, parameter]) => parameter ?? '');
    const values = { ...world.params, ...world.paramsOf[name] };
    const params = Object.fromEntries(names.map((parameter) => [parameter, values[parameter] ?? '']));
    const as = allowed === 'public' ? null : allowed === 'members' ? world.member : people.get(allowed[0] ?? 'officer');
    return { as: as ?? null, params, body: bodyOf(endpoint, world.bodies[name]), row: rowOf(names, params) };
  };
}

const bodyOf = (endpoint: Endpoint, known: object = {}) => ({ ...(sampleOf(endpoint.body) as object), ...known });

function rowOf(names: readonly string[], params: Readonly<Record<string, string>>): Target['row'] {
  const last = names.at(-1);
  const [table, id] = last === undefined ? [] : [tables[last], params[last]];
  return table === undefined || id === undefined ? null : { table, id };
}

interface World {
  readonly member: TestPerson;
  readonly reviewer: TestPerson;
  readonly params: Readonly<Record<string, string>>;
  readonly paramsOf: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly bodies: Readonly<Record<string, object>>;
}

async function givenWorld(api: TestApi, officer: TestPerson, controller: TestPerson): Promise<World> {
  const award = await givenDirectFileAwarded(api);
  const ranked = await givenRankedCall(api, { files: 1 });
  const batch = await givenDraftBatch(api, officer, { callId: ranked.call.id, directFileIds: [] });
  const decisionId = batch.decisions[0]?.id ?? '';
  const review = await givenAcceptedReview(api);
  const { plan } = review.assigned;
  const own = await givenOwnRecords(api, plan.lineId('1.3'));
  const callDraft = await givenCompleteCall(api, { lineId: plan.lineId('1.3') });
  const ofPlan = await givenPlanRecords(api, plan.drafter, officer);
  const ofYears = await givenYears(api, { ...plan, controller }, plan.lineId('1.5'));
  const ofReturns = await givenReturns(api, officer, controller);
  const { rows } = await api.ok(payments.listPayments, {}, { as: officer });
  const directFile = directFileBody(plan.lineId('1.2'), own.home.id);
  const file = await api.ok(decisions.createDirectFile, { body: directFile }, { as: officer });
  const ofBank = await givenBankRecords(api, officer, controller);
  return {
    member: own.home.representative,
    reviewer: review.reviewer,
    params: {
      ...own.params,
      ...ofPlan.params,
      ...ofYears.params,
      ...ofReturns.params,
      ...ofBank.params,
      lineId: directFile.lineId,
      callId: callDraft.id,
      assignmentId: review.assignmentId,
      batchId: batch.batchId,
      decisionId,
      directFileId: file.id,
      paymentId: rows.find((row) => row.decisionId === award.decisionId)?.id ?? '',
      number: award.number,
      year: '2026',
      enterpriseNumber: award.organisation.enterpriseNumber,
    },
    paramsOf: {
      ...own.paramsOf,
      'applications.listApplications': { callId: review.assigned.call.id },
      ...ofAssignedCall({ callId: review.assigned.call.id }),
      ...ofPlan.paramsOf,
      ...ofYears.paramsOf,
      ...ofReturns.paramsOf,
      ...ofBank.paramsOf,
      'decisions.readLetter': { decisionId: award.decisionId },
      'payments.proposeReduction': { decisionId: award.decisionId },
    },
    bodies: {
      ...own.bodies,
      ...ofPlan.bodies,
      ...ofYears.bodies,
      ...ofReturns.bodies,
      ...ofBank.bodies,
      'calls.createCall': { lineId: plan.lineId('1.3') },
      'calls.saveCall': { ...callDraft.body, form: { sections: callDraft.body.form.sections.slice(0, 1) } },
      'reviews.assignReviewers': { pairs: [{ applicationId: review.applicationId, reviewerId: review.reviewer.id }] },
      'reviews.saveReview': { scores: completeScores(review.assigned.criteria, 50) },
      'decisions.createBatch': { callId: review.assigned.call.id, directFileIds: [] },
      'decisions.saveDecision': await unchangedDecision(api, decisionId, officer),
      'decisions.createDirectFile': directFile,
      'decisions.saveDirectFile': directFile,
      'register.correctAward': { field: 'title' },
    },
  };
}

const ofAssignedCall = (params: { readonly callId: string }) => ({
  'reviews.readReviewers': params,
  'reviews.assignReviewers': params,
  'reviews.readRanking': params,
});

const directFileBody = (lineId: string, organisationId: string) => ({
  ...{ lineId, organisationId, requestedCents: cents(500) },
  fileLanguage: 'fr' as const,
  title: 'Fonctionnement',
  purpose: 'Les frais de fonctionnement de la maison de la musique.',
});

/** A file that its reviewer has accepted and not scored yet. */
async function givenAcceptedReview(api: TestApi) {
  const assigned = await givenAssignedCall(api, { files: 1 });
  const [[reviewer], [application]] = [assigned.reviewers, assigned.applications];
  if (reviewer === undefined || application === undefined) throw new Error('Nothing was assigned.');
  const { id, revision } = await ownAssignment(api, reviewer, application);
  const body = { revision, conflictKind: null };
  await api.ok(reviews.declareInterest, { params: { assignmentId: id }, body }, { as: reviewer });
  return { assigned, reviewer, applicationId: application.id, assignmentId: id };
}

/** What an organisation has: a draft with a file, an account that waits, a member; and what another one has sent. */
async function givenOwnRecords(api: TestApi, lineId: string) {
  const open = await givenOpenCall(api, { lineId });
  const home = await givenOrganisation(api);
  const draft = await givenDraft(api, open, { organisation: home });
  const file = await givenFile(api, draft);
  const sent = await givenSubmittedApplication(api, open);
  const account = await api.ok(
    organisations.proposeBankAccount,
    { params: { organisationId: home.id }, body: { iban: nextIban(), holder: home.name } },
    { as: home.representative },
  );
  const guest = await givenMember(api, home, 'viewer');
  const other = await givenOrganisation(api);
  const ofHome = await givenInvitation(api, home, 'new-member@example.org');
  const toHome = await givenInvitation(api, other, home.representative.email);
  return {
    home,
    params: {
      applicationId: draft.id,
      fileId: file.fileId,
      organisationId: home.id,
      bankAccountId: account.id,
      personId: guest.id,
      sessionId: guest.id,
      subjectType: 'application',
      subjectId: draft.id,
    },
    paramsOf: {
      'applications.readApplication': { applicationId: sent.id },
      'applications.admitApplication': { applicationId: sent.id },
      'applications.excludeApplication': { applicationId: sent.id },
      'organisations.withdrawInvitation': { invitationId: ofHome },
      'organisations.answerInvitation': { invitationId: toHome },
      'register.readPublicCall': { number: open.number },
      'calls.cancelCall': { callId: open.id },
    },
    bodies: {
      'access.signUp': { password: 'tram langs het kanaal', email: 'new@example.org' },
      'organisations.createOrganisation': { ...organisationBody, enterpriseNumber: nextEnterpriseNumber() },
      'organisations.updateOrganisation': organisationBody,
      'organisations.addMember': { email: guest.email },
      'organisations.proposeBankAccount': { iban: nextIban() },
      'applications.startApplication': { callNumber: open.number, organisationId: home.id },
      'applications.saveDraft': { answers: completeAnswers() },
    },
  };
}

/** The endpoints in an order in which what moves a record on comes after what only writes it. */
export function writesFirst(): [string, Endpoint][] {
  const moves =
    /\.(submit|withdraw|discard|removeP|publish|cancel|adopt|approve|enter|sendBack|prepare|sign[BO]|release|send|judge|proposeD)/;
  return [...endpoints].toSorted(([a], [b]) => Number(moves.test(a)) - Number(moves.test(b)));
}
