import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** A database of a test file's own: a clone of the migrated template, dropped at the end. */
export interface TestDatabase {
  readonly name: string;
  readonly url: string;
  /** Reads and prepares as the owner of the tables, past the rights of the API. */
  readonly owner: pg.Pool;
  drop(): Promise<void>;
}

/**
 * Clones a template: the one that `npm test` migrated unless another is named (TEST_DATABASE_URL names the server,
 * TEST_TEMPLATE the template). Nobody may be connected to a template.
 */
export async function cloneDatabase(
  template = process.env['TEST_TEMPLATE'] ?? 'commonlot_template',
): Promise<TestDatabase> {
  const server = process.env['TEST_DATABASE_URL'];
  if (server === undefined) throw new Error('TEST_DATABASE_URL is missing: run the tests by `npm test -- api`.');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  // Two clones of one template at once refuse each other; one after the other they take 40 to 200 ms.
  await administer(server, `CREATE DATABASE ${name} TEMPLATE ${template}`, 'SELECT pg_advisory_lock(7202611)');
  const url = new URL(server);
  url.pathname = `/${name}`;
  const owner = new pg.Pool({ connectionString: url.href, max: 4 });
  owner.on('error', () => undefined);
  return {
    name,
    url: url.href,
    owner,
    drop: async () => {
      if (!owner.ended) await owner.end();
      await drop(server, name);
    },
  };
}

/**
 * Drops the database; by force only where a connection was left open. Force is refused while an autovacuum works in it,
 * for that is not ours to end; without force the server ends it itself.
 */
async function drop(server: string, name: string): Promise<void> {
  try {
    await administer(server, `DROP DATABASE ${name}`);
  } catch (error) {
    if ((error as { code?: string }).code !== '55006') throw error;
    await administer(server, `DROP DATABASE ${name} WITH (FORCE)`);
  }
}

/** Runs statements one after the other, outside the database that they are about. */
async function administer(server: string, statement: string, first = 'SELECT 1'): Promise<void> {
  const url = new URL(server);
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(first);
    await client.query(statement);
  } finally {
    await client.end();
  }
}
