import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { withClient } from '../backup/session.mjs';
import { freePort } from '../ports.mjs';
import { canReach, serverAccount } from '../postgres/account.mjs';
import { findBinaries } from '../postgres/binaries.mjs';
import { asSuperuser, createCluster } from '../postgres/cluster.mjs';
import { prepare } from '../postgres/data-folder.mjs';
import { startPostgres } from '../postgres/start-postgres.mjs';
import { repository } from '../repository.mjs';
import { startProgram, untilListening } from '../run/programs.mjs';
import { migrate } from '../run/system.mjs';

const passwords = { owner_password: 'owner-1', service_password: 'service-1', backup_password: 'backup-1' };
let root;
let server;
const urlOf = (role, password) => `postgres://${role}:${password}@127.0.0.1:${server.port}/commonlot`;
const service = () => urlOf('commonlot_service', passwords.service_password);
const owner = () => urlOf('commonlot', passwords.owner_password);

/** The statements of roles.sql, each on a line as the single-user mode wants them, with the passwords filled in. */
function statements() {
  const text = readFileSync(join(repository, 'infra/postgresql/roles.sql'), 'utf8')
    .replace(/^--.*$/gm, '')
    .replace(/:'(\w+)'/g, (_, name) => `'${passwords[name]}'`);
  const [block] = text.match(/DO \$\$[\s\S]*?\$\$;/);
  const rest = text.replace(block, '').split(';');
  return [block, ...rest.map((part) => `${part};`)]
    .map((part) => part.replaceAll(/\s+/g, ' ').trim())
    .filter((s) => s !== ';');
}

before(async () => {
  const account = serverAccount();
  const parent = canReach(account, join(tmpdir(), 'x')) ? tmpdir() : '/tmp';
  root = prepare(mkdtempSync(join(parent, `commonlot-test-${process.pid}-`)));
  const binaries = findBinaries(account, root);
  const cluster = join(root, `postgresql-${binaries.version}`);
  createCluster({ binaries, account, cluster, passwordFile: `${cluster}.password`, durable: false });
  asSuperuser({ binaries, account, cluster }, 'commonlot', [...statements(), ...statements()]);
  server = await startPostgres({ dataDir: root, durable: false });
});
after(async () => {
  await server?.stop();
  rmSync(root, { recursive: true, force: true });
});

const environment = async (url, more = {}) => ({
  ...process.env,
  DATABASE_URL: url,
  COMMONLOT_MODE: 'demonstration',
  FILES_DIRECTORY: join(root, 'files'),
  API_PORT: String(await freePort()),
  ...more,
});

test('the owner migrates', async () => {
  await migrate(await environment(owner()));
  await migrate(await environment(owner()));
});

test('API and worker work as the service account, which owns nothing', async () => {
  const metricsPort = await freePort();
  const start = async (name, more) =>
    startProgram({
      name,
      args: [`apps/api/dist/${name}.js`],
      env: await environment(service(), more),
      logFile: join(root, `${name}.log`),
    });
  const api = await start('main');
  const worker = await start('worker', { METRICS_PORT: String(metricsPort) });
  const port = await untilListening(api);
  const call = (path, body) =>
    fetch(`http://127.0.0.1:${port}/api${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      ...(body && { body: JSON.stringify(body) }),
    });
  try {
    assert.equal((await call('/health/ready')).status, 200);
    const signUp = {
      email: 'lea@choir.example',
      name: 'Léa Peeters',
      password: 'tram langs het kanaal',
      screenLanguage: 'fr',
    };
    const answer = await call('/people', signUp);
    assert.ok(answer.status < 300, `sign-up answered ${answer.status}: ${await answer.text()}`);
    assert.equal((await call('/register/calls')).status, 200);
    await until(async () => {
      const rows = await query(owner(), 'SELECT sent_at FROM outgoing_mail');
      return rows.length > 0 && rows.every(({ sent_at: at }) => at !== null);
    });
    assert.equal((await fetch(`http://127.0.0.1:${metricsPort}/health`)).status, 200);
  } finally {
    await worker.stop();
    await api.stop();
  }
});

for (const statement of [
  'ALTER TABLE person ADD COLUMN mischief int',
  'ALTER TABLE journal DISABLE TRIGGER USER',
  'DELETE FROM journal',
  'UPDATE ledger_entry SET amount_cents = 1',
  'DROP TABLE application',
  'CREATE TABLE mischief (id int)',
  'SET ROLE commonlot',
  'SET session_replication_role = replica',
  `COPY person TO PROGRAM 'cat'`,
  'CREATE ROLE mischief',
]) {
  test(`the service account may not: ${statement}`, async () => {
    await assert.rejects(query(service(), statement), { code: /^(?:42501|42P01)$/ });
  });
}

test('the account of back-ups reads everything and writes nothing', async () => {
  const url = urlOf('commonlot_backup', passwords.backup_password);
  assert.equal((await query(url, 'SELECT count(*)::int AS n FROM journal'))[0].n > 0, true);
  assert.ok((await query(url, 'SHOW data_directory'))[0].data_directory.startsWith(root));
  await withClient(url, async (client) => {
    await client.query(`SELECT pg_backup_start('test', fast => true)`);
    await client.query('SELECT pg_backup_stop(wait_for_archive => false)');
  });
  await assert.rejects(query(url, `UPDATE person SET name = 'x'`), { code: '42501' });
});

test('nobody else may connect', async () => {
  await query(owner(), `CREATE ROLE stranger LOGIN PASSWORD 'x'`);
  await assert.rejects(query(urlOf('stranger', 'x'), 'SELECT 1'), { code: '42501' });
});

async function query(url, text) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

async function until(isDone) {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await isDone()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('It did not happen within thirty seconds.');
}
