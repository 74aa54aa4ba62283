import { type IncomingMessage, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { SnapshotDatabase } from '../../platform/index.js';
import { archiveVerdict } from '../../testing/audit-export.js';
import { type GivenPlan, givenPlanInForce } from '../../testing/given-plan.js';
import { TestApi, type TestPerson } from '../../testing/test-api.js';
import { ReadLedgerExport } from './read-ledger-export.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

let api: TestApi;
let auditor: TestPerson;
let plan: GivenPlan;
let port: string;
beforeAll(async () => {
  api = await TestApi.start();
  auditor = await api.person(['auditor'], 'Ada Auditor');
  plan = await givenPlanInForce(api);
  const server = api.get(HttpAdapterHost).httpAdapter.getInstance<FastifyInstance>();
  port = new URL(await server.listen({ port: 0, host: '127.0.0.1' })).port;
  await lengthen(2_000);
}, 60_000);
afterAll(() => api.stop());

/** More of the journal, of texts that do not pack well: in the end more than fits on the way to somebody who takes nothing. */
const lengthen = (rows: number) =>
  api.sql(
    `INSERT INTO journal (type, subject_type, subject_id, data)
     SELECT 'plan-version.tried', 'plan-version', $1,
       jsonb_build_object('noise', (SELECT string_agg(md5(n::text || '/' || part), '') FROM generate_series(1, 120) part))
     FROM generate_series(1, $2::int) n`,
    [plan.versionId, rows],
  );

const use = () => api.get(SnapshotDatabase).use;

async function until(what: () => Promise<boolean> | boolean): Promise<void> {
  for (let turn = 0; turn < 500; turn += 1) {
    if (await what()) return;
    await pause(20);
  }
  throw new Error('It did not come to that in ten seconds.');
}

/** Asks for the archive; comes back with its first bytes waiting, and takes no more of them. */
function begun(): Promise<IncomingMessage> {
  const headers = { cookie: `session=${auditor.token}` };
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path: '/api/ledger-exports/2026', headers }, (answer) => {
      answer.once('readable', () => resolve(answer));
    });
    sent.on('error', reject).end();
  });
}

/** The connection that reads for the archive, while PostgreSQL waits to be asked for the next piece. */
const reading = () =>
  api.sql<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'FETCH%'
       AND state = 'idle in transaction'`,
  );

/** The pool is whole: both of its connections read again. */
async function isWhole(): Promise<void> {
  const database = api.get(SnapshotDatabase);
  await until(() => use().used === 0 && use().waiting === 0);
  const both = [await database.begin(), await database.begin()];
  for (const each of both) expect(await each.row('SELECT 1 AS one')).toEqual({ one: 1 });
  for (const each of both) await each.close();
  expect(use()).toEqual({ used: 0, idle: 2, waiting: 0 });
}

const STEP = 3_000_000;

test('the memory of an export does not grow with what was already sent', async () => {
  await held();
  await lengthen(18_000);
  const alive = await held();
  expect(alive.length).toBeGreaterThanOrEqual(10);
  // The least of several: what is on its way, and what was not swept yet, only ever comes on top.
  const grown = Math.min(...alive.slice(-5)) - Math.min(...alive.slice(0, 5));
  // Had it kept all that it packed, or all rows, this would be one or more.
  expect(grown / (STEP * (alive.length - 5))).toBeLessThan(0.5);
}, 60_000);

/** The bytes of heap and buffers that are alive, after every three megabytes of an archive that is taken and dropped. */
async function held(): Promise<number[]> {
  const { stream } = await api.get(ReadLedgerExport).execute({ personId: auditor.id } as never, 2026);
  const alive: number[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += (chunk as Buffer).length;
    if (bytes < (alive.length + 1) * STEP) continue;
    collectGarbage();
    const { heapUsed, external } = process.memoryUsage();
    alive.push(heapUsed + external);
  }
  return alive;
}

test('whoever goes away ends the reading, and the pool is whole again', async () => {
  for (let turn = 0; turn < 3; turn += 1) {
    const answer = await begun();
    // It reads no further than somebody takes: the transaction is open and idle.
    await until(async () => (await reading()).length === 1);
    expect(use().used).toBe(1);
    answer.destroy();
    await until(async () => (await reading()).length === 0);
  }
  await isWhole();
}, 30_000);

test('when the reading breaks off, so does the download, and what came of it is no archive', async () => {
  const answer = await begun();
  await until(async () => (await reading()).length === 1);
  const [{ pid } = { pid: 0 }] = await reading();
  await api.sql('SELECT pg_terminate_backend($1)', [pid]);
  const chunks: Buffer[] = [];
  await expect(async () => {
    for await (const chunk of answer) chunks.push(chunk as Buffer);
  }).rejects.toMatchObject({ code: 'ECONNRESET' });
  expect(answer.complete).toBe(false);
  expect(await archiveVerdict(Buffer.concat(chunks))).toMatchObject({ code: 1 });
  await isWhole();
}, 30_000);
