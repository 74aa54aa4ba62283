import { applications, decisions as contract, reviews } from '@commonlot/contracts';
import { cents } from '@commonlot/domain';
import { givenSubmittedApplication } from '../testing/given-application.js';
import { givenOpenCall, whenClosed } from '../testing/given-call.js';
import { givenDraftBatch, givenDraftOfCall, givenReleasedBatch, unchangedDecision } from '../testing/given-decision.js';
import { givenAssignedCall, givenSharedPlan } from '../testing/given-review.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.start();
});
afterAll(() => api.stop());

const readBatch = (batchId: string, as: TestPerson) => api.ok(contract.readBatch, { params: { batchId } }, { as });
const readDecision = (decisionId: string, as: TestPerson) =>
  api.ok(contract.readDecision, { params: { decisionId } }, { as });

describe('a batch of a call', () => {
  test('proposes what the ranking says, with reasons and acts that lack nothing', async () => {
    const { draft, officer, ranked } = await givenDraftOfCall(api);
    const batch = await readBatch(draft.batchId, officer);
    expect(batch.rows.map(({ outcome }) => outcome)).toEqual(['award', 'award', 'refuse']);
    expect(batch).toMatchObject({
      state: 'draft',
      awards: 2,
      awardedCents: 12_000_00,
      incomplete: 0,
      envelopeCents: 13_000_00,
    });
    expect(batch.checks.every(({ isMet }) => isMet)).toBe(true);
    expect(batch.may).toEqual({ edit: true, prepare: true, sendBack: false, sign: false, release: false });
    const decision = await readDecision(batch.rows[0]?.id ?? '', officer);
    expect(decision).toMatchObject({
      advisedOutcome: 'award',
      rankingPosition: 1,
      isDeviation: false,
      previousId: null,
    });
    expect(decision.nextId).toBe(batch.rows[1]?.id);
    expect(Object.keys(decision.criterionReasons).toSorted()).toEqual(ranked.criteria.map(({ id }) => id).toSorted());
    expect(decision.criteria[0]?.comments).toHaveLength(1);
    expect(decision.act?.legalGrounds.join()).toContain('22 mei 2003');
    expect(decision.act?.instalments.map(({ percent }) => percent)).toEqual([80, 20]);
    expect(decision.act?.remedies.days).toBe(60);
  });

  test('waits for a complete ranking, and for the screening of every file', async () => {
    const assigned = await givenAssignedCall(api, { files: 1 });
    const body = { callId: assigned.call.id, directFileIds: [] };
    const create = () => api.refused(contract.createBatch, { body }, { as: assigned.officer });
    expect(await create()).toMatchObject({ code: 'decision.ranking-incomplete', details: { waitingReviews: 1 } });
    const missing = { body: { callId: '00000000-0000-4000-8000-000000000000', directFileIds: [] } };
    expect((await api.refused(contract.createBatch, missing, { as: assigned.officer })).code).toBe('record.missing');
    const plan = await givenSharedPlan(api);
    const open = await givenOpenCall(api, { lineId: plan.lineId('1.3') });
    await givenSubmittedApplication(api, open);
    whenClosed(api, open);
    expect(
      (await api.refused(contract.createBatch, { body: { callId: open.id, directFileIds: [] } }, { as: open.officer }))
        .code,
    ).toBe('decision.ranking-incomplete');
  });

  test('is made once, and closes the file to more reviewers', async () => {
    const { draft, officer, ranked } = await givenDraftOfCall(api, 1);
    const body = { callId: ranked.call.id, directFileIds: [] };
    expect((await api.refused(contract.createBatch, { body }, { as: officer })).code).toBe('record.duplicate');
    const reviewer = await api.person(['reviewer']);
    const pairs = [{ applicationId: ranked.applications[0]?.id ?? '', reviewerId: reviewer.id }];
    const assign = { params: { callId: ranked.call.id }, body: { pairs, dueAt: null } };
    expect((await api.refused(reviews.assignReviewers, assign, { as: officer })).code).toBe('lifecycle.not-allowed');
    await givenReleasedBatch(api, draft);
    expect((await api.refused(contract.createBatch, { body }, { as: officer })).code).toBe('lifecycle.not-allowed');
  });

  test('confirms exclusions with their reasons, and promises nothing to a refused file', async () => {
    const plan = await givenSharedPlan(api);
    const call = await givenOpenCall(api, { lineId: plan.lineId('1.3') });
    const sent = await givenSubmittedApplication(api, call, { fileLanguage: 'fr' });
    whenClosed(api, call);
    const text = 'Le projet se déroule hors de Belgique.';
    const exclusion = { revision: sent.revision, reasons: [{ code: 'outside-scope' as const, text }] };
    await api.ok(
      applications.excludeApplication,
      { params: { applicationId: sent.id }, body: exclusion },
      { as: call.officer },
    );
    const draft = await givenDraftBatch(api, call.officer, { callId: call.id, directFileIds: [] });
    const decisionId = draft.decisions[0]?.id ?? '';
    const decision = await readDecision(decisionId, call.officer);
    expect(decision).toMatchObject({ outcome: 'exclude', language: 'fr', blockers: [], criteria: [] });
    expect(decision.reason).toContain(text);
    const award = {
      ...(await unchangedDecision(api, decisionId, call.officer)),
      outcome: 'award' as const,
      amountCents: cents(1_00),
    };
    expect(
      (await api.refused(contract.saveDecision, { params: { decisionId }, body: award }, { as: call.officer })).code,
    ).toBe('decision.invalid');
    await givenReleasedBatch(api, draft);
    const own = await api.ok(
      applications.readOwnApplication,
      { params: { applicationId: sent.id } },
      { as: sent.organisation.representative },
    );
    expect(own.releasedState).toBe('not-admissible');
    const [signed] = await api.sql<{ act: object }>('SELECT act FROM decision WHERE id = $1', [decisionId]);
    expect(signed?.act).toMatchObject({ instalments: [], proofs: [], recoveryClause: '' });
  });
});

test('batches are listed newest first, page by page, with what they still lack', async () => {
  const { draft, officer } = await givenDraftOfCall(api);
  const params = { decisionId: draft.decisions[0]?.id ?? '' };
  const body = { ...(await unchangedDecision(api, params.decisionId, officer)), reason: 'kort' };
  await api.ok(contract.saveDecision, { params, body }, { as: officer });
  const first = await api.ok(contract.listBatches, { query: { limit: 1 } }, { as: officer });
  expect(first.rows[0]).toMatchObject({ id: draft.batchId, decisions: 3, incomplete: 1, lineCode: '1.3' });
  const next = await api.ok(contract.listBatches, { query: { limit: 200, after: first.next ?? '' } }, { as: officer });
  const { callId } = await readBatch(draft.batchId, officer);
  const ofCall = await api.ok(contract.listBatches, { query: { callId: callId ?? '' } }, { as: officer });
  expect(ofCall).toMatchObject({ rows: [{ id: draft.batchId }], next: null });
  const numbers = next.rows.map(({ number }) => number);
  expect(numbers).toEqual(numbers.toSorted().toReversed());
  expect(numbers).not.toContain(draft.number);
  for (const endpoint of [contract.readBatch, contract.prepareBatch]) {
    const missing = { params: { batchId: '00000000-0000-4000-8000-000000000000' }, body: { revision: 0 } };
    expect((await api.refused(endpoint, missing, { as: officer })).code).toBe('record.missing');
  }
});
