import { existsSync, readFileSync } from 'node:fs';
import { register } from '@commonlot/contracts';
import { knownPlanTotals } from '@commonlot/domain';
import { Clock } from '../platform/index.js';
import { givenPlanRows } from '../testing/given-rows.js';
import { TestApi } from '../testing/test-api.js';
import { RefreshPlan } from './index.js';

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.start();
});
afterEach(() => api.get(Clock).set(null));
afterAll(() => api.stop());

const years = async () => (await api.ok(register.readPlanYears)).years;
const totalsOf = async (year: number) => (await years()).find((each) => each.year === year)?.totals;

test('anybody reads every year from 2006 to today, those without a figure too', async () => {
  api.get(Clock).set(new Date('2026-03-01T12:00:00Z'));
  const all = await years();
  expect(all.map(({ year }) => year)).toEqual(Array.from({ length: 21 }, (_, place) => 2006 + place));
  expect(await totalsOf(2015)).toEqual([]);
  api.get(Clock).set(new Date('2027-12-31T23:30:00Z'));
  expect((await years()).at(-1)?.year).toBe(2028);
});

test('a plan stands there from the moment it is public, with its version', async () => {
  api.get(Clock).set(new Date('2026-03-01T12:00:00Z'));
  const plan = await givenPlanRows(api, 2025);
  expect(await totalsOf(2025)).toEqual([]);
  await api.get(RefreshPlan).run(plan.versionId);
  expect(await totalsOf(2025)).toEqual([{ stage: 'provisional', totalCents: 1_000_000_00, source: 'KB 1', number: 1 }]);
});

/** The collected facts, where they lie beside the checkout. */
const facts = new URL(
  '../../../../../shared/data/distribution-plans/be-national-lottery-plan-totals.csv',
  import.meta.url,
);

test('the totals are those of the collected facts, where these are at hand', () => {
  if (!existsSync(facts)) {
    process.stderr.write('The collected totals of plans are not beside this checkout: nothing compared.\n');
    return;
  }
  const rows = readFileSync(facts, 'utf8').trim().split(/\r?\n/).slice(1);
  const collected = rows.flatMap((row) => {
    const [year = '', stage = '', euros = '', ...source] = row.split(',');
    const stages = stage === 'both' ? ['provisional', 'definitive'] : [stage];
    return stages.map((each) => [Number(year), each, Number(euros) * 100, source.join(',')]);
  });
  expect(knownPlanTotals.map(({ year, stage, totalCents, source }) => [year, stage, totalCents, source])).toEqual(
    collected,
  );
});
