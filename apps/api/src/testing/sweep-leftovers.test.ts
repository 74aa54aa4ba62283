import { randomUUID } from 'node:crypto';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { applications } from '@commonlot/contracts';
import { DiscardRemovedFiles } from '../applications/index.js';
import { CONFIG, type Config } from '../platform/config.js';
import { SweepLeftovers } from '../platform/sweep-leftovers.js';
import { WorkerLoop } from '../platform/worker-loop.js';
import { givenDraft, givenFile } from './given-application.js';
import { givenOpenCall } from './given-call.js';
import { givenPlanInForce } from './given-plan.js';
import { TestApi } from './test-api.js';

let api: TestApi;
let folder: string;
beforeAll(async () => {
  api = await TestApi.start();
  folder = (api.get(CONFIG as never) as Config).FILES_DIRECTORY;
});
afterAll(() => api.stop());

const pathOf = (name: string) => join(folder, name.slice(0, 2), name);
async function onDisk(name: string): Promise<boolean> {
  const names: string[] = await readdir(dirname(pathOf(name))).catch(() => []);
  return names.includes(name);
}
/** Puts bytes where files are kept, last written so many hours ago. */
async function leave(name: string, hours: number): Promise<string> {
  await mkdir(dirname(pathOf(name)), { recursive: true });
  await writeFile(pathOf(name), 'x');
  await age(name, hours);
  return name;
}
async function age(name: string, hours: number): Promise<void> {
  const at = new Date(Date.now() - hours * 3_600_000);
  await utimes(pathOf(name), at, at);
}

it('takes halves and bytes without a row away after a day, and leaves everything else', async () => {
  const draft = await givenDraft(api, await givenOpenCall(api, await givenPlanInForce(api)));
  const { fileId: kept } = await givenFile(api, draft);
  await age(kept, 1_000);
  const [orphan, half] = [await leave(randomUUID(), 25), await leave(`${randomUUID()}.part`, 25)];
  const [youngOrphan, youngHalf] = [await leave(randomUUID(), 23), await leave(`${randomUUID()}.part`, 23)];
  const [foreign, hidden] = [await leave('ab-notes.txt', 1_000), await leave('ab-.part', 1_000)];

  await api.get(SweepLeftovers).run();

  const left = await Promise.all([kept, orphan, half, youngOrphan, youngHalf, foreign, hidden].map(onDisk));
  expect(left).toEqual([true, false, false, true, true, true, true]);
});

it('takes the bytes of a removed file away after a day, and keeps its row', async () => {
  const call = await givenOpenCall(api, await givenPlanInForce(api, { year: 2027 }));
  const draft = await givenDraft(api, call);
  const [gone, fresh, kept] = [await givenFile(api, draft), await givenFile(api, draft), await givenFile(api, draft)];
  const as = draft.organisation.representative;
  for (const { fileId } of [gone, fresh]) {
    await api.ok(applications.removeFile, { params: { applicationId: draft.id, fileId } }, { as });
  }
  await api.sql(`UPDATE application_file SET removed_at = now() - interval '25 hours' WHERE file_id = $1`, [
    gone.fileId,
  ]);

  await api.get(DiscardRemovedFiles).run();
  await api.get(DiscardRemovedFiles).run();

  const left = await Promise.all([gone, fresh, kept].map(({ fileId }) => onDisk(fileId)));
  expect(left).toEqual([false, true, true]);
  expect(await api.sql('SELECT sha256 FROM stored_file WHERE id = $1', [gone.fileId])).toEqual([
    { sha256: gone.sha256 },
  ]);
});

it('forgets counters and keys that are over', async () => {
  await api.sql(
    `INSERT INTO rate_window (bucket, window_start, hits) VALUES ('old', now() - interval '25 hours', 1), ('new', now(), 1)`,
  );
  await api.sql(
    `INSERT INTO idempotency (person_id, key, endpoint, body_hash, created_at)
     SELECT gen_random_uuid(), gen_random_uuid(), name, '', now() - age
     FROM (VALUES ('old', interval '31 days'), ('new', interval '29 days')) AS k (name, age)`,
  );
  await api.get(SweepLeftovers).run();
  expect(await api.sql(`SELECT bucket FROM rate_window WHERE bucket IN ('old', 'new')`)).toEqual([{ bucket: 'new' }]);
  expect(await api.sql(`SELECT endpoint FROM idempotency WHERE endpoint IN ('old', 'new')`)).toEqual([
    { endpoint: 'new' },
  ]);
});

it('does so by the clock while the worker works, like everything that does', async () => {
  await api.get(WorkerLoop).start();
  const known = async () =>
    (await api.sql<{ identifier: string }>('SELECT identifier FROM graphile_worker._private_known_crontabs'))
      .map(({ identifier }) => identifier)
      .toSorted();
  for (let tries = 0; tries < 100 && (await known()).length < 5; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(await known()).toEqual([
    'check-invariants',
    'discard-removed-files',
    'scan-waiting',
    'seal-journal',
    'sweep-leftovers',
  ]);
});

it('does nothing where no file was ever kept', async () => {
  const empty = await TestApi.start({ settings: { FILES_DIRECTORY: join(folder, 'not-there') } });
  await expect(empty.get(SweepLeftovers).run()).resolves.toBeUndefined();
  await empty.stop();
});
