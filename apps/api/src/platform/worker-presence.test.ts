import { setTimeout as pause } from 'node:timers/promises';
import { TestApi } from '../testing/test-api.js';
import { CONFIG, type Config } from './config.js';
import { WorkerLoop } from './worker-loop.js';
import { WorkerPresence } from './worker-presence.js';

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.start();
});
afterAll(() => api.stop());

/** A job that a worker of this name took a minute ago and has not finished. */
const takenBy = (worker: string) =>
  api.sql(
    `WITH job AS (SELECT id FROM graphile_worker.add_job('sweep-leftovers', job_key => $1))
     SELECT id FROM job`,
    [worker],
  );
const take = (worker: string) =>
  api.sql(
    `UPDATE graphile_worker._private_jobs SET locked_by = $1, locked_at = now() - interval '1 minute', attempts = 1
     WHERE key = $1`,
    [worker],
  );
const holders = async () =>
  (
    await api.sql<{ key: string }>(
      `SELECT key FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL ORDER BY 1`,
    )
  ).map(({ key }) => key);

test('what a killed worker had in hand is done by the next one, and what a living one has is left to it', async () => {
  const { DATABASE_URL } = api.get(CONFIG as never) as Config;
  for (const worker of ['pool-killed', 'pool-living']) {
    await takenBy(worker);
    await take(worker);
  }
  expect(await holders()).toEqual(['pool-killed', 'pool-living']);
  const failures: unknown[] = [];
  const living = new WorkerPresence(DATABASE_URL, 'pool-living', (error) => failures.push(error));
  await living.start();
  expect(await holders()).toEqual(['pool-living']);

  await take('pool-killed');
  await api.get(WorkerLoop).start();
  const waiting = () => api.sql(`SELECT 1 FROM graphile_worker._private_jobs WHERE key = 'pool-killed'`);
  for (let tries = 0; tries < 300 && (await waiting()).length > 0; tries += 1) await pause(20);
  expect(await waiting()).toEqual([]);
  expect(await holders()).toEqual(['pool-living']);
  await living.stop();
  expect(failures).toEqual([]);
});

test('a worker whose connection was ended says again that it is there', async () => {
  const { DATABASE_URL } = api.get(CONFIG as never) as Config;
  const presence = new WorkerPresence(DATABASE_URL, 'pool-cut-off', () => undefined);
  await presence.start();
  const locks = () =>
    api.sql<{ pid: number }>(
      `SELECT l.pid FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE l.locktype = 'advisory' AND l.granted
         AND a.datname = current_database() AND a.application_name = 'commonlot worker presence'
         AND (l.classid::bigint << 32 | l.objid::bigint) = hashtextextended('commonlot worker pool-cut-off', 0)`,
    );
  const [first] = await locks();
  await api.sql('SELECT pg_terminate_backend($1)', [first?.pid]);
  const isBack = async () => (await locks()).some(({ pid }) => pid !== first?.pid);
  for (let tries = 0; tries < 700 && !(await isBack()); tries += 1) await pause(20);
  expect(await isBack()).toBe(true);
  await presence.stop();
}, 30_000);
