import { applications, decisions as contract, reviews } from '@commonlot/contracts';
import {
  givenDraftBatch,
  givenDraftOfCall,
  givenPreparedBatch,
  givenReleasedBatch,
  givenSignature,
  givenSignedBatch,
} from '../testing/given-decision.js';
import { givenAssignedCall, givenSentReview } from '../testing/given-review.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.start();
});
afterAll(() => api.stop());

const readBatch = (batchId: string, as: TestPerson) => api.ok(contract.readBatch, { params: { batchId } }, { as });

describe('a release', () => {
  test('waits for the letters, tells everybody once, and settles the call', async () => {
    const { draft, ranked } = await givenDraftOfCall(api);
    const prepared = await givenPreparedBatch(api, draft);
    const params = { batchId: draft.batchId };
    const as = { as: draft.minister };
    const early = { params, body: { revision: prepared.revision } };
    expect((await api.refused(contract.releaseBatch, early, as)).code).toBe('lifecycle.not-allowed');
    const { revision } = await givenSignature(api, draft.batchId, prepared.revision, draft.minister);
    const body = { revision };
    const problem = await api.refused(contract.releaseBatch, { params, body }, as);
    expect(problem.code).toBe('decision.incomplete');
    expect((await readBatch(draft.batchId, draft.minister)).may.release).toBe(false);
    await api.work();
    expect((await api.refused(contract.releaseBatch, { params, body: { revision: 0 } }, as)).code).toBe('record.stale');
    const first = await api.ok(contract.releaseBatch, { params, body }, as);
    expect(first.released).toBe(3);
    expect(await api.ok(contract.releaseBatch, { params, body }, as)).toEqual(first);
    const owners = ranked.applications.map(({ organisation }) => organisation.representative);
    const states = [];
    for (const [index, application] of ranked.applications.entries()) {
      const own = { params: { applicationId: application.id } };
      const read = await api.ok(applications.readOwnApplication, own, { as: owners[index] ?? null });
      states.push([read.releasedState, read.decision?.outcome]);
    }
    expect(states).toEqual([
      ['awarded', 'award'],
      ['awarded', 'award'],
      ['refused', 'refuse'],
    ]);
    const mails = await api.sql(
      `SELECT person_id FROM outgoing_mail WHERE about_type = 'decision' AND person_id = ANY ($1)`,
      [owners.map(({ id }) => id)],
    );
    expect(mails).toHaveLength(3);
    const [call] = await api.sql('SELECT state FROM call WHERE id = $1', [ranked.call.id]);
    expect(call).toEqual({ state: 'settled' });
    const stranger = await api.person([]);
    const letter = { params: { decisionId: draft.decisions[0]?.id ?? '' } };
    expect((await api.call(contract.readLetter, letter, { as: owners[0] ?? null })).status).toBe(200);
    expect((await api.refused(contract.readLetter, letter, { as: stranger })).code).toBe('record.missing');
    expect((await api.refused(contract.readLetter, letter, { as: owners[1] ?? null })).code).toBe('record.missing');
  });

  test('leaves out what was withdrawn after the signature: the money goes back to the line', async () => {
    const { draft, ranked } = await givenDraftOfCall(api);
    const signed = await givenSignedBatch(api, draft);
    const [first, second] = ranked.applications;
    const withdraw = (file: typeof first) =>
      api.ok(
        applications.withdrawApplication,
        { params: { applicationId: file?.id ?? '' }, body: { reason: 'We stoppen.' } },
        { as: file?.organisation.representative ?? null },
      );
    await withdraw(first);
    await api.work();
    // The job of the second has not run when the batch is released.
    await withdraw(second);
    const body = { revision: (await readBatch(draft.batchId, draft.minister)).revision };
    const release = await api.ok(
      contract.releaseBatch,
      { params: { batchId: signed.batchId }, body },
      { as: draft.minister },
    );
    expect(release.released).toBe(1);
    await api.work();
    const rows = await api.sql(
      'SELECT lapsed_at IS NOT NULL AS lapsed FROM decision WHERE batch_id = $1 ORDER BY number',
      [draft.batchId],
    );
    expect(rows).toEqual([{ lapsed: true }, { lapsed: true }, { lapsed: false }]);
    const money = await api.sql(
      `SELECT sum(balance_cents)::int AS cents FROM ledger_account WHERE subject_id = ANY ($1)`,
      [draft.decisions.map(({ id }) => id)],
    );
    expect(money).toEqual([{ cents: 0 }]);
    const payments = await api.sql(`SELECT 1 FROM payment WHERE state <> 'cancelled' AND decision_id = ANY ($1)`, [
      draft.decisions.map(({ id }) => id),
    ]);
    expect(payments).toEqual([]);
  });
});

test('a reviewer whose file is decided still reads what was sent, and nothing else', async () => {
  const assigned = await givenAssignedCall(api, { files: 1, reviewers: 2 });
  const [file] = assigned.applications;
  const [first, second] = assigned.reviewers;
  if (file === undefined || first === undefined || second === undefined) throw new Error('nothing assigned');
  await givenSentReview(api, first, file, assigned.criteria, 70);
  await givenSentReview(api, second, file, assigned.criteria, 90);
  await givenReleasedBatch(
    api,
    await givenDraftBatch(api, assigned.officer, { callId: assigned.call.id, directFileIds: [] }),
  );
  const { rows } = await api.ok(reviews.listOwnAssignments, {}, { as: first });
  expect(rows.map(({ state }) => state)).toEqual(['sent']);
  expect((await api.refused(contract.readBatch, { params: { batchId: file.id } }, { as: first })).code).toBe(
    'permission.missing',
  );
});
