import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { isAlive, waitUntil } from '../processes.mjs';
import { readPostmaster } from './leftover.mjs';
import { startPostgres } from './start-postgres.mjs';
import { startThrowAwayPostgres } from './throw-away.mjs';

let first;
before(async () => {
  first = await startThrowAwayPostgres();
});
after(() => first.stop());

async function query(url, text) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

/** Starts PostgreSQL on a new folder, in a process of its own that can be killed. */
async function hold(name) {
  const dataDir = join(first.dataDir, name);
  mkdirSync(dataDir, { mode: 0o711 });
  const script = fileURLToPath(new URL('hold.mjs', import.meta.url));
  const runner = spawn(process.execPath, [script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(runner.stdout, 'data');
  const cluster = join(dataDir, basename(first.cluster));
  return { runner, dataDir, cluster, url: String(line).trim(), serverPid: readPostmaster(cluster).pid };
}

async function kill(runner) {
  runner.kill('SIGKILL');
  await once(runner, 'exit');
}

test('the role is the owner and not a superuser', async () => {
  const [role] = await query(
    first.url,
    'SELECT rolsuper, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = current_user',
  );
  assert.deepEqual(role, { rolsuper: false, rolcreaterole: true, rolcreatedb: true });
});

test('a database made later has the extensions', async () => {
  await query(first.url, 'CREATE DATABASE later');
  const rows = await query(first.url.replace(/commonlot$/, 'later'), 'SELECT extname FROM pg_extension');
  const names = rows.map((row) => row.extname);
  for (const name of ['citext', 'pg_trgm', 'unaccent', 'btree_gist']) assert.ok(names.includes(name), name);
});

test('accented capitals are folded, whatever the locale of the machine', async () => {
  const [row] = await query(first.url, `SELECT lower('LIÈGE') AS lower, to_tsvector('simple', 'ÉTÉ')::text AS words`);
  assert.deepEqual(row, { lower: 'liège', words: "'été':1" });
});

test('a wrong password is refused', async () => {
  await assert.rejects(
    query(first.url.replace(/:[0-9a-f]+@/, ':wrong@'), 'SELECT 1'),
    /password authentication failed/,
  );
});

test('only the owner can read the password', () => {
  assert.equal(statSync(`${first.cluster}.password`).mode & 0o777, 0o600);
});

test('a second start on the same data shares the server and does not stop it', async () => {
  const second = await startPostgres({ dataDir: first.dataDir, durable: false });
  assert.equal(second.isShared, true);
  await second.stop();
  assert.equal((await query(first.url, 'SELECT 1 AS one'))[0].one, 1);
});

test('after its runner is killed the next start takes over, with the data', async () => {
  const held = await hold('runner-killed');
  await query(held.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
  await kill(held.runner);
  assert.equal(isAlive(held.serverPid), true, 'PostgreSQL outlives its runner');

  const next = await startPostgres({ dataDir: held.dataDir, durable: true });
  assert.equal(isAlive(held.serverPid), false, 'the server that was left is gone');
  assert.deepEqual(await query(next.url, 'SELECT answer FROM kept'), [{ answer: 42 }]);
  await next.stop();
  assert.equal(readPostmaster(held.cluster), null, 'nothing runs any more');
});

test('after PostgreSQL itself is killed the next start recovers the data', async () => {
  const held = await hold('server-killed');
  await query(held.url, 'CREATE TABLE kept AS SELECT 7 AS answer');
  await kill(held.runner);
  process.kill(held.serverPid, 'SIGKILL');
  await waitUntil(() => !isAlive(held.serverPid), 5000);

  const next = await startPostgres({ dataDir: held.dataDir, durable: true });
  assert.deepEqual(await query(next.url, 'SELECT answer FROM kept'), [{ answer: 7 }]);
  await next.stop();
});

test('after PostgreSQL is killed in the middle of a statement, the next start waits until its last process is gone', async () => {
  const held = await hold('statement-running');
  const client = new pg.Client({ connectionString: held.url });
  client.on('error', () => {});
  await client.connect();
  const [{ pid }] = (await client.query('SELECT pg_backend_pid() AS pid')).rows;
  // A loop that waits for nothing notices only at its end that its server is gone.
  const loop = client.query('DO $$ BEGIN FOR n IN 1..30000000 LOOP NULL; END LOOP; END $$').catch(() => {});
  await kill(held.runner);
  process.kill(held.serverPid, 'SIGKILL');
  await waitUntil(() => !isAlive(held.serverPid), 5000);
  assert.equal(isAlive(pid), true, 'a process of the killed server works on');

  const next = await startPostgres({ dataDir: held.dataDir, durable: true });
  assert.equal(isAlive(pid), false, 'it was gone before the next server began');
  await loop;
  await next.stop();
});

test('a creation that was cut off is not taken for a cluster', async () => {
  const dataDir = join(first.dataDir, 'half-made');
  mkdirSync(join(dataDir, `${basename(first.cluster)}.unfinished`), { recursive: true });
  chmodSync(dataDir, 0o711);
  const server = await startPostgres({ dataDir, durable: false });
  assert.deepEqual(await query(server.url, 'SELECT 1 AS one'), [{ one: 1 }]);
  await server.stop();
});
