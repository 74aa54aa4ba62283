import { payments } from '@commonlot/contracts';
import { advanceCeiling, cents, localDate } from '@commonlot/domain';
import { Clock } from '../platform/index.js';
import { GivenPayments } from '../testing/given-payment.js';
import { post } from '../testing/given-rows.js';
import { TestApi } from '../testing/test-api.js';

let api: TestApi;
let given: GivenPayments;
beforeEach(async () => {
  api = await TestApi.start();
  given = await GivenPayments.start(api);
});
afterEach(async () => {
  api.get(Clock).set(null);
  await api.stop();
});

const at = (text: string) => api.get(Clock).set(new Date(text));

async function foresee(totalCents: number) {
  // The plan in force is lowered behind its back, for the ceiling is a part of its total and nothing else.
  await api.sql('ALTER TABLE plan_version DISABLE TRIGGER USER');
  await api.sql('UPDATE plan_version SET total_cents = $1', [totalCents]);
  await api.sql('ALTER TABLE plan_version ENABLE TRIGGER USER');
}
const restore = () => foresee(100_000_000);

async function prepared() {
  const { id, revision } = await given.firstOf(await given.planned());
  return { id, ...(await given.step(payments.preparePayment, id, revision, given.officer)) };
}
const instalment = 800_001;

const approve = ({ id, revision }: { id: string; revision: number }) =>
  api.call(payments.approvePayment, { params: { paymentId: id }, body: { revision } }, { as: given.controller });

it('approves up to the ceiling of the day, to the cent, and says what is too much', async () => {
  const [first, second] = [await prepared(), await prepared()];
  await foresee(4 * instalment - 2);
  at('2026-06-30T21:59:59Z');
  expect((await approve(first)).status).toBe(200);
  expect(await given.refused(payments.approvePayment, second.id, second.revision, given.controller)).toMatchObject({
    status: 409,
    code: 'payment.above-ceiling',
    details: {
      year: 2026,
      ceilingCents: 2 * instalment - 1,
      usedCents: instalment,
      excessCents: 1,
      nextOn: '2026-07-01',
    },
  });
  // Midnight in Brussels: 80 per cent from now on.
  at('2026-06-30T22:00:00Z');
  expect((await approve(second)).status).toBe(200);
  await restore();
});

it('lets one of two through at once, where there is room for one', async () => {
  const [first, second] = [await prepared(), await prepared()];
  await foresee(4 * instalment - 2);
  at('2026-06-01T10:00:00Z');
  const answers = await Promise.all([approve(first), approve(second)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  await restore();
});

it('refuses to book what the ceiling no longer allows, though it was approved', async () => {
  at('2026-05-01T10:00:00Z');
  const { id, revision } = await given.approved();
  await foresee(2 * instalment - 2);
  const body = { revision, paidOn: localDate('2026-05-01'), bankReference: 'CODA 1' };
  const input = { params: { paymentId: id }, body };
  const refusal = await api.refused(payments.confirmPayment, input, { as: given.controller });
  expect(refusal).toMatchObject({ code: 'payment.above-ceiling', details: { excessCents: 1, usedCents: 0 } });
  await foresee(2 * instalment);
  await api.ok(payments.confirmPayment, input, { as: given.controller });
  await restore();
});

it('is held by the database too, where nobody asked', async () => {
  const { award } = await given.approved();
  at('2026-05-01T10:00:00Z');
  await foresee(2 * instalment - 2);
  await expect(
    post(api, {
      cause: 'pay',
      lineId: given.plan.directLineId,
      amountCents: cents(instalment),
      subjectType: 'decision',
      subjectId: award.decisionId,
    }),
  ).rejects.toThrow('payment.above-ceiling');
  await restore();
});

it('shows each year against the ceiling of today, and what comes next', async () => {
  at('2026-06-30T10:00:00Z');
  await given.approved();
  const { on, rows } = await api.ok(payments.listAdvances, {}, { as: given.controller });
  expect(on).toBe('2026-06-30');
  expect(rows).toEqual([
    {
      year: 2026,
      isDefinitive: false,
      foreseenCents: 100_000_000,
      paidCents: 0,
      approvedCents: instalment,
      percent: 50,
      ceilingCents: 50_000_000,
      roomCents: 50_000_000 - instalment,
      next: { fromOn: '2026-07-01', percent: 80, ceilingCents: 80_000_000 },
    },
  ]);
});

it('has the ceiling of the domain in the database', async () => {
  await foresee(33_333_333);
  for (const on of ['2025-12-31', '2026-06-30', '2026-07-01', '2026-12-31', '2027-01-01']) {
    const [row] = await api.sql<{ ceiling: string | null }>('SELECT advance_ceiling($1, $2::date) AS ceiling', [
      given.plan.planId,
      on,
    ]);
    const ceiling = row?.ceiling ?? null;
    expect([on, ceiling === null ? null : Number(ceiling)]).toEqual([
      on,
      advanceCeiling(cents(33_333_333), localDate(on), 2026),
    ]);
  }
  await restore();
});
