import { plan as contract } from '@commonlot/contracts';
import { cents } from '@commonlot/domain';
import { bringIntoForce, type GivenLine, givenDraft, givenLine } from '../testing/given-plan.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';

let api: TestApi;
let drafter: TestPerson;
let approver: TestPerson;
beforeAll(async () => {
  api = await TestApi.start({ processes: 2 });
  drafter = await api.person(['minister'], 'Dana Drafter');
  approver = await api.person(['minister'], 'Arno Approver');
});
afterAll(() => api.stop());

const promise = (year: number, amountCents: number, reference = 'MB 1') => ({
  ...{ year, amountCents: cents(amountCents), reference },
});
const asked = { adviser: 'Begroting', askedOn: '2026-01-05', givenOn: '2026-01-09', reference: 'Nota 7' };
const dutiful = givenLine('1', {
  amountCents: cents(100),
  coMinister: 'Begroting',
  commitments: [promise(2046, 30, 'MB 2'), promise(2045, 20), promise(2046, 10)],
  advice: asked,
});
const read = async (versionId: string) =>
  (await api.ok(contract.readPlanVersion, { params: { versionId } }, { as: drafter })).lines;
const save = (versionId: string, revision: number, lines: GivenLine[], process = 0) =>
  api.call(
    contract.savePlanLines,
    { params: { versionId }, body: { totalCents: 100, lines, revision } },
    { as: drafter, process },
  );
const copy = async (fromVersionId: string, year: number) => {
  const head = { year, stage: 'provisional' as const, totalCents: 100, source: '', remark: null, fromVersionId };
  return (await api.ok(contract.createPlanVersion, { body: head }, { as: drafter })).id;
};

test('commitments and advice are saved with the line, change with it, and go with it', async () => {
  const { versionId, revision } = await givenDraft(api, drafter, { year: 2044, lines: [dutiful], totalCents: 100 });
  const [line] = await read(versionId);
  expect(line).toMatchObject({
    commitments: [promise(2045, 20), promise(2046, 10), promise(2046, 30, 'MB 2')],
    advice: asked,
  });
  const changed = givenLine('1', {
    lineId: line?.lineId ?? null,
    amountCents: cents(100),
    coMinister: 'Begroting',
    commitments: [promise(2047, 5)],
  });
  expect(await save(versionId, revision, [changed])).toMatchObject({ status: 200, body: { revision: revision + 1 } });
  expect(await read(versionId)).toMatchObject([{ commitments: [promise(2047, 5)], advice: null }]);
  expect(await save(versionId, revision, [dutiful])).toMatchObject({ status: 409, body: { code: 'record.stale' } });
  expect(await save(versionId, revision + 1, [])).toMatchObject({ status: 200 });
  expect(await api.sql('SELECT 1 FROM plan_version_line_commitment WHERE version_id = $1', [versionId])).toEqual([]);
});

test('a version of the same year takes all of it over, one of a later year what is later and whom to ask', async () => {
  const { versionId } = await givenDraft(api, drafter, { year: 2044, lines: [dutiful], totalCents: 100 });
  const [line] = await read(versionId);
  expect(await read(await copy(versionId, 2044))).toMatchObject([
    { lineId: line?.lineId, commitments: line?.commitments, advice: asked },
  ]);
  expect(await read(await copy(versionId, 2045))).toMatchObject([
    {
      commitments: [promise(2046, 10), promise(2046, 30, 'MB 2')],
      advice: { adviser: 'Begroting', askedOn: null, givenOn: null, reference: '' },
      predecessorIds: [line?.lineId],
    },
  ]);
  expect(await read(await copy(versionId, 2046))).toMatchObject([{ commitments: [] }]);
});

test('a draft that holds less than was promised is warned about in the editor and can still be saved', async () => {
  const before = await givenDraft(api, drafter, { year: 2054, lines: [dutifulIn(2055)], totalCents: 100 });
  const id = await copy(before.versionId, 2055);
  const [line] = await read(id);
  const less = givenLine('1', { lineId: line?.lineId ?? null, predecessorIds: line?.predecessorIds ?? [] });
  expect(await save(id, 0, [less])).toMatchObject({ status: 200, body: { unassignedCents: 100 } });
});
const dutifulIn = (year: number) => givenLine('1', { amountCents: cents(100), commitments: [promise(year, 20)] });

test.each<[string, Partial<GivenLine>, string, string]>([
  ['of the same year', { commitments: [promise(2044, 1)] }, 'commitments', 'commitment-not-later'],
  ['twice', { commitments: [promise(2045, 1), promise(2045, 2)] }, 'commitments', 'commitment-duplicate'],
  ['without a minister', { advice: asked }, 'advice', 'advice-without-minister'],
  [
    'given before it was asked',
    { coMinister: 'B', advice: { ...asked, givenOn: '2026-01-04' } },
    'advice',
    'advice-days-wrong',
  ],
])('a commitment or advice %s is refused by its row, and nothing is saved', async (_case, change, column, code) => {
  const { versionId, revision } = await givenDraft(api, drafter, { year: 2044, lines: [], totalCents: 100 });
  expect(await save(versionId, revision, [givenLine('1', change)])).toMatchObject({
    status: 422,
    body: { code: 'plan.lines-invalid', details: { errors: [{ row: 0, column, code }] } },
  });
  expect(await read(versionId)).toEqual([]);
});

test.each([
  [{ commitments: [{ year: 2045, amountCents: 0, reference: 'MB' }] }],
  [{ commitments: [{ year: 2045, amountCents: 5, reference: ' ' }] }],
  [{ commitments: [{ year: 2045, amountCents: 5, reference: 'MB', by: 'me' }] }],
  [{ advice: { ...asked, askedOn: '2026-02-30' } }],
  [{ advice: { ...asked, adviser: '' } }],
])('%j is no commitment and no advice', async (change) => {
  const { versionId, revision } = await givenDraft(api, drafter, { year: 2044, lines: [], totalCents: 100 });
  const answer = await save(versionId, revision, [givenLine('1', change as Partial<GivenLine>)]);
  expect(answer).toMatchObject({ status: 400, body: { code: 'request.malformed' } });
});

test('in force they stand as they were, and of two saves at once one is told that the other was first', async () => {
  const draft = await givenDraft(api, drafter, { year: 2043, lines: [dutiful], totalCents: 100 });
  const answers = await Promise.all([0, 1].map((process) => save(draft.versionId, draft.revision, [dutiful], process)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  await bringIntoForce(api, drafter, approver, { versionId: draft.versionId, revision: draft.revision + 1 });
  expect(await read(draft.versionId)).toMatchObject([{ commitments: expect.any(Array), advice: asked }]);
  for (const change of [
    'DELETE FROM plan_version_line_commitment WHERE version_id = $1',
    'DELETE FROM plan_version_line_advice WHERE version_id = $1',
  ]) {
    await expect(api.sql(change, [draft.versionId])).rejects.toThrow(/is no draft/);
  }
});
