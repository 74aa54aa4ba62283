import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hash } from '@node-rs/argon2';
import pg from 'pg';
import { freePort } from '../ports.mjs';
import { prepare } from '../postgres/data-folder.mjs';
import { startPostgres } from '../postgres/start-postgres.mjs';
import { startProgram, untilListening } from '../run/programs.mjs';
import { stopLater } from '../run/shutdown.mjs';
import { migrate, seed, startServices, startWeb, systemEnvironment } from '../run/system.mjs';

const password = 'een wachtwoord voor de meting';
const accounts = 2000;
const awards = 100_000;

/** The whole system as it runs for people, on a durable database with the demonstration and 100,000 awards. */
export async function startWorld() {
  const parent = process.getuid?.() === 0 ? '/tmp' : tmpdir();
  const dataDir = prepare(mkdtempSync(join(parent, 'commonlot-bench-')));
  stopLater(async () => rmSync(dataDir, { recursive: true, force: true }));
  const server = await startPostgres({ dataDir, durable: true });
  stopLater(server.stop);
  const env = await systemEnvironment({
    ...{ databaseUrl: server.url, dataDir, port: await freePort(), mode: 'demonstration' },
  });
  await migrate(env);
  await seed(env);
  const people = await fill(server.url);
  await startServices(env);
  await startWeb(env);
  const recordFile = join(dataDir, 'statements.jsonl');
  const recorder = await startRecorder(env, dataDir, recordFile);
  const raw = await startRaw(env, dataDir);
  const at = (port) => `http://127.0.0.1:${port}`;
  return { databaseUrl: server.url, web: at(env.PORT), api: env.API_URL, recorder, recordFile, raw, ...people };
}

/** Accounts to sign in with, and awards of years past, written straight into the tables: a benchmark's past. */
async function fill(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const passwordHash = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    await client.query(
      `INSERT INTO person (id, email, name, screen_language, state, password_hash)
       SELECT gen_random_uuid(), 'bench' || n || '@example.org', 'Bench ' || n, 'nl', 'unconfirmed', $1
       FROM generate_series(1, $2::int) n`,
      [passwordHash, accounts],
    );
    await client.query("UPDATE person SET state = 'active', confirmed_at = now() WHERE email LIKE 'bench%'");
    await client.query(
      `WITH known AS MATERIALIZED (
         SELECT *, row_number() OVER (ORDER BY number) - 1 AS place, count(*) OVER () AS places FROM register.award
       )
       INSERT INTO register.award
       SELECT gen_random_uuid(), '1999-B' || n, DATE '1999-01-01' + n % 3650, a.released_at, 1999 + n % 10, a.line_id,
         a.line_code, a.line_label, a.call_number, a.call_title, a.organisation_id, a.organisation_name,
         a.enterprise_number, a.municipality_nis, a.municipality, a.region, a.latitude, a.longitude, a.language, a.title,
         a.reason, a.amount_cents + n, 0, a.search
       FROM generate_series(1, $1::int) n JOIN known a ON a.place = n % a.places`,
      [awards],
    );
    await client.query('ANALYZE');
    const emails = Array.from({ length: accounts }, (_, index) => `bench${index + 1}@example.org`);
    return { password, passwordHash, accounts: emails };
  } finally {
    await client.end();
  }
}

async function startRecorder(env, dataDir, recordFile) {
  const own = { ...env, API_PORT: String(await freePort()), RECORD_SQL: recordFile };
  const args = ['--import', new URL('record-sql.mjs', import.meta.url).href, 'apps/api/dist/main.js'];
  const program = startProgram({ name: 'recorder', args, env: own, logFile: join(dataDir, 'recorder.log') });
  return `http://127.0.0.1:${await untilListening(program)}`;
}

async function startRaw(env, dataDir) {
  const args = ['packages/tooling/bench/raw-server.mjs'];
  const program = startProgram({ name: 'raw', args, env, logFile: join(dataDir, 'raw.log') });
  return `http://127.0.0.1:${await untilListening(program)}`;
}
