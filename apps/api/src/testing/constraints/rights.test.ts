import type pg from 'pg';
import { cloneDatabase, type TestDatabase } from '../test-database.js';
import { attempt } from './attempt.js';
import { type Rights, rightsOfApi, rightsOfRegister, runAsOwner } from './rights.js';

interface Column {
  readonly table: string;
  readonly column: string;
  readonly isView: boolean;
}

const roles = [
  ['commonlot_app', rightsOfApi],
  ['commonlot_register', rightsOfRegister],
] as const;

let database: TestDatabase;
let client: pg.PoolClient;
let columns: Column[];
beforeAll(async () => {
  database = await cloneDatabase();
  client = await database.owner.connect();
  ({ rows: columns } = await client.query<Column>(
    `SELECT c.oid::regclass::text AS table, attname AS column, relkind = 'v' AS "isView"
     FROM pg_class c JOIN pg_attribute a ON attrelid = c.oid AND attnum > 0 AND NOT attisdropped
     WHERE relkind IN ('r', 'v') AND relnamespace IN ('public'::regnamespace, 'register'::regnamespace)`,
  ));
});
afterAll(async () => {
  client.release();
  await database.drop();
});

/** Every single right that PostgreSQL knows here, as 'SELECT journal' or 'UPDATE journal.at'. */
function wanted(rights: Readonly<Record<string, Rights>>): string[] {
  return columns.flatMap(({ table, column }) => {
    const { INSERT, UPDATE, SELECT, DELETE } = rights[table] ?? {};
    const may = (right: true | readonly string[] | undefined) => right === true || right?.includes(column) === true;
    return [
      ...(SELECT ? [`SELECT ${table}.${column}`] : []),
      ...(may(INSERT) ? [`INSERT ${table}.${column}`] : []),
      ...(may(UPDATE) ? [`UPDATE ${table}.${column}`] : []),
      ...(DELETE ? [`DELETE ${table}`] : []),
    ];
  });
}

/** The same, as the server decides it, whichever way a right was come by. */
async function held(role: string): Promise<string[]> {
  const { rows } = await client.query<{ right: string }>(
    `WITH part AS (SELECT c.oid, c.oid::regclass AS name, attnum, attname
       FROM pg_class c JOIN pg_attribute a ON attrelid = c.oid AND attnum > 0 AND NOT attisdropped
       WHERE relkind IN ('r', 'v', 'm', 'p', 'f') AND relnamespace IN ('public'::regnamespace, 'register'::regnamespace))
     SELECT kind || ' ' || name || '.' || attname AS right FROM part, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'REFERENCES']) kind
     WHERE has_column_privilege($1, oid, attnum, kind)
     UNION SELECT kind || ' ' || name FROM part, unnest(ARRAY['DELETE', 'TRUNCATE', 'TRIGGER', 'MAINTAIN']) kind
     WHERE has_table_privilege($1, oid, kind)`,
    [role],
  );
  return rows.map(({ right }) => right);
}

it.each(roles)('%s holds the rights of its table, column by column, and no other', async (role, rights) => {
  expect((await held(role)).sort()).toEqual([...new Set(wanted(rights))].sort());
});

/** A statement that needs just this right and touches no row, and what grants it. */
const tries: Readonly<Record<string, (table: string, column: string) => [sql: string, right: string]>> = {
  SELECT: (table, column) => [`SELECT ${column} FROM ${table} LIMIT 0`, `SELECT (${column})`],
  INSERT: (table, column) => [
    `INSERT INTO ${table} (${column}) OVERRIDING SYSTEM VALUE SELECT NULL LIMIT 0`,
    `INSERT (${column})`,
  ],
  UPDATE: (table, column) => [`UPDATE ${table} SET ${column} = DEFAULT WHERE false`, `UPDATE (${column})`],
  DELETE: (table) => [`DELETE FROM ${table} WHERE false`, 'DELETE'],
  TRUNCATE: (table) => [`TRUNCATE ${table}`, 'TRUNCATE'],
};

/** What a role has no right to: a right on a whole table by its first column, on columns by each of the others. */
function missing(rights: Readonly<Record<string, Rights>>) {
  return columns
    .filter(({ isView }) => !isView)
    .flatMap(({ table, column }, index, all) => {
      const isFirst = all.findIndex((other) => other.table === table) === index;
      const held: Readonly<Record<string, true | readonly string[] | undefined>> = { ...rights[table] };
      return Object.entries(tries)
        .filter(([right]) => {
          const part = held[right];
          return Array.isArray(part) ? !part.includes(column) : part === undefined && isFirst;
        })
        .map(([, attemptOf]) => ({ table, attempted: attemptOf(table, column) }));
    });
}

it.each(roles)('%s is refused what it does not hold, because it does not hold it', async (role, rights) => {
  const absent = missing(rights);
  expect(absent.length).toBeGreaterThan(100);
  for (const { table, attempted } of absent) {
    const [sql, right] = attempted;
    const as = `SET LOCAL ROLE ${role}`;
    expect([sql, await attempt(client, { ddl: [as], sql })]).toMatchObject([sql, { code: '42501' }]);
    const granted = [`ALTER TABLE ${table} DISABLE TRIGGER USER`, `GRANT ${right} ON ${table} TO ${role}`, as];
    expect([sql, (await attempt(client, { ddl: granted, sql }))?.code]).not.toEqual([sql, '42501']);
  }
});

it('runs as the owner only what is known to, and from a path of its own', async () => {
  const { rows } = await client.query<{ name: string; callers: string[]; path: string[] | null }>(
    `SELECT proname AS name, proconfig AS path, ARRAY(SELECT role FROM unnest(ARRAY['commonlot_app', 'commonlot_register']) role
       WHERE has_function_privilege(role, p.oid, 'EXECUTE')) AS callers
     FROM pg_proc p WHERE prosecdef AND pronamespace IN ('public'::regnamespace, 'register'::regnamespace)`,
  );
  expect(Object.fromEntries(rows.map(({ name, callers }) => [name, callers]))).toEqual(runAsOwner);
  for (const { name, path } of rows) expect([name, path]).toEqual([name, ['search_path=public, pg_temp']]);
});

it('lets neither role make anything in a schema', async () => {
  const { rows } = await client.query(
    `SELECT role, schema FROM unnest(ARRAY['commonlot_app', 'commonlot_register']) role, unnest(ARRAY['public', 'register']) schema
     WHERE has_schema_privilege(role, schema, 'CREATE')`,
  );
  expect(rows).toEqual([]);
});
