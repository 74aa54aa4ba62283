import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { access, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { type S3Server, startS3Server } from '../testing/s3-server.js';
import { readConfig } from './config.js';
import { openFileStore } from './configured.js';
import { BucketStore } from './files-in-bucket.js';
import { BytesMissing, type FileStore, keyOf, type SpooledFile } from './files-store.js';

let folder: string;
let s3: S3Server;
const stores: Record<string, FileStore> = {};
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commonlot-store-'));
  s3 = await startS3Server();
  const settings = { DATABASE_URL: 'postgres://localhost/x', COMMONLOT_MODE: 'test', FILES_DIRECTORY: folder };
  stores['a folder'] = await openFileStore(readConfig(settings));
  stores['a bucket'] = await openFileStore(readConfig({ ...settings, ...s3.settings }));
});
afterAll(async () => {
  await s3.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Bytes as `Files` leaves them for the store: complete, beside where a folder keeps them. */
async function spool(id: string, bytes: Buffer): Promise<SpooledFile> {
  const path = join(folder, `${keyOf(id)}.part`);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
  return { path, sizeBytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}
const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

describe.each(['a folder', 'a bucket'])('%s', (name) => {
  let store: FileStore;
  beforeAll(async () => {
    store = stores[name] as FileStore;
    await store.prepare();
    await store.prepare();
  });

  // Sizes around the chunks in which streams come, and one that no framing of a protocol would leave alone.
  it.each([1, 65_535, 65_536, 100_000, 3_000_017])('gives %i bytes back as they were', async (size) => {
    const [id, bytes] = [randomUUID(), randomBytes(size)];
    const spooled = await spool(id, bytes);
    await store.settle(id, spooled);
    expect((await buffer(await store.open(id))).equals(bytes)).toBe(true);
    expect(await exists(spooled.path)).toBe(false);
  });

  it('knows what it does not have', async () => {
    const id = randomUUID();
    await expect(store.open(id)).rejects.toThrow(BytesMissing);
    await store.settle(id, await spool(id, randomBytes(10)));
    await store.remove(id);
    await store.remove(id);
    await expect(store.open(id)).rejects.toThrow(BytesMissing);
  });

  it('lists what it keeps, with the time', async () => {
    const ids = [randomUUID(), randomUUID(), randomUUID()];
    for (const id of ids) await store.settle(id, await spool(id, randomBytes(10)));
    const listed = new Map<string, Date>();
    for await (const { id, keptAt } of store.list()) listed.set(id, keptAt);
    for (const id of ids) expect(Math.abs(Date.now() - (listed.get(id)?.getTime() ?? 0))).toBeLessThan(60_000);
  });

  it('lets a reader go away in the middle', async () => {
    const id = randomUUID();
    await store.settle(id, await spool(id, randomBytes(1_000_000)));
    const stream = await store.open(id);
    for await (const _ of stream) break;
    for (let tries = 0; tries < 50 && !stream.destroyed; tries += 1) await pause(10);
    expect(stream.destroyed).toBe(true);
  });
});

describe('a bucket that does not work', () => {
  const bucket = (change: { endpoint?: string; bucket?: string; accessKey?: string }) =>
    new BucketStore({
      endpoint: s3.settings.S3_ENDPOINT,
      region: 'x',
      bucket: s3.settings.S3_BUCKET,
      accessKey: s3.settings.S3_ACCESS_KEY,
      secretKey: s3.settings.S3_SECRET_KEY,
      patienceMs: 500,
      ...change,
    });

  it.each([
    ['it is not there', { bucket: 'not-there' }],
    ['it does not know us', { accessKey: 'nobody' }],
    ['nobody listens', { endpoint: 'http://127.0.0.1:1' }],
  ])('leaves the spooled bytes when %s', async (_case, change) => {
    const id = randomUUID();
    const spooled = await spool(id, randomBytes(10));
    await expect(bucket(change).settle(id, spooled)).rejects.toThrow();
    expect(await exists(spooled.path)).toBe(true);
  });

  it('is told apart from one that is not made yet', async () => {
    await expect(bucket({ accessKey: 'nobody' }).prepare()).rejects.toThrow();
    await bucket({ bucket: 'made-by-prepare' }).prepare();
    await expect(bucket({ bucket: 'made-by-prepare' }).open(randomUUID())).rejects.toThrow(BytesMissing);
  });

  it('fails in time when it accepts and says nothing', async () => {
    const sockets: Socket[] = [];
    const silent = createServer((socket) => sockets.push(socket));
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const id = randomUUID();
    const spooled = await spool(id, randomBytes(10));
    const startedAt = performance.now();
    await expect(bucket({ endpoint: `http://127.0.0.1:${port}` }).settle(id, spooled)).rejects.toThrow();
    for (const socket of sockets) socket.destroy();
    silent.close();
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });
});
