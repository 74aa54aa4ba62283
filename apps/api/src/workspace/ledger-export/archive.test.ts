import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { unzipSync } from 'fflate';
import { archiveOf } from './archive.js';
import type { ExportTable } from './tables.js';

const head = { year: 2026, createdAt: new Date('2026-02-01T10:00:00Z'), sequences: null, journalAnchor: '' };
const table: ExportTable = { name: 'entries.csv', columns: ['id', 'amount_cents'], sums: ['amount_cents'], sql: '' };

/** So many pages of a thousand rows that do not pack well; counts how many were asked for. */
function pages(count: number) {
  const state = { asked: 0 };
  async function* linesOf(): AsyncGenerator<string> {
    for (; state.asked < count; ) {
      state.asked += 1;
      yield Array.from(
        { length: 1_000 },
        (_, row) => `${createHash('sha512').update(`${state.asked}/${row}`).digest('base64')},${row}`,
      ).join('\r\n');
    }
  }
  const sumsOf = () => Promise.resolve({ rows: count * 1_000, sums: { amount_cents: count * 499_500 } });
  return { state, reader: { linesOf, sumsOf } };
}

test('the manifest comes last and says what is in each file', async () => {
  const { reader } = pages(3);
  const chunks: Uint8Array[] = [];
  let seal = '';
  for await (const chunk of archiveOf(head, [table], reader, (sha256) => {
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

test('it asks for no more pages than somebody takes', async () => {
  const { state, reader } = pages(500);
  const stream = Readable.from(archiveOf(head, [table], reader), { objectMode: false });
  let most = 0;
  let taken = 0;
  for await (const chunk of stream) {
    taken += (chunk as Buffer).length;
    most = Math.max(most, stream.readableLength);
    if (taken > 300_000) break;
  }
  const asked = state.asked;
  await pause(20);
  // A page is some 90 kB: what was taken, what waits in the stream, and what the packing holds back.
  expect(asked).toBeLessThan(12);
  expect(state.asked).toBe(asked);
  expect(most).toBeLessThan(400_000);
});
