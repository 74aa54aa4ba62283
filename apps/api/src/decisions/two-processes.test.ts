import { applications, decisions as contract } from '@commonlot/contracts';
import {
  givenDraftBatch,
  givenPreparedBatch,
  givenProposedDirectFile,
  givenSignedBatch,
} from '../testing/given-decision.js';
import { givenRankedCall } from '../testing/given-review.js';
import { TestApi } from '../testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.start({ processes: 2 });
});
afterAll(() => api.stop());

const signatoryTitle = 'Minister';
const committed = (decisionIds: readonly string[]) =>
  api.sql<{ entries: number; cents: number }>(
    `SELECT count(*)::int AS entries, sum(amount_cents)::int AS cents FROM ledger_entry
     WHERE cause = 'commit' AND subject_id = ANY ($1)`,
    [decisionIds],
  );

test('a batch that two people sign at the same time is signed once, and its money is committed once', async () => {
  const ranked = await givenRankedCall(api, { files: 2 });
  const draft = await givenDraftBatch(api, ranked.officer, { callId: ranked.call.id, directFileIds: [] });
  const { revision, batchId } = await givenPreparedBatch(api, draft);
  const second = await api.person(['minister'], 'Max Minister');
  const answers = await Promise.all(
    [draft.minister, second].map((as, process) =>
      api.call(contract.signBatch, { params: { batchId }, body: { revision, signatoryTitle } }, { as, process }),
    ),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  const [money] = await committed(draft.decisions.map(({ id }) => id));
  expect(money).toEqual({ entries: 2, cents: 12_000_00 });
  const journal = await api.sql(`SELECT 1 FROM journal WHERE type = 'decision-batch.signed' AND subject_id = $1`, [
    batchId,
  ]);
  expect(journal).toHaveLength(1);
});

test('the same signature sent twice to two processes gets the same answer and has one effect', async () => {
  const officer = await api.person(['officer']);
  const file = await givenProposedDirectFile(api, officer);
  const draft = await givenDraftBatch(api, officer, { callId: null, directFileIds: [file.id] });
  const { revision, batchId, minister } = await givenPreparedBatch(api, draft);
  const key = '1f1d1c9e-6f5d-4a5e-9a57-0a64cdd5a001';
  const [first, second] = await Promise.all(
    [0, 1].map((process) =>
      api.ok(
        contract.signBatch,
        { params: { batchId }, body: { revision, signatoryTitle } },
        { as: minister, process, key },
      ),
    ),
  );
  expect(second).toEqual(first);
  expect(await committed(draft.decisions.map(({ id }) => id))).toEqual([{ entries: 1, cents: 50_000_00 }]);
});

test('two batches of one line, signed at the same time, never take more than there is', async () => {
  const officer = await api.person(['officer']);
  const drafts = [];
  for (let index = 0; index < 2; index += 1) {
    // Line 1.2 holds two million euros less what the other tests took: one of these fits, both do not.
    const file = await givenProposedDirectFile(api, officer, { requestedCents: 1_200_000_00 });
    drafts.push(
      await givenPreparedBatch(api, await givenDraftBatch(api, officer, { callId: null, directFileIds: [file.id] })),
    );
  }
  const answers = await Promise.all(
    drafts.map(({ batchId, revision, minister }, process) =>
      api.call(
        contract.signBatch,
        { params: { batchId }, body: { revision, signatoryTitle } },
        { as: minister, process },
      ),
    ),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'ledger.overspent' });
});

test('a release that two people ask for at the same time tells every applicant once', async () => {
  const ranked = await givenRankedCall(api, { files: 2 });
  const draft = await givenDraftBatch(api, ranked.officer, { callId: ranked.call.id, directFileIds: [] });
  const { revision, batchId, minister } = await givenSignedBatch(api, draft);
  const second = await api.person(['minister'], 'Max Minister');
  const key = '2f1d1c9e-6f5d-4a5e-9a57-0a64cdd5a002';
  const answers = await Promise.all(
    [minister, second, minister].map((as, index) =>
      api.ok(contract.releaseBatch, { params: { batchId }, body: { revision } }, { as, process: index % 2, key }),
    ),
  );
  expect(answers.map(({ released }) => released)).toEqual([2, 2, 2]);
  const owners = ranked.applications.map(({ organisation }) => organisation.representative.id);
  const told = await api.sql(
    `SELECT (SELECT count(*)::int FROM outgoing_mail WHERE about_type = 'decision' AND person_id = ANY ($1)) AS mails,
       (SELECT count(*)::int FROM notice WHERE type = 'decision.released' AND person_id = ANY ($1)) AS notices,
       (SELECT count(*)::int FROM journal WHERE type = 'decision.released' AND subject_id = ANY ($2)) AS entries`,
    [owners, draft.decisions.map(({ id }) => id)],
  );
  expect(told).toEqual([{ mails: 2, notices: 2, entries: 2 }]);
});

test('an applicant who withdraws while the batch is released is either released or withdrawn, never both', async () => {
  const ranked = await givenRankedCall(api, { files: 1 });
  const draft = await givenDraftBatch(api, ranked.officer, { callId: ranked.call.id, directFileIds: [] });
  const { revision, batchId, minister } = await givenSignedBatch(api, draft);
  const [file] = ranked.applications;
  const [released, withdrawn] = await Promise.all([
    api.ok(contract.releaseBatch, { params: { batchId }, body: { revision } }, { as: minister }),
    api.call(
      applications.withdrawApplication,
      { params: { applicationId: file?.id ?? '' }, body: { reason: '' } },
      { as: file?.organisation.representative ?? null, process: 1 },
    ),
  ]);
  await api.work();
  expect(released.released).toBe(withdrawn.status === 200 ? 0 : 1);
});
