import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { unzipSync } from 'fflate';
import { archiveOf } from './archive.js';
import type { ExportTable } from './tables.js';

const head = { year: 2026, createdAt: new Date('2026-02-01T10:00:00Z'), sequences: null, journalAnchor: '' };
const table: ExportTable = { name: 'entries.csv', columns: ['id', 'amount_cents'], sums: ['amount_cents'], sql: '' };

/** So many pieces of a thousand rows that do not pack well; counts how many were asked for. */
function pieces(count: number) {
  const state = { asked: 0 };
  async function* give(): AsyncGenerator<Buffer> {
    for (; state.asked < count; ) {
      state.asked += 1;
      const id = (row: number) => createHash('sha512').update(`${state.asked}/${row}`).digest('base64');
      yield Buffer.from(Array.from({ length: 1_000 }, (_, row) => `${id(row)},${row}\n`).join(''));
    }
  }
  return { state, give };
}

test('the manifest comes last and says what is in each file', async () => {
  const { give } = pieces(3);
  const chunks: Uint8Array[] = [];
  let seal = '';
  for await (const chunk of archiveOf(head, [table], give, (sha256) => {
    seal = sha256;
  }))
    chunks.push(chunk);
  const files = unzipSync(Buffer.concat(chunks));
  expect(Object.keys(files)).toEqual(['entries.csv', 'manifest.json']);
  const content = Buffer.from(files['entries.csv'] ?? []);
  expect(content.toString().slice(0, 18)).toBe(`id,amount_cents\r\n${content.toString()[17]}`);
  const manifest = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString()) as object;
  expect(manifest).toEqual({
    format: 'commonlot-ledger-export',
    formatVersion: 1,
    year: 2026,
    createdAt: '2026-02-01T10:00:00.000Z',
    sequences: null,
    journalAnchor: '',
    files: [
      {
        name: 'entries.csv',
        rows: 3_000,
        bytes: content.length,
        sha256: createHash('sha256').update(content).digest('hex'),
        sums: { amount_cents: 1_498_500 },
      },
    ],
    sha256: seal,
  });
});

test('it asks for no more pieces than somebody takes', async () => {
  const { state, give } = pieces(500);
  const stream = Readable.from(archiveOf(head, [table], give), { objectMode: false });
  let most = 0;
  let taken = 0;
  for await (const chunk of stream) {
    taken += (chunk as Buffer).length;
    most = Math.max(most, stream.readableLength);
    if (taken > 300_000) break;
  }
  const asked = state.asked;
  await pause(20);
  // A piece is some 90 kB: what was taken, what waits in the stream, and what the packing holds back.
  expect(asked).toBeLessThan(12);
  expect(state.asked).toBe(asked);
  expect(most).toBeLessThan(400_000);
});
