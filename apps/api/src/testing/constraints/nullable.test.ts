import type pg from 'pg';
import { cloneDatabase, type TestDatabase } from '../test-database.js';
import { attempt } from './attempt.js';
import { nullable } from './nullable.js';
import { putOneOfEach } from './one-of-each.js';

interface Column {
  readonly table: string;
  readonly column: string;
  readonly isNullable: boolean;
  /** The key of its table, or counted by the database: not empty by what it is. */
  readonly isKey: boolean;
}

let database: TestDatabase;
let client: pg.PoolClient;
let columns: Column[];
beforeAll(async () => {
  database = await cloneDatabase();
  client = await database.owner.connect();
  await putOneOfEach(client);
  ({ rows: columns } = await client.query<Column>(
    `SELECT c.oid::regclass::text AS table, attname AS column, NOT attnotnull AS "isNullable",
       attidentity <> '' OR EXISTS (SELECT 1 FROM pg_constraint k WHERE conrelid = c.oid AND contype = 'p'
         AND attnum = ANY (conkey)) AS "isKey"
     FROM pg_class c JOIN pg_attribute a ON attrelid = c.oid
     WHERE relkind = 'r' AND attnum > 0 AND NOT attisdropped AND relname <> 'schema_migration'
       AND relnamespace IN ('public'::regnamespace, 'register'::regnamespace)`,
  ));
});
afterAll(async () => {
  client.release();
  await database.drop();
});

it('leaves empty what may be empty, and nothing else', () => {
  const tables = Object.groupBy(
    columns.filter(({ isNullable }) => isNullable),
    ({ table }) => table,
  );
  const found = Object.entries(tables).map(([table, list = []]) => [table, list.map(({ column }) => column).sort()]);
  const expected = Object.entries(nullable).map(([table, names]) => [table, names.split(/\s+/).sort()]);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
});

it('refuses an empty value in every column that is NOT NULL, because it is', async () => {
  const required = columns.filter(({ isNullable, isKey }) => !isNullable && !isKey);
  expect(required.length).toBeGreaterThan(200);
  for (const { table, column } of required) {
    const around = [`ALTER TABLE ${table} DISABLE TRIGGER USER`];
    const sql = `UPDATE ${table} SET ${column} = NULL`;
    expect(await attempt(client, { ddl: around, sql })).toMatchObject({ code: '23502', table, column });
    const dropped = `ALTER TABLE ${table} ALTER COLUMN ${column} DROP NOT NULL`;
    const without = await attempt(client, { ddl: [...around, dropped], sql });
    expect([sql, without?.code]).not.toEqual([sql, '23502']);
  }
});
