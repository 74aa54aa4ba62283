import { applications, reviews } from '@commonlot/contracts';
import { completeAnswers, givenDraft, givenFile, givenSubmittedApplication, pdf } from '../given-application.js';
import { givenOpenCall, whenClosed } from '../given-call.js';
import { givenOrganisation } from '../given-organisations.js';
import { completeScores, givenAssignedCall, givenSharedPlan, ownAssignment } from '../given-review.js';
import type { TestApi } from '../test-api.js';
import { type Scenario, scenario } from './scenario.js';

/** Applications from the first draft to the office, and reviews. What is open comes first: then the clock moves on. */
export async function scenariosOfApplications(api: TestApi): Promise<Scenario[]> {
  return [...(await ofApplicants(api)), ...(await ofReviewers(api))];
}

async function ofApplicants(api: TestApi): Promise<Scenario[]> {
  const plan = await givenSharedPlan(api);
  const call = await givenOpenCall(api, { lineId: plan.lineId('1.3') });
  const draft = await givenDraft(api, call);
  const { fileId } = await givenFile(api, draft);
  const as = draft.organisation.representative;
  const params = { applicationId: draft.id };
  const sent = await givenSubmittedApplication(api, call);
  const home = await givenOrganisation(api);
  const open = [
    scenario(api, applications.startApplication, home.representative, {
      body: { callNumber: call.number, organisationId: home.id, fileLanguage: 'fr' },
    }),
    scenario(api, applications.saveDraft, as, {
      params,
      body: { answers: { ...completeAnswers(), title: 'Een ander koor' }, revision: draft.revision },
    }),
    scenario(
      api,
      applications.attachFile,
      as,
      { params, query: { questionId: 'quotes', name: 'offerte.pdf' } },
      { bytes: pdf, again: 'the same file may be attached twice; the list shows both and each can be taken away' },
    ),
    scenario(api, applications.removeFile, as, { params: { ...params, fileId } }),
    scenario(api, applications.discardDraft, as, { params }),
    scenario(api, applications.submitApplication, as, {
      params,
      body: { revision: draft.revision, declaresTruth: true },
    }),
    scenario(api, applications.withdrawApplication, sent.organisation.representative, {
      params: { applicationId: sent.id },
      body: { reason: 'Wij zingen niet meer.' },
    }),
  ];
  whenClosed(api, call);
  const ofSent = { params: { applicationId: sent.id } };
  const reasons = [{ code: 'other' as const, text: 'Het dossier is niet volledig en niet aangevuld.' }];
  return [
    ...open,
    scenario(api, applications.admitApplication, call.officer, { ...ofSent, body: { revision: sent.revision } }),
    scenario(api, applications.excludeApplication, call.officer, {
      ...ofSent,
      body: { revision: sent.revision, reasons },
    }),
  ];
}

async function ofReviewers(api: TestApi): Promise<Scenario[]> {
  const { call, officer, reviewers, applications: files, criteria } = await givenAssignedCall(api, { files: 3 });
  const [reviewer] = reviewers;
  const [first, second, third] = files;
  if (reviewer === undefined || first === undefined || second === undefined || third === undefined)
    throw new Error('Nothing was assigned.');
  const declared = async (application: typeof first) => {
    const { id, revision } = await ownAssignment(api, reviewer, application);
    const params = { assignmentId: id };
    const body = { revision, conflictKind: null };
    return { params, ...(await api.ok(reviews.declareInterest, { params, body }, { as: reviewer })) };
  };
  const fresh = await ownAssignment(api, reviewer, first);
  const accepted = await declared(second);
  const scored = await declared(third);
  const scores = completeScores(criteria, 70);
  const saved = await api.ok(
    reviews.saveReview,
    { params: scored.params, body: { scores, remark: '', revision: scored.revision } },
    { as: reviewer },
  );
  const newcomer = await api.person(['reviewer'], 'Nora Newcomer');
  const pairs = files.map(({ id }) => ({ applicationId: id, reviewerId: newcomer.id }));
  return [
    scenario(api, reviews.assignReviewers, officer, { params: { callId: call.id }, body: { pairs, dueAt: null } }),
    scenario(api, reviews.declareInterest, reviewer, {
      params: { assignmentId: fresh.id },
      body: { revision: fresh.revision, conflictKind: null },
    }),
    scenario(api, reviews.saveReview, reviewer, {
      params: accepted.params,
      body: { scores, remark: 'Mooi.', revision: accepted.revision },
    }),
    scenario(api, reviews.sendReview, reviewer, { params: scored.params, body: { revision: saved.revision } }),
  ];
}
