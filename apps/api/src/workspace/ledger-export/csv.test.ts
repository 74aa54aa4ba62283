import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { TestApi } from '../../testing/test-api.js';
import { csvLineSql } from './csv.js';

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.start();
});
afterAll(() => api.stop());

/** The rows as the database writes them; cells are named a, b, c ... */
async function written(rows: readonly (readonly (string | null)[])[]): Promise<string[]> {
  const columns = Array.from(rows[0] ?? [], (_, place) => String.fromCharCode(97 + place));
  const cells = columns.map((column, place) => `value ->> ${place} AS ${column}`);
  const lines = await api.sql<{ line: string }>(
    `SELECT ${csvLineSql(columns, 't')} AS line
     FROM (SELECT ${cells.join(', ')} FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY r(value, at) ORDER BY at) t`,
    [JSON.stringify(rows)],
  );
  return lines.map(({ line }) => line);
}

test.each([
  ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
  ['+32 2 000', "'+32 2 000"],
  ['-1+1', "'-1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ["'s Gravenbrakel", "''s Gravenbrakel"],
  ['-12.50', '-12.50'],
  ['12', '12'],
  ['a,b', '"a,b"'],
  ['a\r\nb', '"a\r\nb"'],
  ['back\\slash', 'back\\slash'],
  ['ünïcode', 'ünïcode'],
])('%j is written as %s', async (cell, line) => {
  expect(await written([[cell]])).toEqual([line]);
});

test('nothing is an empty cell', async () => {
  expect(await written([['a', null, '']])).toEqual(['a,,']);
});

test('another reader of CSV reads what was written, and no cell begins as a formula does', async () => {
  // The database holds no zero character and no half of a pair.
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n",\'a1.\\') }));
  const cell = text.map((each) => each.toWellFormed().replaceAll('\0', ''));
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(rows, async (given) => {
      const lines = await written(given);
      const read = parse(Buffer.from(lines.map((line) => `${line}\r\n`).join('')), {
        record_delimiter: '\r\n',
      }) as string[][];
      expect(read.map((each) => each.map((one) => one.replace(/^'/, '')))).toEqual(given);
      for (const each of read.flat()) expect(each).not.toMatch(/^[=+@\t\r]|^-(?!\d+(?:\.\d+)?$)/);
    }),
    { numRuns: 40 },
  );
});
