import { plan as planContract, register } from '@commonlot/contracts';
import { cents } from '@commonlot/domain';
import { bringIntoForce, type GivenLine, givenDraft, givenLine } from '../testing/given-plan.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';
import { RefreshPlan } from './index.js';

const missing = expect.objectContaining({ code: 'record.missing', status: 404 });

let api: TestApi;
let drafter: TestPerson;
let approver: TestPerson;
let first: { versionId: string; revision: number };
beforeAll(async () => {
  api = await TestApi.start();
  drafter = await api.person(['minister']);
  approver = await api.person(['minister']);
  first = await givenDraft(api, drafter, { year: 2025, lines: [amount('1', 10), amount('2', 20), amount('3', 30)] });
  await enterIntoForce(first);
});
afterAll(() => api.stop());

function amount(code: string, euros: number, change: Partial<GivenLine> = {}): GivenLine {
  return givenLine(code, { amountCents: cents(euros * 100), ...change });
}

async function enterIntoForce(draft: { versionId: string; revision: number }): Promise<void> {
  await bringIntoForce(api, drafter, approver, draft);
  await api.get(RefreshPlan).run(draft.versionId);
}

async function idsOf(versionId: string): Promise<(code: string) => string> {
  const { lines } = await api.ok(planContract.readPlanVersion, { params: { versionId } }, { as: drafter });
  return (code) => lines.find((line) => line.code === code)?.lineId ?? '';
}

const compare = (year: number, from: number, to: number, fromYear?: number) =>
  api.ok(register.readPublicPlanDifference, {
    params: { year },
    query: { from, to, ...(fromYear === undefined ? {} : { fromYear }) },
  });
const refused = (year: number, from: number, to: number, fromYear?: number) =>
  api.refused(register.readPublicPlanDifference, {
    params: { year },
    query: { from, to, ...(fromYear === undefined ? {} : { fromYear }) },
  });

test('everybody reads what changed between versions that were in force, and of a draft nothing', async () => {
  const idOf = await idsOf(first.versionId);
  const draft = await givenDraft(api, drafter, {
    year: 2025,
    lines: [
      amount('1', 12, { lineId: idOf('1'), coMinister: 'Minister van Begroting', sector: 'health' }),
      amount('4', 50, { predecessorIds: [idOf('2'), idOf('3')] }),
    ],
  });
  await api.get(RefreshPlan).run(draft.versionId);
  expect(await refused(2025, 1, 2)).toEqual(missing);
  expect(await refused(2025, 2, 2)).toEqual(missing);
  expect(await refused(2025, 1, 9)).toEqual(missing);
  expect(await refused(1999, 1, 1)).toEqual(missing);

  await enterIntoForce(draft);
  const found = await compare(2025, 1, 2);
  const head = { year: 2025, stage: 'provisional', decreeReference: 'Royal Decree 2026000001', decreeOn: '2026-01-05' };
  expect(found.before).toEqual({ ...head, number: 1, totalCents: 60_00, accountsReference: null });
  expect(found.after).toEqual({ ...head, number: 2, totalCents: 62_00, accountsReference: null });
  expect(found.differenceCents).toBe(2_00);
  expect(found.moves.map(({ kind, differences, differenceCents }) => [kind, differences, differenceCents])).toEqual([
    ['changed', ['amount'], 2_00],
    ['merged', ['code', 'label'], 0],
  ]);
  expect(await compare(2025, 2, 1)).toEqual(found);
  expect((await compare(2025, 2, 2)).moves.map(({ kind }) => kind)).toEqual(['same', 'same']);
  expect(await refused(2025, 1, 3)).toEqual(missing);
});

test('a definitive plan of the next year names the accounts, and its lines are followed to those of the year before', async () => {
  const old = await idsOf(first.versionId);
  const body = {
    year: 2026,
    stage: 'definitive' as const,
    totalCents: cents(70_00),
    source: '',
    remark: null,
    fromVersionId: first.versionId,
  };
  const { id: versionId, revision } = await api.ok(planContract.createPlanVersion, { body }, { as: drafter });
  const idOf = await idsOf(versionId);
  const lines = [
    amount('1', 10, { lineId: idOf('1'), predecessorIds: [old('1')] }),
    amount('2', 60, { lineId: idOf('2'), predecessorIds: [old('2'), old('3')] }),
  ];
  const saved = await api.ok(
    planContract.savePlanLines,
    { params: { versionId }, body: { totalCents: body.totalCents, lines, revision } },
    { as: drafter },
  );
  expect(await refused(2026, 1, 1, 2025)).toEqual(missing);
  await enterIntoForce({ versionId, revision: saved.revision });

  const found = await compare(2026, 1, 1, 2025);
  expect(found.before).toMatchObject({ year: 2025, number: 1 });
  expect(found.after).toMatchObject({ year: 2026, number: 1, accountsReference: 'General meeting of 2026' });
  expect(found.moves.map(({ kind, differenceCents }) => [kind, differenceCents])).toEqual([
    ['same', 0],
    ['merged', 10_00],
  ]);
  const shown = await api.ok(register.readPublicPlan, { params: { year: 2026 } });
  expect(shown).toMatchObject({ accountsReference: 'General meeting of 2026' });
});

test('a cache may keep the answer and ask whether it still holds', async () => {
  const input = { params: { year: 2025 }, query: { from: 1, to: 1 } };
  const answer = await api.call(register.readPublicPlanDifference, input);
  expect(answer.headers['cache-control']).toBe('public, no-cache');
  const headers = { 'if-none-match': String(answer.headers['etag']) };
  expect((await api.call(register.readPublicPlanDifference, input, { headers })).status).toBe(304);
});
