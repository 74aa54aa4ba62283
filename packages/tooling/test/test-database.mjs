import pg from 'pg';
import { startThrowAwayPostgres } from '../postgres/throw-away.mjs';
import { stopLater } from '../run/shutdown.mjs';
import { migrate } from '../run/system.mjs';

const template = 'commonlot_template';

/** A PostgreSQL for this run, with a migrated database that tests clone. Stopped and deleted at the end. */
export async function testDatabase() {
  const server = await startThrowAwayPostgres();
  stopLater(server.stop);
  const at = (name) => server.url.replace(/[^/]*$/, name);
  await query(server.url, `CREATE DATABASE ${template}`);
  await migrate({ ...process.env, COMMONLOT_MODE: 'test', DATABASE_URL: at(template) });
  return {
    dataDir: server.dataDir,
    variables: { TEST_DATABASE_URL: server.url, TEST_TEMPLATE: template },
    clone: async (name) => {
      await query(server.url, `CREATE DATABASE ${name} TEMPLATE ${template}`);
      return at(name);
    },
  };
}

async function query(url, statement) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
