import { randomUUID } from 'node:crypto';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { applications } from '@commonlot/contracts';
import { CONFIG, type Config } from '../platform/config.js';
import { FileStore, keyOf } from '../platform/files-store.js';
import { SweepLeftovers } from '../platform/sweep-leftovers.js';
import { givenDraft, givenFile, pdf, upload } from '../testing/given-application.js';
import { type GivenCall, givenOpenCall } from '../testing/given-call.js';
import { givenPlanInForce } from '../testing/given-plan.js';
import { heardLog } from '../testing/heard-log.js';
import { type S3Server, startS3Server } from '../testing/s3-server.js';
import { TestApi } from '../testing/test-api.js';
import { verifyFiles } from './verify-files.js';

/** The whole API on a bucket: the same promises as on a folder. */
let s3: S3Server;
let api: TestApi;
let call: GivenCall;
beforeAll(async () => {
  s3 = await startS3Server();
  api = await TestApi.start({ processes: 2, settings: { ...s3.settings, MAX_FILE_BYTES: '200000' } });
  await api.get(FileStore).prepare();
  call = await givenOpenCall(api, await givenPlanInForce(api));
});
afterAll(async () => {
  await api.stop();
  await s3.stop();
});

const config = () => api.get(CONFIG as never) as Config;
async function namesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}
/** The ids that the bucket holds. */
async function kept(): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of api.get(FileStore).list()) ids.push(id);
  return ids;
}
const refusal = (answer: { status: number; body: unknown }) => [answer.status, (answer.body as { code?: string }).code];

it('keeps an attachment in the bucket and nothing on this machine, and any process gives it back', async () => {
  const bytes = Buffer.concat([pdf, Buffer.alloc(150_001, 7)]);
  const draft = await givenDraft(api, call);
  const { fileId } = await givenFile(api, draft, { bytes });
  expect(await kept()).toContain(fileId);
  expect(await namesBelow(config().FILES_DIRECTORY)).toEqual([]);
  const params = { applicationId: draft.id, fileId };
  const answer = await api.call(
    applications.readApplicationFile,
    { params },
    { as: draft.organisation.representative, process: 1 },
  );
  expect(answer.status).toBe(200);
  expect(answer.raw.equals(bytes)).toBe(true);
});

it('leaves nothing of a file that is refused', async () => {
  const draft = await givenDraft(api, call);
  const before = await kept();
  expect(refusal(await upload(api, draft, { bytes: Buffer.alloc(200_001, 1) }))).toEqual([413, 'file.too-large']);
  expect(refusal(await upload(api, draft, { bytes: Buffer.from('MZ no document') }))).toEqual([
    422,
    'file.type-refused',
  ]);
  expect(await kept()).toEqual(before);
  expect(await namesBelow(config().FILES_DIRECTORY)).toEqual([]);
});

it('sweeps bytes whose row never came, after a day', async () => {
  const draft = await givenDraft(api, call);
  const { fileId } = await givenFile(api, draft);
  const store = api.get(FileStore);
  const [old, young] = [randomUUID(), randomUUID()];
  for (const id of [old, young]) await putObject(store, id);
  for (const id of [old, fileId]) await age(id);
  await api.get(SweepLeftovers).run();
  const left = await kept();
  expect([fileId, old, young].map((id) => left.includes(id))).toEqual([true, false, true]);
});

it('says that the service is away while the bucket is, and takes the same file again afterwards', async () => {
  const draft = await givenDraft(api, call);
  const { fileId } = await givenFile(api, draft);
  const words = await heardLog(async () => {
    const away = await TestApi.start({ settings: { ...s3.settings, S3_ENDPOINT: 'http://127.0.0.1:1' } });
    try {
      const other = await givenDraft(away, await givenOpenCall(away, await givenPlanInForce(away)));
      expect(refusal(await upload(away, other))).toEqual([503, 'service.unavailable']);
      expect(await namesBelow((away.get(CONFIG as never) as Config).FILES_DIRECTORY)).toEqual([]);
    } finally {
      await away.stop();
    }
  });
  expect(words).toContain('file.store-unavailable');
  expect(await kept()).toContain(fileId);
});

it('tells a reader that the bytes are gone, and the log too', async () => {
  const draft = await givenDraft(api, call);
  const { fileId } = await givenFile(api, draft);
  await api.get(FileStore).remove(fileId);
  const words = await heardLog(async () => {
    const params = { applicationId: draft.id, fileId };
    const as = draft.organisation.representative;
    expect(refusal(await api.call(applications.readApplicationFile, { params }, { as }))).toEqual([
      404,
      'file.missing',
    ]);
  });
  expect(words).toContain(`"event":"file.bytes-missing"`);
  await expect(verifyFiles(config())).rejects.toThrow(`${fileId}: no bytes`);
  await api.sql('DELETE FROM application_file WHERE file_id = $1', [fileId]);
  await api.sql('DELETE FROM stored_file WHERE id = $1', [fileId]);
  await expect(verifyFiles(config())).resolves.toBeUndefined();
});

async function putObject(store: FileStore, id: string): Promise<void> {
  const path = join(config().FILES_DIRECTORY, `${keyOf(id)}.part`);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, 'x');
  await store.settle(id, {
    path,
    sizeBytes: 1,
    sha256: '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881',
  });
}

/** Makes an object of the test's store two days old. */
async function age(id: string): Promise<void> {
  const then = new Date(Date.now() - 2 * 86_400_000);
  const entries = await readdir(s3.folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (entry.isFile() && entry.name.startsWith(id)) await utimes(join(entry.parentPath, entry.name), then, then);
  }
}
