import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { applications } from '@commonlot/contracts';
import { CONFIG, type Config } from '../platform/config.js';
import { FileStore, keyOf } from '../platform/files-store.js';
import { type GivenApplication, givenDraft, givenFile, pdf } from '../testing/given-application.js';
import { givenOpenCall } from '../testing/given-call.js';
import { givenPlanInForce } from '../testing/given-plan.js';
import { heardLog } from '../testing/heard-log.js';
import { type S3Server, startS3Server } from '../testing/s3-server.js';
import { TestApi } from '../testing/test-api.js';
import { copyFiles, putFiles } from './copy-files.js';
import { verifyFiles } from './verify-files.js';

let s3: S3Server;
beforeAll(async () => {
  s3 = await startS3Server();
});
afterAll(() => s3.stop());

describe.each(['a folder', 'a bucket'])('files in %s', (kind) => {
  let api: TestApi;
  let copies: string;
  let draft: GivenApplication;
  let ids: string[];
  beforeAll(async () => {
    api = await TestApi.start({ settings: kind === 'a bucket' ? s3.settings : {} });
    await api.get(FileStore).prepare();
    copies = await mkdtemp(join(tmpdir(), 'commonlot-copies-'));
    draft = await givenDraft(api, await givenOpenCall(api, await givenPlanInForce(api)));
    const files = [await givenFile(api, draft), await givenFile(api, draft), await givenFile(api, draft)];
    ids = files.map(({ fileId }) => fileId);
  });
  afterAll(async () => {
    await api.stop();
    await rm(copies, { recursive: true, force: true });
  });

  const config = () => api.get(CONFIG as never) as Config;
  const idAt = (index: number) => ids[index] ?? '';
  const pathOf = (index: number) => join(copies, keyOf(idAt(index)));
  const copied = async () =>
    (await readdir(copies, { recursive: true, withFileTypes: true })).filter((e) => e.isFile()).map(({ name }) => name);

  it('are copied once, whole, without those that were removed', async () => {
    const params = { applicationId: draft.id, fileId: idAt(2) };
    await api.ok(applications.removeFile, { params }, { as: draft.organisation.representative });
    expect(await heardLog(() => copyFiles(config(), [copies]))).toBe('2 files copied, 0 were there.\n');
    expect(await heardLog(() => copyFiles(config(), [copies]))).toBe('0 files copied, 2 were there.\n');
    expect((await copied()).toSorted()).toEqual([idAt(0), idAt(1)].toSorted());
  });

  it('are copied again where a copy was cut off', async () => {
    await writeFile(pathOf(0), pdf.subarray(0, 5));
    await writeFile(`${pathOf(1)}.copy`, 'x');
    expect(await heardLog(() => copyFiles(config(), [copies]))).toBe('1 files copied, 1 were there.\n');
  });

  it('are put back when they are lost', async () => {
    for (const id of [idAt(0), idAt(1)]) await api.get(FileStore).remove(id);
    await expect(verifyFiles(config())).rejects.toThrow(`${idAt(0)}: no bytes`);
    expect(await heardLog(() => putFiles(config(), [copies]))).toBe('2 files put back.\n');
    expect(await heardLog(() => putFiles(config(), [copies]))).toBe('0 files put back.\n');
    expect(await heardLog(() => verifyFiles(config()))).toMatch(/^All 2 files/);
  });

  it('are not put back from a copy that is missing or has another byte', async () => {
    for (const id of [idAt(0), idAt(1)]) await api.get(FileStore).remove(id);
    await rm(pathOf(0));
    await mkdir(dirname(pathOf(1)), { recursive: true });
    await writeFile(pathOf(1), Buffer.alloc(pdf.length, 1));
    await expect(putFiles(config(), [copies])).rejects.toThrow(
      new RegExp(`2 of 2 files .*(${idAt(0)}: no bytes|${idAt(1)}: other bytes)`, 's'),
    );
    const { FILES_DIRECTORY } = config();
    const left = await readdir(FILES_DIRECTORY, { recursive: true, withFileTypes: true });
    expect(left.filter((entry) => entry.isFile() && !entry.name.startsWith(idAt(2)))).toEqual([]);
  });

  it('tell which of them the store itself lacks', async () => {
    await expect(copyFiles(config(), [copies])).rejects.toThrow(`${idAt(0)}: no bytes`);
  });
});
