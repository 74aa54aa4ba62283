import type pg from 'pg';
import { cloneDatabase, type TestDatabase } from '../test-database.js';
import { attempt } from './attempt.js';
import { putOneOfEach } from './one-of-each.js';
import { statementOf } from './proof.js';
import { proofsOfAccess } from './proofs-access.js';
import { proofsOfApplications } from './proofs-applications.js';
import { proofsOfDecisions } from './proofs-decisions.js';
import { proofsOfLedger } from './proofs-ledger.js';
import { proofsOfDomains, proofsOfPlan } from './proofs-plan.js';
import { proofsOfReturns } from './proofs-returns.js';

const proofs = {
  ...proofsOfAccess,
  ...proofsOfPlan,
  ...proofsOfLedger,
  ...proofsOfApplications,
  ...proofsOfDecisions,
  ...proofsOfReturns,
};
const cases = Object.entries(proofs).flatMap(([table, byName]) =>
  Object.entries(byName).map(([name, spoils]) => [`${table} ${name}`, table, name, [spoils].flat()] as const),
);

let database: TestDatabase;
let client: pg.PoolClient;
let constraints: string[];
let indexes: Set<string>;
beforeAll(async () => {
  database = await cloneDatabase();
  client = await database.owner.connect();
  await putOneOfEach(client);
  ({ constraints, indexes } = await catalog());
});
afterAll(async () => {
  client.release();
  await database.drop();
});

/** Every CHECK, key and reference of a table, and every unique index that is no constraint. */
async function catalog() {
  const { rows } = await client.query<{ table: string; name: string; isIndex: boolean }>(
    `SELECT conrelid::regclass::text AS table, conname AS name, false AS "isIndex" FROM pg_constraint
     WHERE connamespace IN ('public'::regnamespace, 'register'::regnamespace) AND conrelid <> 0
       AND contype IN ('c', 'p', 'u', 'f', 'x')
     UNION ALL
     SELECT indrelid::regclass::text, c.relname, true FROM pg_index JOIN pg_class c ON c.oid = indexrelid
     WHERE indisunique AND c.relnamespace IN ('public'::regnamespace, 'register'::regnamespace)
       AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u', 'x'))`,
  );
  return {
    constraints: rows.map(({ table, name }) => `${table} ${name}`),
    indexes: new Set(rows.filter(({ isIndex }) => isIndex).map(({ name }) => name)),
  };
}

it('has a row in every table', async () => {
  const { rows } = await client.query<{ table: string }>(
    `SELECT oid::regclass::text AS table FROM pg_class
     WHERE relkind = 'r' AND relnamespace IN ('public'::regnamespace, 'register'::regnamespace)`,
  );
  for (const { table } of rows) {
    const { rowCount } = await client.query(`SELECT 1 FROM ${table} LIMIT 1`);
    expect([table, rowCount]).toEqual([table, 1]);
  }
});

it('proves every constraint of the migrated schema, and none that is gone', () => {
  expect(cases.map(([label]) => label).sort()).toEqual(constraints.sort());
});

it.each(cases)('%s refuses what it is for, and without it nothing does', async (_label, table, name, spoils) => {
  const dropped = (constraint: string) => `ALTER TABLE ${table} DROP CONSTRAINT "${constraint}" CASCADE`;
  const drop = indexes.has(name) ? `DROP INDEX ${name}` : dropped(name);
  for (const spoil of spoils) {
    const sql = statementOf(table, spoil);
    const around = [`ALTER TABLE ${table} DISABLE TRIGGER USER`];
    if (typeof spoil !== 'string' && spoil.without !== undefined) around.push(dropped(spoil.without));
    expect([sql, await attempt(client, { ddl: around, sql })]).toMatchObject([sql, { table, constraint: name }]);
    expect([sql, await attempt(client, { ddl: [...around, drop], sql })]).toEqual([sql, null]);
  }
});

it('proves every kind of value', async () => {
  const { rows } = await client.query<{ name: string }>(
    `SELECT contypid::regtype::text AS name FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contypid <> 0`,
  );
  expect(Object.keys(proofsOfDomains).sort()).toEqual(rows.map(({ name }) => name).sort());
});

it.each(
  Object.entries(proofsOfDomains).flatMap(([domain, values]) => values.map((value) => [domain, value] as const)),
)('no %s is %s, and without its constraint it is', async (domain, value) => {
  const sql = `SELECT ${value}::${domain}`;
  expect(await attempt(client, { sql })).toMatchObject({ code: '23514', constraint: `${domain}_check` });
  expect(await attempt(client, { ddl: [`ALTER DOMAIN ${domain} DROP CONSTRAINT ${domain}_check`], sql })).toBeNull();
});
