import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { cloneDatabase, type TestDatabase } from '../../testing/test-database.js';
import { CsvRows, csvCell } from './csv.js';

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await cloneDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** Rows of two texts as PostgreSQL and we write them. */
async function written(rows: readonly (readonly (string | null)[])[]): Promise<string> {
  await client.query(`SELECT set_config('test.rows', $1, false)`, [JSON.stringify(rows)]);
  const copy = client.query(
    copyTo(`COPY (SELECT ${csvCell('a')}, ${csvCell('b')}
      FROM (SELECT cells ->> 0 AS a, cells ->> 1 AS b
        FROM jsonb_array_elements(current_setting('test.rows')::jsonb) WITH ORDINALITY AS r (cells, place) ORDER BY place)
      AS t) TO STDOUT (FORMAT csv)`),
  );
  const csv = new CsvRows(['a', 'b'], []);
  const pieces: Buffer[] = [];
  for await (const piece of copy) pieces.push(Buffer.from(csv.next(piece as Buffer)));
  return Buffer.concat(pieces).toString();
}

test.each([
  ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
  ['+32 2 000', "'+32 2 000"],
  ['-1+1', "'-1+1"],
  ['-12\n', '"\'-12\n"'],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ["'s Gravenbrakel", "''s Gravenbrakel"],
  ['-12.50', '-12.50'],
  ['12', '12'],
  ['a,b', '"a,b"'],
  ['a\r\nb', '"a\r\nb"'],
  ['\\.', '\\.'],
  ['ünïcode', 'ünïcode'],
])('%j is written as %s', async (cell, expected) => {
  expect(await written([[cell, 'x']])).toBe(`${expected},x\r\n`);
});

test('nothing is an empty cell', async () => {
  expect(
    await written([
      ['a', null],
      [null, ''],
      ['', 'b'],
    ]),
  ).toBe('a,\r\n,\r\n,b\r\n');
});

test('another reader of CSV reads what was written, and no cell begins as a formula does', async () => {
  // PostgreSQL knows no letter of the number zero in a text.
  const text = (cell: string) => cell.toWellFormed().replaceAll('\0', '');
  const cell = fc
    .oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n",\'a1.') }))
    .map(text);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 }), async (rows) => {
      const read = parse(Buffer.from(await written(rows)), { record_delimiter: '\r\n' }) as string[][];
      expect(read.map((cells) => cells.map((each) => each.replace(/^'/, '')))).toEqual(rows);
      for (const each of read.flat()) expect(each).not.toMatch(/^[=+@\t\r]|^-(?!\d+(?:\.\d+)?$)/);
    }),
    { numRuns: 15 },
  );
});

test('rows are counted and added up wherever a piece ends', () => {
  const text = 'x,-12,"a\n""b,1"\n,7,\n"",40000000000000,ü\n';
  const plain = Buffer.from(text);
  const pieceLengths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: plain.length, maxLength: plain.length });
  fc.assert(
    fc.property(pieceLengths, (lengths) => {
      const csv = new CsvRows(['name', 'amount_cents', 'text'], ['amount_cents']);
      const out: Buffer[] = [];
      let at = 0;
      for (const length of lengths) {
        out.push(Buffer.from(csv.next(plain.subarray(at, at + length))));
        at += length;
      }
      expect(Buffer.concat(out).toString()).toBe('x,-12,"a\n""b,1"\r\n,7,\r\n"",40000000000000,ü\r\n');
      expect(csv.rows).toBe(3);
      expect(csv.sums).toEqual({ amount_cents: 39_999_999_999_995 });
    }),
  );
});
