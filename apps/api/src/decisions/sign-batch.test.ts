import { applications, decisions as contract } from '@commonlot/contracts';
import { cents } from '@commonlot/domain';
import {
  givenDraftOfCall,
  givenPreparedBatch,
  givenSignedBatch,
  unchangedDecision,
} from '../testing/given-decision.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.start();
});
afterAll(() => api.stop());

const signatoryTitle = 'Minister';
const readBatch = (batchId: string, as: TestPerson) => api.ok(contract.readBatch, { params: { batchId } }, { as });

describe('a signature', () => {
  test('commits the money of the call, and leaves applicants as they were', async () => {
    const { draft, ranked } = await givenDraftOfCall(api);
    const owner = ranked.applications[0]?.organisation.representative;
    const params = { applicationId: ranked.applications[0]?.id ?? '' };
    const before = await api.ok(applications.readOwnApplication, { params }, { as: owner ?? null });
    await givenSignedBatch(api, draft);
    expect(await api.ok(applications.readOwnApplication, { params }, { as: owner ?? null })).toEqual(before);
    const accounts = await api.sql(
      `SELECT kind, sum(balance_cents)::int AS cents FROM ledger_account WHERE subject_id = ANY ($1) GROUP BY kind ORDER BY kind`,
      [[ranked.call.id, ...draft.decisions.map(({ id }) => id)]],
    );
    expect(accounts).toEqual(
      expect.arrayContaining([
        { kind: 'committed', cents: 12_000_00 },
        { kind: 'reserved', cents: 1_000_00 },
      ]),
    );
    const letter = { params: { decisionId: draft.decisions[0]?.id ?? '' } };
    expect((await api.refused(contract.readLetter, letter, { as: owner ?? null })).code).toBe('record.missing');
    expect((await api.call(contract.readLetter, letter, { as: draft.minister })).headers['content-type']).toBe(
      'application/pdf',
    );
  });

  test('is not given by whoever prepared, nor by who reviewed a file', async () => {
    const { draft, ranked } = await givenDraftOfCall(api, 1);
    const both = await api.person(['officer', 'minister']);
    const params = { batchId: draft.batchId };
    const early = { params, body: { revision: draft.revision, signatoryTitle } };
    expect((await api.refused(contract.signBatch, early, { as: draft.minister })).code).toBe('lifecycle.not-allowed');
    const prepared = await givenPreparedBatch(api, { ...draft, officer: both });
    const body = { revision: prepared.revision, signatoryTitle };
    expect((await api.refused(contract.signBatch, { params, body }, { as: both })).code).toBe('decision.same-person');
    expect((await readBatch(draft.batchId, both)).may.sign).toBe(false);
    const [reviewer] = ranked.reviewers;
    if (reviewer === undefined) throw new Error('no reviewer');
    await api.sql(`UPDATE person_role SET role = 'minister' WHERE person_id = $1`, [reviewer.id]);
    expect((await api.refused(contract.signBatch, { params, body }, { as: reviewer })).code).toBe('decision.reviewer');
    expect((await readBatch(draft.batchId, reviewer)).may.sign).toBe(false);
    expect((await readBatch(draft.batchId, draft.minister)).may.sign).toBe(true);
  });

  test('drops the reason for leaving an advice that is followed', async () => {
    const { draft, officer } = await givenDraftOfCall(api, 1);
    const params = { decisionId: draft.decisions[0]?.id ?? '' };
    const body = {
      ...(await unchangedDecision(api, params.decisionId, officer)),
      deviationReason: 'Een reden om het advies niet te volgen, die is blijven staan.',
    };
    await api.ok(contract.saveDecision, { params, body }, { as: officer });
    await givenSignedBatch(api, { ...draft, revision: (await readBatch(draft.batchId, officer)).revision });
    const signed = await api.sql('SELECT deviation_reason FROM decision WHERE id = $1', [params.decisionId]);
    expect(signed).toEqual([{ deviation_reason: '' }]);
  });

  test('is refused when the awards take more than was reserved', async () => {
    const { draft, officer } = await givenDraftOfCall(api);
    const params = { decisionId: draft.decisions.at(-1)?.id ?? '' };
    const body = {
      ...(await unchangedDecision(api, params.decisionId, officer)),
      outcome: 'award' as const,
      amountCents: cents(6_000_00),
      reason: 'Het project bereikt mensen die geen ander project bereikt.',
    };
    const deviationReason = 'De minister wil deze streek niet zonder project laten.';
    await api.ok(contract.saveDecision, { params, body: { ...body, deviationReason } }, { as: officer });
    const { revision, checks } = await readBatch(draft.batchId, officer);
    expect(checks.find(({ code }) => code === 'money')).toMatchObject({ isMet: false });
    const prepared = await givenPreparedBatch(api, { ...draft, revision });
    const sign = { params: { batchId: draft.batchId }, body: { revision: prepared.revision, signatoryTitle } };
    expect((await api.refused(contract.signBatch, sign, { as: draft.minister })).code).toBe('ledger.overspent');
    const rows = await api.sql('SELECT 1 FROM decision WHERE batch_id = $1 AND signed_at IS NOT NULL', [draft.batchId]);
    expect(rows).toEqual([]);
  });

  test('is asked for by notice and mail, and a return carries the remarks', async () => {
    const { draft, officer } = await givenDraftOfCall(api, 1);
    const prepared = await givenPreparedBatch(api, draft);
    const asked = await api.sql(`SELECT subject FROM outgoing_mail WHERE person_id = $1`, [draft.minister.id]);
    expect(JSON.stringify(asked)).toContain(draft.number);
    const back = {
      params: { batchId: draft.batchId },
      body: { revision: prepared.revision, reason: 'Motiveer dossier 1 beter.' },
    };
    expect((await api.refused(contract.sendBackBatch, back, { as: officer })).code).toBe('permission.missing');
    const { revision } = await api.ok(contract.sendBackBatch, back, { as: draft.minister });
    expect(
      (await api.refused(contract.sendBackBatch, { ...back, body: { ...back.body, revision } }, { as: draft.minister }))
        .code,
    ).toBe('lifecycle.not-allowed');
    const told = await api.sql(`SELECT body FROM outgoing_mail WHERE person_id = $1`, [officer.id]);
    expect(JSON.stringify(told)).toContain('Motiveer dossier 1 beter.');
    await givenPreparedBatch(api, { ...draft, revision });
  });
});

test('a file that is withdrawn before the signature leaves its batch, and the last one takes the batch along', async () => {
  const { draft, ranked, officer } = await givenDraftOfCall(api, 2);
  const prepared = await givenPreparedBatch(api, draft);
  const [first, second] = ranked.applications;
  const withdraw = (file: typeof first) =>
    api.ok(
      applications.withdrawApplication,
      { params: { applicationId: file?.id ?? '' }, body: { reason: '' } },
      { as: file?.organisation.representative ?? null },
    );
  await withdraw(first);
  const sign = { params: { batchId: draft.batchId }, body: { revision: prepared.revision, signatoryTitle } };
  expect((await api.refused(contract.signBatch, sign, { as: draft.minister })).code).toBe('record.stale');
  await api.work();
  const batch = await readBatch(draft.batchId, officer);
  expect(batch.rows.map(({ applicationId }) => applicationId)).toEqual([second?.id]);
  await withdraw(second);
  await api.work();
  expect((await readBatch(draft.batchId, officer)).state).toBe('discarded');
  const { rows } = await api.ok(contract.listBatches, { query: {} }, { as: officer });
  expect(rows.map(({ id }) => id)).not.toContain(draft.batchId);
});
