import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { eicar, FakeClamd, type Mood } from '../testing/fake-clamd.js';
import { scanStream } from './scan-stream.js';

let clamd: FakeClamd;
beforeAll(async () => {
  clamd = await FakeClamd.start();
});
afterAll(() => clamd.stop());
beforeEach(() => {
  clamd.mood = 'works';
});

const streamOf = (...chunks: Buffer[]) => Readable.from(chunks, { objectMode: false });

it('finds the test virus, also where two chunks meet', async () => {
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(70_000), Buffer.from(eicar)]);
  const found = { state: 'infected', signature: 'Win.Test.EICAR_HDB-1' };
  expect(await scanStream(clamd.url, streamOf(bytes), 5_000)).toEqual(found);
  const [head, tail] = [bytes.subarray(0, bytes.length - 30), bytes.subarray(bytes.length - 30)];
  expect(await scanStream(clamd.url, streamOf(head, tail), 5_000)).toEqual(found);
});

it('sends every byte, of a long file too, and passes what is clean', async () => {
  const chunks = Array.from({ length: 40 }, () => randomBytes(200_003));
  expect(await scanStream(clamd.url, streamOf(...chunks), 5_000)).toEqual({ state: 'clean' });
  expect(clamd.scanned.at(-1)?.equals(Buffer.concat(chunks))).toBe(true);
});

it('waits for a slow one', async () => {
  clamd.mood = 'slow';
  expect(await scanStream(clamd.url, streamOf(Buffer.from('x')), 15_000)).toEqual({ state: 'clean' });
});

it.each<[Mood, RegExp]>([
  ['silent', /says nothing/],
  ['cut', /hung up|ECONNRESET|EPIPE|Premature close/],
  ['too-long', /no verdict: INSTREAM size limit exceeded|ECONNRESET|EPIPE/],
  ['odd', /no verdict: stream: Access denied/],
])('has no verdict from one that is %s', async (mood, reason) => {
  clamd.mood = mood;
  // Only one that says nothing is waited for; the others answer, however busy the machine is.
  const patienceMs = mood === 'silent' ? 300 : 15_000;
  const file = streamOf(...Array.from({ length: 50 }, () => randomBytes(100_000)));
  await expect(scanStream(clamd.url, file, patienceMs)).rejects.toThrow(reason);
  expect(file.destroyed).toBe(true);
  await expect(scanStream(clamd.url, streamOf(Buffer.from('short')), patienceMs)).rejects.toThrow(reason);
});

it('has no verdict from one that is away', async () => {
  const gone = await FakeClamd.start();
  const { url } = gone;
  await gone.stop();
  await expect(scanStream(url, streamOf(Buffer.from('x')), 1_000)).rejects.toThrow('ECONNREFUSED');
});

it('has no verdict on a file that breaks off', async () => {
  const broken = new Readable({
    read() {
      this.push(randomBytes(100));
      this.destroy(new Error('the disk is gone'));
    },
  });
  await expect(scanStream(clamd.url, broken, 1_000)).rejects.toThrow('the disk is gone');
});
