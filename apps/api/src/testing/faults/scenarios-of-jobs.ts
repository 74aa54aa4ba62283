import { applications, calls } from '@commonlot/contracts';
import { JOBS, type Job } from '../../platform/index.js';
import { givenDraft, givenFile } from '../given-application.js';
import { givenOpenCall } from '../given-call.js';
import {
  givenDirectFileAwarded,
  givenDraftBatch,
  givenPreparedBatch,
  givenProposedDirectFile,
  givenSignature,
} from '../given-decision.js';
import { givenRankedCall, givenSharedPlan } from '../given-review.js';
import type { TestApi } from '../test-api.js';
import { jobScenario, type Scenario } from './scenario.js';

/** What is swept here: all jobs but one, which notes what it found about each promise on its own. */
export const sweptJobs: readonly string[] = [
  ...['discard-removed-files', 'lapse-decision', 'plan-payments', 'refresh-award', 'refresh-call'],
  ...['refresh-organisation', 'refresh-plan', 'scan-file', 'scan-waiting', 'seal-journal', 'send-mail'],
  ...['sweep-leftovers', 'tell-cancellation', 'write-letter'],
];

/** The names of all other jobs that the worker runs. */
export const jobNames = (api: TestApi): string[] =>
  api
    .get<readonly Job[]>(JOBS as never)
    .map(({ name }) => name)
    .filter((name) => name !== 'check-invariants')
    .sort();

/** A run of each job on a record where it has something to do. */
export async function scenariosOfJobs(api: TestApi): Promise<Scenario[]> {
  const award = await givenDirectFileAwarded(api);
  const cancelled = await givenCancelledCall(api);
  const removed = await givenRemovedFile(api);
  const signed = await givenSignedDecision(api);
  const withdrawn = await givenWithdrawn(api);
  await api.sql(
    `INSERT INTO idempotency (person_id, key, endpoint, body_hash, created_at)
     VALUES (gen_random_uuid(), gen_random_uuid(), 'old', '', now() - interval '31 days')`,
  );
  const [mail] = await api.sql<{ id: string }>('SELECT id FROM outgoing_mail WHERE sent_at IS NULL LIMIT 1');
  // What the public reads is out of date, or not there yet, until the jobs run.
  await api.sql(`UPDATE register.award SET title = 'out of date'`);
  await api.sql(`UPDATE register.organisation SET name = 'out of date'`);
  await api.sql('DELETE FROM register.plan_version');
  await api.sql('DELETE FROM register.call');
  const ofJob = (name: string, subjectId = '') => jobScenario(api, name, subjectId);
  return [
    ofJob('send-mail', mail?.id),
    ofJob('sweep-leftovers'),
    ofJob('discard-removed-files'),
    ofJob('scan-file', removed.keptId),
    ofJob('scan-waiting'),
    ofJob('seal-journal'),
    ofJob('tell-cancellation', cancelled),
    ofJob('write-letter', signed),
    ofJob('plan-payments', signed),
    ofJob('lapse-decision', withdrawn),
    ofJob('refresh-plan', award.decisionId),
    ofJob('refresh-call', cancelled),
    ofJob('refresh-award', award.decisionId),
    ofJob('refresh-organisation', award.organisation.id),
  ];
}

/** A call that was cancelled while somebody wrote at a draft. */
async function givenCancelledCall(api: TestApi): Promise<string> {
  const plan = await givenSharedPlan(api);
  const { id, number, officer } = await givenOpenCall(api, { lineId: plan.lineId('1.3') });
  await givenDraft(api, { number });
  const { revision } = await api.ok(calls.readCall, { params: { callId: id } }, { as: officer });
  const body = { revision, reason: 'De lijn wordt herzien.' };
  await api.ok(calls.cancelCall, { params: { callId: id }, body }, { as: officer });
  return id;
}

/** A draft with one file, and one that was removed two days ago. */
async function givenRemovedFile(api: TestApi): Promise<{ keptId: string }> {
  const plan = await givenSharedPlan(api);
  const draft = await givenDraft(api, await givenOpenCall(api, { lineId: plan.lineId('1.3') }));
  const [kept, gone] = [await givenFile(api, draft), await givenFile(api, draft)];
  const params = { applicationId: draft.id, fileId: gone.fileId };
  await api.ok(applications.removeFile, { params }, { as: draft.organisation.representative });
  await api.sql(`UPDATE application_file SET removed_at = now() - interval '2 days' WHERE file_id = $1`, [gone.fileId]);
  return { keptId: kept.fileId };
}

/** A decision that was signed a moment ago: neither letter nor payments are there yet. */
async function givenSignedDecision(api: TestApi): Promise<string> {
  const officer = await api.person(['officer'], 'Odette Officer');
  const file = await givenProposedDirectFile(api, officer);
  const draft = await givenDraftBatch(api, officer, { callId: null, directFileIds: [file.id] });
  const batch = await givenPreparedBatch(api, draft);
  await givenSignature(api, batch.batchId, batch.revision, batch.minister);
  return batch.decisions[0]?.id ?? '';
}

/** An application that was withdrawn after its decision was signed and before it was released. */
async function givenWithdrawn(api: TestApi): Promise<string> {
  const ranked = await givenRankedCall(api, { files: 1 });
  const draft = await givenDraftBatch(api, ranked.officer, { callId: ranked.call.id, directFileIds: [] });
  const batch = await givenPreparedBatch(api, draft);
  await givenSignature(api, batch.batchId, batch.revision, batch.minister);
  const [application] = ranked.applications;
  if (application === undefined) throw new Error('A ranked call has a file.');
  const body = { reason: 'Wij zingen niet meer.' };
  const as = application.organisation.representative;
  await api.ok(applications.withdrawApplication, { params: { applicationId: application.id }, body }, { as });
  return application.id;
}
