import { randomUUID } from 'node:crypto';
import { ledger as contract } from '@commonlot/contracts';
import { cents } from '@commonlot/domain';
import pg from 'pg';
import { systemActor, Transactions } from '../platform/index.js';
import { type GivenPlan, givenPlanInForce } from '../testing/given-plan.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';
import { Ledger, type Movement } from './index.js';

let api: TestApi;
let plan: GivenPlan;
let officer: TestPerson;
beforeAll(async () => {
  api = await TestApi.start({ processes: 2 });
  plan = await givenPlanInForce(api);
  officer = await api.person(['officer']);
});
afterAll(() => api.stop());

const post = (...movements: Movement[]) =>
  api.get(Transactions).run(systemActor, (tx) => api.get(Ledger).postAll(tx, movements));
const reserve = (lineId: string, amount: number, callId: string): Movement => ({
  cause: 'reserve',
  lineId,
  amountCents: cents(amount),
  subjectType: 'call',
  subjectId: callId,
});
const figures = (lineId: string) => api.ok(contract.readLineFigures, { params: { lineId } }, { as: officer });

test('a reservation moves money from available to the call, and its release moves it back', async () => {
  const [lineId, callId] = [plan.lineId('1.3'), randomUUID()];
  await post(reserve(lineId, 150_000_000, callId));
  expect(await figures(lineId)).toMatchObject({ reservedCents: 150_000_000, availableCents: 50_000_000 });
  const reservedFor = () =>
    api.get(Transactions).run(systemActor, (tx) => api.get(Ledger).reservedFor(tx, lineId, callId));
  expect(await reservedFor()).toBe(150_000_000);
  await post({ ...reserve(lineId, 150_000_000, callId), cause: 'release-reservation' });
  expect(await figures(lineId)).toMatchObject({ reservedCents: 0, availableCents: 200_000_000 });
  expect(await reservedFor()).toBe(0);
});

test('a cent more than is available is refused with what is missing, and moves nothing at all', async () => {
  const [lineId, otherId, callId] = [plan.lineId('1.4'), plan.lineId('1.5'), randomUUID()];
  await expect(post(reserve(otherId, 5, callId), reserve(lineId, 200_000_001, callId))).rejects.toMatchObject({
    code: 'ledger.overspent',
    details: { account: 'available', missingCents: 1, lineId },
  });
  expect(await figures(otherId)).toMatchObject({ reservedCents: 0, availableCents: 200_000_000 });
});

test('a call cannot release what another call reserved', async () => {
  const [lineId, callId, otherCallId] = [plan.lineId('1.4'), randomUUID(), randomUUID()];
  await post(reserve(lineId, 100, callId));
  await expect(post({ ...reserve(lineId, 100, otherCallId), cause: 'release-reservation' })).rejects.toMatchObject({
    code: 'ledger.overspent',
    details: { account: 'reserved' },
  });
  await post({ ...reserve(lineId, 100, callId), cause: 'release-reservation' });
});

test('movements of one post see each other', async () => {
  const [lineId, callId] = [plan.lineId('1.4'), randomUUID()];
  await post(reserve(lineId, 200_000_000, callId), { ...reserve(lineId, 1, callId), cause: 'release-reservation' });
  await post(reserve(lineId, 1, callId), { ...reserve(lineId, 200_000_000, callId), cause: 'release-reservation' });
  expect(await figures(lineId)).toMatchObject({ reservedCents: 0, availableCents: 200_000_000 });
});

test('entries are listed newest first, page by page, with who moved the money', async () => {
  // A plan of its own: on this line nothing else moves.
  const [lineId, callId] = [(await givenPlanInForce(api, { year: 2029 })).lineId('1.1'), randomUUID()];
  for (const amount of [1, 2, 3]) await post(reserve(lineId, amount, callId));
  await post({ ...reserve(lineId, 6, callId), cause: 'release-reservation' });
  const page = (after?: string) =>
    api.ok(contract.listLineEntries, { params: { lineId }, query: { limit: 2, after } }, { as: officer });
  const first = await page();
  expect(first.rows.map((row) => [row.cause, row.amountCents, row.from, row.to])).toEqual([
    ['release-reservation', 6, 'reserved', 'available'],
    ['reserve', 3, 'available', 'reserved'],
  ]);
  const second = await page(first.next ?? '');
  expect(second.rows.map((row) => row.amountCents)).toEqual([2, 1]);
  const third = await page(second.next ?? '');
  expect(third).toMatchObject({
    next: null,
    rows: [{ cause: 'allocate', amountCents: 200_000_000, from: 'source', to: 'available', actor: 'Arno Approver' }],
  });
});

test('a line that does not exist is missing, and a broken page key is malformed', async () => {
  const params = { lineId: randomUUID() };
  expect(await api.refused(contract.readLineFigures, { params }, { as: officer })).toMatchObject({
    code: 'record.missing',
  });
  expect(await api.refused(contract.listLineEntries, { params }, { as: officer })).toMatchObject({
    code: 'record.missing',
  });
  const broken = { params: { lineId: plan.lineId('1.1') }, query: { after: "1' OR 1=1" } };
  expect(await api.refused(contract.listLineEntries, broken, { as: officer })).toMatchObject({
    code: 'request.malformed',
  });
});

test('an applicant does not read the ledger', async () => {
  const params = { lineId: plan.lineId('1.1') };
  const applicant = await api.person();
  expect(await api.refused(contract.readLineFigures, { params }, { as: applicant })).toMatchObject({
    code: 'permission.missing',
  });
});

test('two transfers in opposite directions at the same time wait for each other', async () => {
  const [first, second, callId] = [plan.lineId('1.1'), plan.lineId('1.2'), randomUUID()];
  const there = [reserve(first, 10, callId), reserve(second, 10, callId)];
  const back = [reserve(second, 10, callId), reserve(first, 10, callId)];
  await Promise.all(
    Array.from({ length: 40 }, (_, turn) =>
      api
        .get(Transactions, turn % 2)
        .run(systemActor, (tx) => api.get(Ledger, turn % 2).postAll(tx, turn % 2 === 0 ? there : back)),
    ),
  );
  expect(await figures(first)).toMatchObject({ reservedCents: 400 });
  expect(await figures(second)).toMatchObject({ reservedCents: 400 });
});

describe('as the role of the API', () => {
  let role: pg.Pool;
  beforeAll(() => {
    role = new pg.Pool({ connectionString: api.database.url, options: '-c role=commonlot_app', max: 2 });
  });
  afterAll(() => role.end());

  test('overspending is refused by the table itself, whatever the code does', async () => {
    const { rows } = await role.query<{ id: string; kind: string }>(
      `SELECT id, kind FROM ledger_account WHERE line_id = $1 AND subject_id IS NULL`,
      [plan.lineId('1.5')],
    );
    const account = (kind: string) => rows.find((row) => row.kind === kind)?.id;
    const overspend = role.query(
      `WITH e AS (INSERT INTO ledger_entry (id, line_id, cause, amount_cents, subject_type, subject_id)
         VALUES (gen_random_uuid(), $1, 'deallocate', 200000001, 'test', gen_random_uuid()) RETURNING id)
       INSERT INTO ledger_posting (entry_id, account_id, amount_cents)
       SELECT id, $2::uuid, -200000001 FROM e UNION ALL SELECT id, $3::uuid, 200000001 FROM e`,
      [plan.lineId('1.5'), account('available'), account('source')],
    );
    await expect(overspend).rejects.toMatchObject({ constraint: 'ledger_account_not_overspent' });
  });

  test.each([
    ['one side only', `SELECT e.id, a.id, -7 FROM e, ledger_account a WHERE a.line_id = $1 AND a.kind = 'available'`],
    [
      'sides that differ',
      `SELECT e.id, a.id, CASE a.kind WHEN 'available' THEN -7 ELSE 6 END FROM e, ledger_account a
       WHERE a.line_id = $1 AND a.kind IN ('available', 'source')`,
    ],
  ])('an entry with %s is refused', async (_case, postings) => {
    const client = await role.connect();
    try {
      await client.query('BEGIN');
      await client.query(
        `WITH e AS (INSERT INTO ledger_entry (id, line_id, cause, amount_cents, subject_type, subject_id)
           VALUES (gen_random_uuid(), $1, 'deallocate', 7, 'test', gen_random_uuid()) RETURNING id)
         INSERT INTO ledger_posting (entry_id, account_id, amount_cents) ${postings}`,
        [plan.lineId('1.5')],
      );
      await expect(client.query('COMMIT')).rejects.toMatchObject({ constraint: 'ledger_entry_balance' });
    } finally {
      client.release();
    }
  });
});
