import { decisions as contract } from '@commonlot/contracts';
import { cents } from '@commonlot/domain';
import { givenDraftOfCall, givenPreparedBatch, givenSignature, unchangedDecision } from '../testing/given-decision.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.start();
});
afterAll(() => api.stop());

const signatoryTitle = 'Minister';
const readBatch = (batchId: string, as: TestPerson) => api.ok(contract.readBatch, { params: { batchId } }, { as });
const readDecision = (decisionId: string, as: TestPerson) =>
  api.ok(contract.readDecision, { params: { decisionId } }, { as });

describe('a decision', () => {
  test('is changed by the office in a draft, and by the minister once it is prepared', async () => {
    const { draft, officer } = await givenDraftOfCall(api);
    const decisionId = draft.decisions[0]?.id ?? '';
    const params = { decisionId };
    const body = await unchangedDecision(api, decisionId, officer);
    expect((await api.refused(contract.saveDecision, { params, body }, { as: draft.minister })).code).toBe(
      'permission.missing',
    );
    const less = { ...body, amountCents: cents(5_000_00) };
    expect(await api.ok(contract.saveDecision, { params, body: less }, { as: officer })).toEqual({
      revision: 1,
      blockers: [],
    });
    expect((await api.refused(contract.saveDecision, { params, body: less }, { as: officer })).code).toBe(
      'record.stale',
    );
    const batchParams = { batchId: draft.batchId };
    const seen = { params: batchParams, body: { revision: draft.revision } };
    expect((await api.refused(contract.prepareBatch, seen, { as: officer })).code).toBe('record.stale');
    const { revision } = await readBatch(draft.batchId, officer);
    const prepared = await givenPreparedBatch(api, { ...draft, revision });
    const again = { ...less, revision: 1 };
    expect((await api.refused(contract.saveDecision, { params, body: again }, { as: officer })).code).toBe(
      'permission.missing',
    );
    await api.ok(contract.saveDecision, { params, body: again }, { as: draft.minister });
    const stale = { params: batchParams, body: { revision: prepared.revision, signatoryTitle } };
    expect((await api.refused(contract.signBatch, stale, { as: draft.minister })).code).toBe('record.stale');
    const signed = await readBatch(draft.batchId, draft.minister);
    await givenSignature(api, draft.batchId, signed.revision, draft.minister);
    const late = { params, body: { ...again, revision: 2 } };
    expect((await api.refused(contract.saveDecision, late, { as: draft.minister })).code).toBe('lifecycle.not-allowed');
  });

  test('that leaves the ranking needs its reason before it can be signed', async () => {
    const { draft, officer } = await givenDraftOfCall(api);
    const last = draft.decisions.at(-1);
    const params = { decisionId: last?.id ?? '' };
    const body = {
      ...(await unchangedDecision(api, params.decisionId, officer)),
      outcome: 'award' as const,
      amountCents: cents(1_000_00),
      reason: 'Het project bereikt mensen die geen ander project bereikt.',
    };
    const { blockers } = await api.ok(contract.saveDecision, { params, body }, { as: officer });
    expect(blockers).toEqual(['deviation-reason-missing']);
    const batch = await readBatch(draft.batchId, officer);
    expect(batch.may.prepare).toBe(false);
    expect(batch.checks.find(({ code }) => code === 'deviations')).toEqual({
      code: 'deviations',
      isMet: false,
      failing: 1,
    });
    const prepare = { params: { batchId: draft.batchId }, body: { revision: batch.revision } };
    expect(await api.refused(contract.prepareBatch, prepare, { as: officer })).toMatchObject({
      code: 'decision.incomplete',
      details: { files: [{ decisionId: last?.id, blockers: ['deviation-reason-missing'] }] },
    });
    const explained = {
      ...body,
      revision: 1,
      deviationReason: 'De minister wil deze streek niet zonder project laten.',
    };
    expect((await api.ok(contract.saveDecision, { params, body: explained }, { as: officer })).blockers).toEqual([]);
    expect((await readDecision(params.decisionId, officer)).isDeviation).toBe(true);
  });

  test('that is turned keeps no reason of the other outcome, in the act neither', async () => {
    const { draft, officer } = await givenDraftOfCall(api, 1);
    const params = { decisionId: draft.decisions[0]?.id ?? '' };
    const award = await unchangedDecision(api, params.decisionId, officer);
    const refusal = { ...award, outcome: 'refuse' as const, amountCents: null };
    const turned = await api.ok(contract.saveDecision, { params, body: refusal }, { as: officer });
    expect(turned.blockers).toEqual(['reason-missing', 'deviation-reason-missing']);
    expect(await readDecision(params.decisionId, officer)).toMatchObject({ reason: '', publicReason: '' });

    const reason = 'Dezelfde kosten worden al door een andere subsidie betaald.';
    const explained = { ...refusal, revision: turned.revision, reason, publicReason: '', deviationReason: reason };
    expect((await api.ok(contract.saveDecision, { params, body: explained }, { as: officer })).blockers).toEqual([]);
    const { revision } = await readBatch(draft.batchId, officer);
    const prepared = await givenPreparedBatch(api, { ...draft, revision });
    await givenSignature(api, draft.batchId, prepared.revision, draft.minister);
    const [signed] = await api.sql('SELECT reason, public_reason, act FROM decision WHERE id = $1', [
      params.decisionId,
    ]);
    expect(signed).toMatchObject({ reason, public_reason: '', act: { instalments: [], proofs: [] } });
    expect(JSON.stringify(signed)).not.toContain(award.reason);
  });

  test('says nothing that no decision can say', async () => {
    const { draft, officer } = await givenDraftOfCall(api, 1);
    const params = { decisionId: draft.decisions[0]?.id ?? '' };
    const body = await unchangedDecision(api, params.decisionId, officer);
    const save = (change: object) =>
      api.refused(contract.saveDecision, { params, body: { ...body, ...change } }, { as: officer });
    const faults = (path: string, code: string) => ({
      code: 'decision.invalid',
      details: { faults: [{ path, code }] },
    });
    expect(await save({ amountCents: null })).toMatchObject(faults('amountCents', 'amount-missing'));
    expect(await save({ outcome: 'refuse' })).toMatchObject(faults('amountCents', 'amount-without-award'));
    expect(await save({ outcome: 'exclude', amountCents: null })).toMatchObject(faults('outcome', 'outcome-unfit'));
    expect(await save({ criterionReasons: { beauty: 'x' } })).toMatchObject(
      faults('criterionReasons.beauty', 'criterion-unknown'),
    );
    expect((await save({ reason: 'x'.repeat(4001) })).code).toBe('request.malformed');
    expect((await save({ act: { ...body.act, sealed: true } })).code).toBe('request.malformed');
    const missing = { params: { decisionId: '00000000-0000-4000-8000-000000000000' }, body };
    expect((await api.refused(contract.saveDecision, missing, { as: officer })).code).toBe('record.missing');
  });
});
