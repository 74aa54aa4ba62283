import { decisions as contract } from '@commonlot/contracts';
import { cents } from '@commonlot/domain';
import { givenDirectFileAwarded, givenDraftBatch, givenProposedDirectFile } from '../testing/given-decision.js';
import { givenOrganisation } from '../testing/given-organisations.js';
import { bringIntoForce, givenDraft, givenLine, usualLines } from '../testing/given-plan.js';
import { givenSharedPlan } from '../testing/given-review.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';

let api: TestApi;
let officer: TestPerson;
beforeAll(async () => {
  api = await TestApi.start();
  officer = await api.person(['officer']);
});
afterAll(() => api.stop());

const nobody = '00000000-0000-4000-8000-000000000000';

async function fields(code = '1.2') {
  const organisation = await givenOrganisation(api);
  const plan = await givenSharedPlan(api);
  return {
    lineId: plan.lineId(code),
    organisationId: organisation.id,
    fileLanguage: 'de' as const,
    title: 'Betrieb <b>',
    purpose: 'Betriebskosten des Hauses der Musik im laufenden Jahr.',
    requestedCents: cents(10_000_00),
  };
}

test('a direct file is begun once, changed while it is a draft, and proposed', async () => {
  const body = await fields();
  const key = '6f1d1c9e-6f5d-4a5e-9a57-0a64cdd5a001';
  const both = await Promise.all([0, 1].map(() => api.ok(contract.createDirectFile, { body }, { as: officer, key })));
  expect(both[0]).toEqual(both[1]);
  const params = { directFileId: both[0]?.id ?? '' };
  const saved = await api.ok(
    contract.saveDirectFile,
    { params, body: { ...body, title: 'Betrieb', revision: 0 } },
    { as: officer },
  );
  const stale = { params, body: { revision: 0 } };
  expect((await api.refused(contract.proposeDirectFile, stale, { as: officer })).code).toBe('record.stale');
  const proposals = await Promise.all(
    [0, 1].map(() => api.call(contract.proposeDirectFile, { params, body: saved }, { as: officer })),
  );
  expect(proposals.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  const file = await api.ok(contract.readDirectFile, { params }, { as: officer });
  expect(file).toMatchObject({ state: 'proposed', title: 'Betrieb', lineCode: '1.2', batchId: null, revision: 2 });
  expect(file.number).toMatch(/^2026-D[0-9]{4}$/);
  const late = { params, body: { ...body, revision: 2 } };
  expect((await api.refused(contract.saveDirectFile, late, { as: officer })).code).toBe('lifecycle.not-allowed');
  expect((await api.refused(contract.proposeDirectFile, { params, body: { revision: 2 } }, { as: officer })).code).toBe(
    'lifecycle.not-allowed',
  );
});

test('a line must name a beneficiary, and no other one', async () => {
  const body = await fields('1.3');
  const create = (change: object) =>
    api.refused(contract.createDirectFile, { body: { ...body, ...change } }, { as: officer });
  expect((await create({})).code).toBe('direct-file.line-unfit');
  expect((await create({ lineId: nobody })).code).toBe('record.missing');
  const named = await fields('1.1');
  expect((await create({ lineId: named.lineId, organisationId: nobody })).code).toBe('record.missing');
  expect((await create({ lineId: named.lineId, requestedCents: 0 })).code).toBe('direct-file.incomplete');
  expect((await create({ lineId: named.lineId, purpose: 'too short' })).code).toBe('request.malformed');
  expect((await create({ lineId: named.lineId, state: 'proposed' })).code).toBe('request.malformed');
});

test('a line that names its beneficiary by number takes nobody else', async () => {
  const organisation = await givenOrganisation(api);
  const [drafter, approver] = [await api.person(['minister']), await api.person(['minister'])];
  const lines = [
    ...usualLines,
    givenLine('1.7', { amountCents: cents(1_000_00), beneficiaryNumber: organisation.enterpriseNumber }),
  ];
  const draft = await givenDraft(api, drafter, { year: 2031, lines });
  await bringIntoForce(api, drafter, approver, draft);
  const [line] = await api.sql<{ line_id: string }>(
    `SELECT line_id FROM plan_version_line WHERE version_id = $1 AND code = '1.7'`,
    [draft.versionId],
  );
  const lineId = line?.line_id ?? '';
  const body = { ...(await fields()), lineId, requestedCents: cents(1_000_01) };
  expect((await api.refused(contract.createDirectFile, { body }, { as: officer })).code).toBe('direct-file.line-unfit');
  const own = { ...body, organisationId: organisation.id };
  const { id, revision } = await api.ok(contract.createDirectFile, { body: own }, { as: officer });
  const params = { directFileId: id };
  expect((await api.ok(contract.readDirectFile, { params }, { as: officer })).number).toMatch(/^2031-D/);
  const saveElsewhere = { params, body: { ...own, organisationId: body.organisationId, revision } };
  expect((await api.refused(contract.saveDirectFile, saveElsewhere, { as: officer })).code).toBe(
    'direct-file.line-unfit',
  );
  expect(await api.refused(contract.proposeDirectFile, { params, body: { revision } }, { as: officer })).toMatchObject({
    code: 'direct-file.incomplete',
    details: { blockers: ['amount-above-available'] },
  });
});

test('a line without an amount grants nothing yet', async () => {
  const { id, revision } = await api.ok(contract.createDirectFile, { body: await fields('1.6') }, { as: officer });
  const problem = await api.refused(
    contract.proposeDirectFile,
    { params: { directFileId: id }, body: { revision } },
    { as: officer },
  );
  expect(problem.code).toBe('direct-file.incomplete');
  expect(problem.details).toMatchObject({ blockers: expect.arrayContaining(['line-without-amount']) });
});

test('files are listed newest first, page by page, for staff only', async () => {
  for (let index = 0; index < 3; index += 1) await givenProposedDirectFile(api, officer);
  const first = await api.ok(contract.listDirectFiles, { query: { limit: 2, state: 'proposed' } }, { as: officer });
  const next = await api.ok(
    contract.listDirectFiles,
    { query: { limit: 2, after: first.next ?? '' } },
    { as: officer },
  );
  const numbers = [...first.rows, ...next.rows].map(({ number }) => number);
  expect(numbers).toEqual(numbers.toSorted().toReversed());
  expect(new Set(numbers).size).toBe(4);
  const controller = await api.person(['controller']);
  expect((await api.ok(contract.listDirectFiles, {}, { as: controller })).rows.length).toBeGreaterThan(2);
  const stranger = await api.person([]);
  expect((await api.refused(contract.listDirectFiles, {}, { as: stranger })).code).toBe('permission.missing');
  const params = { directFileId: nobody };
  expect((await api.refused(contract.readDirectFile, { params }, { as: officer })).code).toBe('record.missing');
});

test('the way of a direct file ends with an award that its beneficiary reads', async () => {
  const { directFileId, decisionId, organisation, amountCents, lineId } = await givenDirectFileAwarded(api);
  const file = await api.ok(contract.readDirectFile, { params: { directFileId } }, { as: officer });
  expect(file).toMatchObject({ state: 'awarded', decisionId });
  const letter = await api.ok(contract.readLetter, { params: { decisionId } }, { as: organisation.representative });
  expect(String(letter).slice(0, 5)).toBe('%PDF-');
  const [account] = await api.sql(
    `SELECT balance_cents::int AS cents FROM ledger_account WHERE kind = 'committed' AND line_id = $1 AND subject_id = $2`,
    [lineId, decisionId],
  );
  expect(account).toEqual({ cents: amountCents });
});

test('a batch takes proposed files of one line, each once', async () => {
  const first = await givenProposedDirectFile(api, officer);
  const second = await givenProposedDirectFile(api, officer);
  const plan = await givenSharedPlan(api);
  const elsewhere = await givenProposedDirectFile(api, officer, { lineId: plan.lineId('1.5') });
  const create = (directFileIds: string[]) =>
    api.refused(contract.createBatch, { body: { callId: null, directFileIds } }, { as: officer });
  expect((await create([])).code).toBe('request.malformed');
  expect((await create([first.id, elsewhere.id])).code).toBe('request.malformed');
  expect((await create([nobody])).code).toBe('record.missing');
  const draft = await givenDraftBatch(api, officer, { callId: null, directFileIds: [second.id, first.id] });
  expect(draft.decisions).toHaveLength(2);
  expect((await create([first.id])).code).toBe('record.duplicate');
  const unproposed = await api.ok(contract.createDirectFile, { body: await fields() }, { as: officer });
  expect((await create([unproposed.id])).code).toBe('lifecycle.not-allowed');
  const [decision] = draft.decisions;
  const read = await api.ok(contract.readDecision, { params: { decisionId: decision?.id ?? '' } }, { as: officer });
  expect(read).toMatchObject({
    outcome: 'award',
    advisedOutcome: null,
    isDeviation: false,
    blockers: [],
    criteria: [],
  });
  expect(read.act?.instalments.map(({ percent }) => percent)).toEqual([50, 50]);
});
