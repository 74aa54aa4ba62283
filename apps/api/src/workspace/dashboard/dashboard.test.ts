import { ledger, payments, workspace } from '@commonlot/contracts';
import { cents } from '@commonlot/domain';
import { Clock } from '../../platform/index.js';
import { givenOrganisation } from '../../testing/given-organisations.js';
import { GivenPayments } from '../../testing/given-payment.js';
import { givenAward, givenCallRow, givenPlanRows, post, release, takeBack } from '../../testing/given-rows.js';
import { TestApi, type TestPerson } from '../../testing/test-api.js';

let api: TestApi;
let auditor: TestPerson;
beforeEach(async () => {
  api = await TestApi.start();
  auditor = await api.person(['auditor']);
});
afterEach(() => api.stop());

const read = (query = {}, as = auditor) => api.ok(workspace.readDashboard, { query }, { as });
const figures = (allocatedCents: number, committedCents = 0, paidCents = 0, reservedCents = 0) => ({
  allocatedCents,
  reservedCents,
  committedCents,
  paidCents,
  availableCents: allocatedCents - committedCents - reservedCents,
});

test('there is no dashboard before a plan is in force, nor of a year without one', async () => {
  expect(await api.refused(workspace.readDashboard, {}, { as: auditor })).toMatchObject({ code: 'record.missing' });
  await givenPlanRows(api, 2026);
  const asked = { query: { year: 2025 } };
  expect(await api.refused(workspace.readDashboard, asked, { as: auditor })).toMatchObject({ code: 'record.missing' });
});

test('it shows the current year beside the year before, by rubric, kind and sector', async () => {
  const before = await givenPlanRows(api, 2025);
  const plan = await givenPlanRows(api, 2026);
  await givenPlanRows(api, 2028);
  api.get(Clock).set(new Date('2026-11-24T12:00:00Z'));
  // What the year before did until the same day of that year is nothing: its entries were made today.
  const alone = await read();
  expect(alone).toMatchObject({ year: 2026, years: [2028, 2026, 2025], versionId: plan.versionId });
  expect({ on: alone.on, beforeOn: alone.beforeOn }).toEqual({ on: '2026-11-24', beforeOn: '2025-11-24' });
  expect(alone.total.before).toEqual(figures(0));

  api.get(Clock).set(null);
  const today = await read();
  const { amountCents } = await givenAward(api, plan, { amountCents: 5_000_00 });
  const after = await read({ year: 2026 });
  expect(after.total.now).toEqual(figures(1_000_000_00, amountCents));
  expect(after.kinds.map(({ key, now }) => [key, now.allocatedCents, now.committedCents])).toEqual([
    ['call-envelope', 600_000_00, 0],
    ['nominative', 400_000_00, amountCents],
  ]);
  expect(after.rubrics.map(({ code, now, before: earlier }) => [code, now.committedCents, earlier])).toEqual([
    ['1', amountCents, null],
    ['2', 0, null],
  ]);
  expect(after.sectors).toEqual([expect.objectContaining({ key: 'none', now: figures(1_000_000_00, amountCents) })]);
  expect(today.year).toBeGreaterThanOrEqual(2026);
  expect(before.year).toBe(2025);
});

test('its figures are those of the ledger page of the year', async () => {
  const given = await GivenPayments.start(api);
  await given.approved();
  await givenCallRow(api, given.plan, '2026-C01');
  const dashboard = await read({ year: 2026 });
  const statement = await api.ok(ledger.readYearStatement, { params: { year: 2026 } }, { as: auditor });
  expect(statement.total.closing).toMatchObject(dashboard.total.now);
});

test('recipients stand by region and language, and what is not announced stands apart from both', async () => {
  const plan = await givenPlanRows(api, 2026);
  const flemish = await givenOrganisation(api);
  const paid = await givenAward(api, plan, { organisation: flemish, amountCents: 300 });
  const ofDecision = { lineId: plan.directLineId, subjectType: 'decision', subjectId: paid.decisionId } as const;
  await post(api, { cause: 'pay', amountCents: cents(100), ...ofDecision });
  await givenAward(api, plan, { organisation: flemish, amountCents: 50 });
  await givenAward(api, plan, { organisation: await givenOrganisation(api, { language: 'fr' }), amountCents: 900 });
  const signed = await givenAward(api, plan, { amountCents: 7, isReleased: false });
  await takeBack(api, plan, await givenAward(api, plan, { amountCents: 5, isReleased: false }));

  const awarded = ({ regions, languages }: Awaited<ReturnType<typeof read>>) =>
    [...regions, ...languages].map(({ key, now }) => [key, now.awards, now.awardedCents, now.paidCents]);
  const dashboard = await read({ year: 2026 });
  expect(awarded(dashboard)).toEqual([
    ['flanders', 3, 1250, 100],
    ['unannounced', 1, 7, 0],
    ['fr', 1, 900, 0],
    ['nl', 2, 350, 100],
    ['unannounced', 1, 7, 0],
  ]);
  expect(dashboard.total.now.committedCents).toBe(1257);
  await release(api, signed);
  expect(awarded(await read({ year: 2026 }))).toContainEqual(['brussels', 1, 7, 0]);
  // Nobody ordered this payment: the money goes back the way it came.
  await post(api, { cause: 'return', amountCents: cents(100), ...ofDecision });
  await post(api, { cause: 'release-commitment', amountCents: cents(200), ...ofDecision });
  await api.sql('UPDATE decision SET lapsed_at = now() WHERE id = $1', [paid.decisionId]);
});

test('the ceilings of the law are 50 and 80 % of the plan, each held against what was paid by its day', async () => {
  const given = await GivenPayments.start(api);
  const { award, id, revision } = await given.approved();
  const body = { revision, paidOn: '2026-11-01' as never, bankReference: 'B1' };
  await api.ok(payments.confirmPayment, { params: { paymentId: id }, body }, { as: given.controller });
  const { ceilings, on } = await read({ year: 2026 });
  const paidCents = Math.floor(award.amountCents * 0.8);
  expect(ceilings).toMatchObject([
    { until: '2026-06-30', percent: 50, isPast: on > '2026-06-30' },
    { until: '2026-12-31', percent: 80, isPast: on > '2026-12-31' },
  ]);
  const [current] = ceilings.filter(({ isPast }) => !isPast);
  if (current !== undefined) {
    expect(Math.abs(current.paidCents - paidCents)).toBeLessThanOrEqual(1);
    expect(current.ceilingCents).toBe((1_000_000_00 * current.percent) / 100);
  }
});

test('it counts what waits for whom, with the oldest, and only what the reader may open', async () => {
  const given = await GivenPayments.start(api);
  await given.planned();
  await givenAward(api, given.plan, { isReleased: false });
  const steps = async (as: TestPerson) =>
    (await read({ year: 2026 }, as)).waiting.map(({ step, role, count }) => `${role}: ${step} ${count}`);
  expect(await steps(auditor)).toEqual(['minister: release-decisions 1', 'officer: prepare-payment 1']);
  expect(await steps(await api.person(['minister']))).toEqual(['minister: release-decisions 1']);
  const { waiting } = await read({ year: 2026 });
  for (const { oldestAt } of waiting) expect(Date.parse(oldestAt ?? '')).toBeLessThanOrEqual(Date.now());
});

test('what is foreseen counts planned payments and what is reserved, within bounds', async () => {
  const given = await GivenPayments.start(api);
  await given.planned();
  await givenCallRow(api, given.plan, '2026-C01');
  const { forecast, total } = await read({ year: 2026 });
  expect(forecast).toMatchObject({
    pastCalls: 0,
    reservedCents: 100_000_00,
    share: { lowPercent: 0, highPercent: 100 },
  });
  const { committed, paid } = forecast;
  expect(committed.lowCents).toBeGreaterThanOrEqual(total.now.committedCents);
  expect(committed.expectedCents).toBeNull();
  expect(committed.highCents).toBe(111_000_00);
  expect(paid.lowCents).toBe(0);
  expect(paid.expectedCents).toBe(8_000_00);
});
