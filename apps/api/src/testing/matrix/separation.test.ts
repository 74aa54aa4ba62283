import {
  access,
  applications,
  decisions,
  organisations,
  payments,
  plan as planContract,
  reviews,
} from '@commonlot/contracts';
import type { Role } from '@commonlot/domain';
import { givenSubmittedApplication } from '../given-application.js';
import { givenOpenCall, whenClosed } from '../given-call.js';
import {
  givenDirectFileAwarded,
  givenDraftBatch,
  givenPreparedBatch,
  givenProposedDirectFile,
  givenSignature,
} from '../given-decision.js';
import {
  type GivenOrganisation,
  givenMember,
  givenOrganisation,
  givenVerifiedAccount,
  nextIban,
} from '../given-organisations.js';
import { givenDraft as givenPlanDraft } from '../given-plan.js';
import { givenAssignedCall, givenRankedCall, givenSharedPlan, ownAssignment } from '../given-review.js';
import { TestApi, type TestPerson } from '../test-api.js';

let api: TestApi;
let administrator: TestPerson;
beforeAll(async () => {
  api = await TestApi.start();
  administrator = await api.person(['administrator'], 'Ada Administrator');
});
afterAll(() => api.stop());

async function setRoles(person: TestPerson, roles: Role[]): Promise<void> {
  const [row] = await api.sql<{ revision: number }>('SELECT revision FROM person WHERE id = $1', [person.id]);
  const body = { roles, revision: row?.revision ?? 0 };
  await api.ok(access.setRoles, { params: { personId: person.id }, body }, { as: administrator });
}

const codeOf = async (refusal: Promise<{ code: string }>) => (await refusal).code;
const sign = (batch: { batchId: string; revision: number }, as: TestPerson) =>
  api.refused(
    decisions.signBatch,
    { params: { batchId: batch.batchId }, body: { revision: batch.revision, signatoryTitle: 'Minister' } },
    { as },
  );

describe('nobody approves what they prepared', () => {
  it('an account: not as a controller in the same breath, nor once the role has come', async () => {
    const proposer = await api.person(['controller'], 'Piet Proposer');
    const home = await givenOrganisation(api, { representative: proposer });
    const judged = await proposeAccount(home);
    const judge = { params: { bankAccountId: judged.id }, body: { revision: judged.revision, isVerified: true } };
    expect(await codeOf(api.refused(organisations.judgeBankAccount, judge, { as: proposer }))).toBe(
      'bank-account.same-person',
    );
    const later = await givenOrganisation(api);
    const account = await proposeAccount(later);
    await setRoles(later.representative, ['controller']);
    const input = { params: { bankAccountId: account.id }, body: { revision: account.revision, isVerified: true } };
    expect(await codeOf(api.refused(organisations.judgeBankAccount, input, { as: later.representative }))).toBe(
      'bank-account.same-person',
    );
    await api.ok(organisations.judgeBankAccount, input, { as: await api.person(['controller']) });
  });

  it('a plan: not whoever began it, wrote its lines or submitted it', async () => {
    const [first, second, third, fourth] = [
      await api.person(['minister']),
      await api.person(['minister']),
      await api.person(['officer', 'minister']),
      await api.person(['minister']),
    ];
    const { versionId } = await givenPlanDraft(api, first, { year: 2041 });
    const params = { versionId };
    const { lines, totalCents, revision } = await api.ok(planContract.readPlanVersion, { params }, { as: second });
    const typed = lines.map(({ parentLineId: _, subtotalCents: __, figures: ___, ...line }) => line);
    const body = { totalCents, lines: typed, revision };
    const saved = await api.ok(planContract.savePlanLines, { params, body }, { as: second });
    const submitted = await api.ok(
      planContract.submitPlanVersion,
      { params, body: { revision: saved.revision } },
      { as: third },
    );
    for (const as of [first, second, third]) {
      expect(await codeOf(api.refused(planContract.approvePlanVersion, { params, body: submitted }, { as }))).toBe(
        'plan.same-person',
      );
    }
    await api.ok(planContract.approvePlanVersion, { params, body: submitted }, { as: fourth });
  });

  it('decisions: not whoever began the batch or handed it over, in whatever roles they are now', async () => {
    const [both, colleague] = [await api.person(['officer', 'minister']), await api.person(['officer'])];
    const ranked = await givenRankedCall(api, { files: 1 });
    const draft = await givenDraftBatch(api, both, { callId: ranked.call.id, directFileIds: [] });
    const prepared = await givenPreparedBatch(api, { ...draft, officer: colleague });
    expect(await codeOf(sign(prepared, both))).toBe('decision.same-person');
    await setRoles(colleague, ['minister']);
    expect(await codeOf(sign(prepared, colleague))).toBe('decision.same-person');
    const { may } = await api.ok(decisions.readBatch, { params: { batchId: draft.batchId } }, { as: both });
    expect(may.sign).toBe(false);
    await givenSignature(api, prepared.batchId, prepared.revision, draft.minister);
  });

  it('a direct file: not whoever wrote or proposed it, though somebody else made the batch', async () => {
    const [both, colleague] = [await api.person(['officer', 'minister']), await api.person(['officer'])];
    const file = await givenProposedDirectFile(api, both);
    const draft = await givenDraftBatch(api, colleague, { callId: null, directFileIds: [file.id] });
    const prepared = await givenPreparedBatch(api, draft);
    expect(await codeOf(sign(prepared, both))).toBe('decision.same-person');
    await givenSignature(api, prepared.batchId, prepared.revision, draft.minister);
  });

  it('a score: not whoever gave it, once they are the minister', async () => {
    const ranked = await givenRankedCall(api, { files: 1 });
    const [reviewer] = ranked.reviewers;
    if (reviewer === undefined) throw new Error('Nobody reviewed.');
    const draft = await givenDraftBatch(api, ranked.officer, { callId: ranked.call.id, directFileIds: [] });
    const prepared = await givenPreparedBatch(api, draft);
    await setRoles(reviewer, ['minister']);
    expect(await codeOf(sign(prepared, reviewer))).toBe('decision.reviewer');
    await givenSignature(api, prepared.batchId, prepared.revision, draft.minister);
  });

  it('a payment: not whoever prepared it, once they are the controller', async () => {
    const { id, params, officer } = await givenPlannedPayment();
    const prepared = await api.ok(payments.preparePayment, { params, body: { revision: 0 } }, { as: officer });
    await setRoles(officer, ['controller']);
    expect(await codeOf(api.refused(payments.approvePayment, { params, body: prepared }, { as: officer }))).toBe(
      'payment.same-person',
    );
    await api.ok(payments.approvePayment, { params, body: prepared }, { as: await api.person(['controller']) });
    expect(await api.sql('SELECT state FROM payment WHERE id = $1', [id])).toEqual([{ state: 'approved' }]);
  });

  it('their own roles: not by any spelling of their id', async () => {
    const [row] = await api.sql<{ revision: number }>('SELECT revision FROM person WHERE id = $1', [administrator.id]);
    const revision = row?.revision ?? 0;
    for (const personId of [administrator.id, administrator.id.toUpperCase()]) {
      const roles = { params: { personId }, body: { roles: ['officer' as const], revision } };
      expect(await codeOf(api.refused(access.setRoles, roles, { as: administrator }))).toBe('permission.missing');
      const suspension = { params: { personId }, body: { isSuspended: true, revision } };
      expect(await codeOf(api.refused(access.setSuspension, suspension, { as: administrator }))).toBe(
        'permission.missing',
      );
    }
  });
});

describe('nobody of the office handles what is their own', () => {
  it('an application: whoever acts for the applicant has the applicant’s view of it and no other', async () => {
    const insider = await api.person(['officer', 'reviewer'], 'Ines Insider');
    const home = await givenOrganisation(api);
    await givenMember(api, home, 'editor', insider);
    const plan = await givenSharedPlan(api);
    const call = await givenOpenCall(api, plan);
    const sent = await givenSubmittedApplication(api, call, { organisation: home });
    whenClosed(api, call);
    const params = { applicationId: sent.id };
    const body = { revision: sent.revision };
    const ofCall = { params: { callId: call.id } };
    expect(await codeOf(api.refused(applications.readApplication, { params }, { as: insider }))).toBe('record.missing');
    expect(await codeOf(api.refused(applications.admitApplication, { params, body }, { as: insider }))).toBe(
      'record.missing',
    );
    expect((await api.ok(applications.listApplications, ofCall, { as: insider })).rows).toEqual([]);
    await api.ok(applications.admitApplication, { params, body }, { as: call.officer });
    expect((await api.ok(reviews.readRanking, ofCall, { as: insider })).rows).toEqual([]);
    expect((await api.ok(reviews.readReviewers, ofCall, { as: insider })).files).toEqual([]);
    const own = await api.ok(applications.readOwnApplication, { params }, { as: insider });
    expect(own.releasedState).toBe('submitted');
    const batch = { body: { callId: call.id, directFileIds: [] } };
    expect(['decision.conflicted', 'decision.ranking-incomplete']).toContain(
      await codeOf(api.refused(decisions.createBatch, batch, { as: insider })),
    );
  });

  it('a review: not once the reviewer acts for the applicant, neither assigned before nor after', async () => {
    const assigned = await givenAssignedCall(api, { files: 1 });
    const [[reviewer], [application]] = [assigned.reviewers, assigned.applications];
    if (reviewer === undefined || application === undefined) throw new Error('Nothing was assigned.');
    const { id, revision } = await ownAssignment(api, reviewer, application);
    const params = { assignmentId: id };
    const accepted = await api.ok(
      reviews.declareInterest,
      { params, body: { revision, conflictKind: null } },
      { as: reviewer },
    );
    await givenMember(api, application.organisation, 'viewer', reviewer);
    const body = { scores: {}, remark: '', revision: accepted.revision };
    expect(await codeOf(api.refused(reviews.saveReview, { params, body }, { as: reviewer }))).toBe('record.missing');
    expect(await codeOf(api.refused(reviews.readAssignment, { params }, { as: reviewer }))).toBe('record.missing');
    const other = await api.person(['reviewer']);
    await givenMember(api, application.organisation, 'viewer', other);
    const pairs = [{ applicationId: application.id, reviewerId: other.id }];
    const assigning = { params: { callId: assigned.call.id }, body: { pairs, dueAt: null } };
    expect(await codeOf(api.refused(reviews.assignReviewers, assigning, { as: assigned.officer }))).toBe(
      'review.reviewer-unfit',
    );
  });

  it('an account: not the controller who is a colleague of whoever proposed it', async () => {
    const home = await givenOrganisation(api);
    const colleague = await givenMember(api, home, 'viewer', await api.person(['controller']));
    const { id, revision } = await proposeAccount(home);
    const input = { params: { bankAccountId: id }, body: { revision, isVerified: true } };
    expect(await codeOf(api.refused(organisations.judgeBankAccount, input, { as: colleague }))).toBe(
      'membership.conflicted',
    );
    await api.ok(organisations.judgeBankAccount, input, { as: await api.person(['controller']) });
  });

  it('a direct file and its signature: not whoever acts for the beneficiary', async () => {
    const [writer, signer] = [await api.person(['officer']), await api.person(['minister'])];
    const home = await givenOrganisation(api);
    for (const person of [writer, signer]) await givenMember(api, home, 'viewer', person);
    const colleague = await api.person(['officer']);
    const file = await givenProposedDirectFile(api, colleague, { organisation: home });
    const { lineId, requestedCents } = file;
    const words = { fileLanguage: 'nl' as const, title: 'Werking', purpose: 'De werking van het huis voor muziek.' };
    const body = { lineId, organisationId: home.id, requestedCents, ...words };
    expect(await codeOf(api.refused(decisions.createDirectFile, { body }, { as: writer }))).toBe(
      'membership.conflicted',
    );
    const draft = await givenDraftBatch(api, colleague, { callId: null, directFileIds: [file.id] });
    const prepared = await givenPreparedBatch(api, draft);
    expect(await codeOf(sign(prepared, signer))).toBe('membership.conflicted');
    const { may } = await api.ok(decisions.readBatch, { params: { batchId: draft.batchId } }, { as: signer });
    expect(may.sign).toBe(false);
    await givenSignature(api, prepared.batchId, prepared.revision, draft.minister);
  });

  it('a payment: neither prepared nor approved by whoever acts for the payee', async () => {
    const { params, officer, home } = await givenPlannedPayment();
    const [preparer, approver] = [await api.person(['officer']), await api.person(['controller'])];
    for (const person of [preparer, approver]) await givenMember(api, home, 'viewer', person);
    const body = { revision: 0 };
    expect(await codeOf(api.refused(payments.preparePayment, { params, body }, { as: preparer }))).toBe(
      'membership.conflicted',
    );
    const prepared = await api.ok(payments.preparePayment, { params, body }, { as: officer });
    expect(await codeOf(api.refused(payments.approvePayment, { params, body: prepared }, { as: approver }))).toBe(
      'membership.conflicted',
    );
  });
});

const proposeAccount = ({ id, name, representative }: GivenOrganisation) =>
  api.ok(
    organisations.proposeBankAccount,
    { params: { organisationId: id }, body: { iban: nextIban(), holder: name } },
    { as: representative },
  );

/** The first instalment of a released award, with its verified account. */
async function givenPlannedPayment() {
  const { decisionId, organisation: home } = await givenDirectFileAwarded(api);
  await givenVerifiedAccount(api, home);
  const officer = await api.person(['officer'], 'Oscar Officer');
  const { rows } = await api.ok(payments.listPayments, { query: { limit: 200 } }, { as: officer });
  const id = rows.find((row) => row.decisionId === decisionId)?.id ?? '';
  return { id, params: { paymentId: id }, officer, home };
}
