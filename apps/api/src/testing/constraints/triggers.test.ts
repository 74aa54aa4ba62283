import type pg from 'pg';
import { cloneDatabase, type TestDatabase } from '../test-database.js';
import { attempt } from './attempt.js';
import { putOneOfEach } from './one-of-each.js';
import { triggersOfDesk } from './proofs-triggers-desk.js';
import { triggersOfApplications, triggersOfDecisions } from './proofs-triggers-files.js';
import { triggersOfLedger } from './proofs-triggers-ledger.js';
import { triggersOfAccess, triggersOfPlan } from './proofs-triggers-plan.js';
import { triggersOfReturns } from './proofs-triggers-returns.js';

const proofs = {
  ...triggersOfAccess,
  ...triggersOfPlan,
  ...triggersOfLedger,
  ...triggersOfDesk,
  ...triggersOfApplications,
  ...triggersOfDecisions,
  ...triggersOfReturns,
};
const cases = Object.entries(proofs).flatMap(([table, byName]) =>
  Object.entries(byName).map(([name, tries]) => [`${table} ${name}`, table, name, tries] as const),
);

let database: TestDatabase;
let client: pg.PoolClient;
beforeAll(async () => {
  database = await cloneDatabase();
  client = await database.owner.connect();
  await putOneOfEach(client);
});
afterAll(async () => {
  client.release();
  await database.drop();
});

it('proves every trigger of the migrated schema, and none that is gone', async () => {
  const { rows } = await client.query<{ name: string }>(
    `SELECT tgrelid::regclass || ' ' || tgname AS name FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid
     WHERE NOT tgisinternal AND relnamespace IN ('public'::regnamespace, 'register'::regnamespace)`,
  );
  expect(cases.map(([label]) => label).sort()).toEqual(rows.map(({ name }) => name).sort());
});

it.each(cases)('%s refuses what it is for, and without it nothing does', async (_label, table, name, tries) => {
  for (const { sql, given, without = [], refusal } of tries) {
    const refused = await attempt(client, { ddl: without, sql, ...(given !== undefined && { given }) });
    expect([sql, `${refused?.message} (${refused?.constraint})`]).toEqual([sql, expect.stringContaining(refusal)]);
    const ddl = [...without, `DROP TRIGGER ${name} ON ${table}`];
    expect([sql, await attempt(client, { ddl, sql, ...(given !== undefined && { given }) })]).toEqual([sql, null]);
  }
});
