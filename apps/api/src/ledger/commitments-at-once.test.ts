import { ledger as contract } from '@commonlot/contracts';
import { cents, Problem } from '@commonlot/domain';
import { systemActor, Transactions } from '../platform/index.js';
import { type GivenPlan, givenPlanInForce } from '../testing/given-plan.js';
import { TestApi } from '../testing/test-api.js';
import { Ledger, type Movement } from './index.js';

let api: TestApi;
let plan: GivenPlan;
let decisions: readonly string[];
beforeAll(async () => {
  api = await TestApi.start({ processes: 2 });
  plan = await givenPlanInForce(api);
  decisions = await givenDecisions(200);
});
afterAll(() => api.stop());

/** Draft decisions to commit money for; nobody signed them, so that the test gives the money back at its end. */
async function givenDecisions(count: number): Promise<string[]> {
  await api.sql(
    `INSERT INTO organisation (id, enterprise_number, name, legal_form, street, postal_code, municipality_nis, language)
     SELECT gen_random_uuid(), '0900000147', 'Test', '017', 'Straat 1', '1000', nis, 'nl' FROM municipality LIMIT 1`,
  );
  await api.sql(
    `INSERT INTO direct_file (id, number, line_id, organisation_id, file_language, state, title, purpose,
       requested_cents, prepared_by)
     SELECT gen_random_uuid(), '2026-D' || lpad(n::text, 4, '0'), $1, o.id, 'nl', 'draft', 'Test', 'Test', 1, $2
     FROM generate_series(1, $3) n, organisation o`,
    [plan.lineId('1.2'), plan.drafter.id, count],
  );
  await api.sql(
    `INSERT INTO decision_batch (id, number, line_id, state, prepared_by)
     VALUES (gen_random_uuid(), '2026-B001', $1, 'draft', $2)`,
    [plan.lineId('1.2'), plan.drafter.id],
  );
  const rows = await api.sql<{ id: string }>(
    `INSERT INTO decision (id, number, batch_id, direct_file_id, organisation_id, line_id, plan_version_id, language)
     SELECT gen_random_uuid(), f.number, b.id, f.id, f.organisation_id, f.line_id, $1, 'nl'
     FROM direct_file f, decision_batch b RETURNING id`,
    [plan.versionId],
  );
  return rows.map((row) => row.id);
}

test('200 commitments at once on two processes never overspend a line, and the sum is exact', async () => {
  const lineId = plan.lineId('1.2');
  // Together they are one cent more than the line has.
  const movements = decisions.map(
    (subjectId, index): Movement => ({
      cause: 'commit',
      lineId,
      amountCents: cents(index === 0 ? 1_000_001 : 1_000_000),
      subjectType: 'decision',
      subjectId,
    }),
  );
  const outcomes = await Promise.allSettled(
    movements.map((movement, index) =>
      api.get(Transactions, index % 2).run(systemActor, (tx) => api.get(Ledger, index % 2).post(tx, movement)),
    ),
  );
  const done = movements.filter((_, index) => outcomes[index]?.status === 'fulfilled');
  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
  expect(refused).toEqual([expect.any(Problem)]);
  expect(refused).toMatchObject([{ code: 'ledger.overspent' }]);

  const committedCents = done.reduce((sum, movement) => sum + movement.amountCents, 0);
  const read = () => api.ok(contract.readLineFigures, { params: { lineId } }, { as: plan.drafter });
  expect(await read()).toEqual({
    allocatedCents: 200_000_000,
    reservedCents: 0,
    committedCents,
    paidCents: 0,
    availableCents: 200_000_000 - committedCents,
  });

  const back = done.map((movement): Movement => ({ ...movement, cause: 'release-commitment' }));
  await api.get(Transactions).run(systemActor, (tx) => api.get(Ledger).postAll(tx, back));
  expect(await read()).toMatchObject({ committedCents: 0, availableCents: 200_000_000 });
});

test('a commitment in a call draws on the reservation of that call and on no other', async () => {
  const lineId = plan.lineId('1.3');
  const [decisionId = '', callId = '', otherCallId = ''] = decisions;
  const post = (...movements: Movement[]) =>
    api.get(Transactions).run(systemActor, (tx) => api.get(Ledger).postAll(tx, movements));
  const ofCall = { lineId, subjectType: 'call', subjectId: callId, amountCents: cents(100) };
  const commit = (reservedBy: string, amount: number): Movement => ({
    cause: 'commit',
    lineId,
    amountCents: cents(amount),
    subjectType: 'decision',
    subjectId: decisionId,
    from: { account: 'reserved', subjectId: reservedBy },
  });
  await post({ cause: 'reserve', ...ofCall });
  await expect(post(commit(otherCallId, 1))).rejects.toMatchObject({ code: 'ledger.overspent' });
  await expect(post(commit(callId, 101))).rejects.toMatchObject({
    code: 'ledger.overspent',
    details: { account: 'reserved', missingCents: 1 },
  });
  await post(commit(callId, 60));
  const figures = await api.ok(contract.readLineFigures, { params: { lineId } }, { as: plan.drafter });
  expect(figures).toMatchObject({ reservedCents: 40, committedCents: 60, availableCents: 199_999_900 });

  const payment: Movement = { ...commit(callId, 25), cause: 'pay' };
  await post(payment);
  const paid = await api.ok(contract.readLineFigures, { params: { lineId } }, { as: plan.drafter });
  expect(paid).toMatchObject({ committedCents: 60, paidCents: 25 });
  await expect(post({ ...payment, amountCents: cents(36) })).rejects.toMatchObject({
    code: 'ledger.overspent',
    details: { account: 'committed', missingCents: 1 },
  });
  // Nobody signed this decision: the money goes back the way it came.
  await post(
    { ...commit(callId, 25), cause: 'return' },
    { ...commit(callId, 35), cause: 'release-commitment' },
    { cause: 'release-reservation', ...ofCall, amountCents: cents(40) },
  );
});
