import type pg from 'pg';

/** How the database refused: the SQLSTATE, the table and constraint where it says them, and its words. */
export interface Refusal {
  readonly code: string;
  readonly table: string;
  readonly constraint: string;
  readonly column: string;
  readonly message: string;
}

interface Attempt {
  /** What is different in the schema while it is tried. */
  readonly ddl?: readonly string[];
  /** Changes that are made first, past the triggers. */
  readonly given?: string;
  readonly sql: string;
}

/** Tries a statement and all that is checked at its commit, then takes everything back; null when it was accepted. */
export async function attempt(client: pg.ClientBase, { ddl = [], given, sql }: Attempt): Promise<Refusal | null> {
  await client.query('BEGIN');
  try {
    for (const statement of ddl) await client.query(statement);
    if (given !== undefined) await pastTriggers(client, given);
    return await client.query(`${sql}; SET CONSTRAINTS ALL IMMEDIATE`).then(() => null, refusalOf);
  } finally {
    await client.query('ROLLBACK');
  }
}

/** Runs it within the transaction past the triggers: these watch the way to a row, and a test begins where it ended. */
export async function pastTriggers(client: pg.ClientBase, sql: string): Promise<void> {
  const { rows } = await client.query<{ table: string }>(
    `SELECT DISTINCT tgrelid::regclass::text AS table FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid
     WHERE NOT tgisinternal AND relnamespace IN ('public'::regnamespace, 'register'::regnamespace)`,
  );
  const all = (action: string) => rows.map(({ table }) => `ALTER TABLE ${table} ${action} TRIGGER USER`).join(';');
  await client.query(`${all('DISABLE')}; ${sql}; SET CONSTRAINTS ALL IMMEDIATE; ${all('ENABLE')}`);
  await client.query('SET CONSTRAINTS ALL DEFERRED');
}

function refusalOf(error: Partial<pg.DatabaseError>): Refusal {
  const { code = '', table = '', constraint = '', column = '', message = '', schema = 'public' } = error;
  return { code, table: schema === 'public' ? table : `${schema}.${table}`, constraint, column, message };
}
