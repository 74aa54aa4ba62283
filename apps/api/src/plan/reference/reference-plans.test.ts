import { plan as contract } from '@commonlot/contracts';
import {
  type Cents,
  communityShares,
  computeFormulas,
  leafSum,
  lineKinds,
  planLineErrors,
  subtotals,
} from '@commonlot/domain';
import { bringIntoForce } from '../../testing/given-plan.js';
import { TestApi } from '../../testing/test-api.js';
import { continuedDemonstration, demonstrationPlan, factsOf, keyOf2017 } from './demonstration-plan.js';
import { plan2008 } from './plan-2008.js';
import { plan2017 } from './plan-2017.js';
import { continued2021, plan2021 } from './plan-2021.js';
import { euros } from './reference-plan.js';

const plans = [plan2008, plan2017, plan2021, demonstrationPlan(2026)] as const;

const amountOf = (plan: Pick<(typeof plans)[number], 'lines'>, code: string) =>
  plan.lines.find((line) => line.code === code)?.amountCents as Cents;

test.each([
  [2008, plan2008, 225_300_000],
  [2017, plan2017, 185_362_018],
  [2021, plan2021, 200_000_000],
  [2026, demonstrationPlan(2026), 185_300_000],
])('the plan of %i is sound and adds up exactly', (_year, plan, total) => {
  const lines = factsOf(plan.lines);
  expect(planLineErrors(lines, plan.totalCents)).toEqual([]);
  expect([leafSum(lines), plan.totalCents]).toEqual([euros(total), euros(total)]);
});

test.each([
  ['1', 153_242_320],
  ['1.4', 61_822_320],
  ['2', 29_943_943],
  ['3', 16_198_080],
  ['4', 11_186_000],
  ['5', 3_760_000],
  ['6', 1_070_000],
  ['7', 9_049_657],
  ['8', 850_000],
])('rubric %s of 2008 holds what the Council of Ministers announced', (code, amount) => {
  expect(subtotals(factsOf(plan2008.lines)).get(code)).toBe(euros(amount));
});

test.each([
  ['1.1', 3_055_000],
  ['1.2', 17_014_000],
  ['1.3', 67_694_565],
  ['1.4', 50_863_338],
  ['2.1.1', 1_634_000],
  ['2.1.3', 9_800_000],
  ['2.2', 26_894_525],
])('line %s of 2017 is that of the decree', (code, amount) => {
  expect(subtotals(factsOf(plan2017.lines)).get(code)).toBe(euros(amount));
});

test.each([
  [plan2008, '1.4'],
  [plan2017, '1.4'],
  [plan2021, '1.1'],
  [demonstrationPlan(2026), '1.1'],
])('the Communities get what the special law gives them, to the euro', (plan, code) => {
  const [german, flemish, french] = [1, 2, 3].map((place) => amountOf(plan, `${code}.${place}`));
  const key = { numerator: flemish ?? 0, denominator: (flemish ?? 0) + (french ?? 0) };
  const { poolCents, ...parts } = communityShares(plan.totalCents, key);
  expect(parts).toEqual({ germanSpeakingCents: german, flemishCents: flemish, frenchCents: french });
  expect(poolCents).toBe((german ?? 0) + (flemish ?? 0) + (french ?? 0));
});

test.each([
  ['1.1', 54_880_000],
  ['1.1.1', 462_529],
  ['1.1.2', 32_896_994],
  ['1.1.3', 21_520_477],
  ['2.1', 84_708_565],
  ['2.2', 0],
  ['2.3', 9_800_000],
  ['3.1', 1_634_000],
  ['4', 46_727_505],
])('line %s of 2021 is that of the decree', (code, amount) => {
  expect(subtotals(factsOf(plan2021.lines)).get(code)).toBe(euros(amount));
});

test('the formulas of 2021 give the Communities of the decree, to the euro', () => {
  const lines = factsOf(plan2021.lines).map((line) => ({
    ...line,
    amountCents: line.formula ? null : line.amountCents,
  }));
  const { lines: computed, errors } = computeFormulas(lines, plan2021.totalCents);
  expect(errors).toEqual([]);
  const amounts = ['1.1.1', '1.1.2', '1.1.3'].map((code) => computed.find((line) => line.code === code)?.amountCents);
  expect(amounts).toEqual([462_529, 32_896_994, 21_520_477].map(euros));
  expect(plan2021.lines.filter(({ isPm }) => isPm).map(({ code }) => code)).toEqual(['2.2']);
});

test('every line of 2021 that continues others names lines of both plans, and the merged ones hold the same', () => {
  const codesOf = (plan: Pick<typeof plan2021, 'lines'>) => plan.lines.map(({ code }) => code);
  expect(codesOf(plan2021)).toEqual(expect.arrayContaining(Object.keys(continued2021)));
  expect(codesOf(plan2017)).toEqual(expect.arrayContaining(Object.values(continued2021).flat()));
  const merged = (continued2021['2.1'] ?? []).map((code) => amountOf(plan2017, code));
  expect(merged.reduce((sum, amount) => sum + amount, 0)).toBe(amountOf(plan2021, '2.1'));
});

test('the lines of the demonstration that continue lines of 2021 carry their names', () => {
  const { lines } = demonstrationPlan(2026);
  const nameOf = (plan: Pick<typeof plan2021, 'lines'>, code: string) =>
    plan.lines.find((line) => line.code === code)?.label.fr;
  for (const [code, [earlier = '']] of Object.entries(continuedDemonstration)) {
    expect(nameOf({ lines }, code)).toEqual(expect.any(String));
    if (!code.startsWith('3.')) expect([code, nameOf({ lines }, code)]).toEqual([code, nameOf(plan2021, earlier)]);
  }
});

test('the demonstration plays with the key of 2017, lines of every kind and words in four languages', () => {
  const plan = demonstrationPlan(2026);
  expect(amountOf(plan, '1.1.1')).toBe(euros(428_533));
  expect(amountOf(plan, '1.1.2')).toBe(communityShares(plan.totalCents, keyOf2017).flemishCents);
  expect([...new Set(plan.lines.map((line) => line.kind))].sort()).toEqual([...lineKinds].sort());
  expect(plan.lines.filter((line) => line.isPm).map((line) => line.code)).toEqual(['2.2']);
  for (const { label } of plan.lines) expect(Object.keys(label).sort()).toEqual(['de', 'en', 'fr', 'nl']);
});

describe('through the API', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await TestApi.start();
  });
  afterAll(() => api.stop());

  test.each(plans)('the plan of $year enters into force and gives out its total', async (plan) => {
    const { year, stage, totalCents, source } = plan;
    const drafter = await api.person(['minister']);
    const approver = await api.person(['minister']);
    const head = { year, stage, totalCents, source, remark: null, fromVersionId: null };
    const { id: versionId, revision } = await api.ok(contract.createPlanVersion, { body: head }, { as: drafter });
    const saved = await api.ok(
      contract.savePlanLines,
      { params: { versionId }, body: { totalCents, lines: [...plan.lines], revision } },
      { as: drafter },
    );
    expect(saved.unassignedCents).toBe(0);
    await bringIntoForce(api, drafter, approver, { versionId, revision: saved.revision });
    const [sum] = await api.sql<{ given: string }>(
      `SELECT sum(g.allocated_cents) AS given FROM ledger_line g JOIN plan_version_line l USING (line_id)
       WHERE l.version_id = $1`,
      [versionId],
    );
    expect(Number(sum?.given)).toBe(totalCents);
  });
});
