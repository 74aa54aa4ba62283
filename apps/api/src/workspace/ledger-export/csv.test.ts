import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvLine } from './csv.js';

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
  ['ünïcode', 'ünïcode'],
])('%j is written as %s', (cell, written) => {
  expect(csvLine([cell])).toBe(`${written}\r\n`);
});

test('nothing is an empty cell', () => {
  expect(csvLine(['a', null, ''])).toBe('a,,\r\n');
});

test('another reader of CSV reads what was written, and no cell begins as a formula does', () => {
  const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n",\'a1.') }));
  fc.assert(
    fc.property(fc.array(cell, { minLength: 2, maxLength: 6 }), (cells) => {
      const [read = []] = parse(Buffer.from(csvLine(cells.map((each) => each.toWellFormed()))), {
        record_delimiter: '\r\n',
      }) as string[][];
      expect(read.map((each) => each.replace(/^'/, ''))).toEqual(cells.map((each) => each.toWellFormed()));
      for (const each of read) expect(each).not.toMatch(/^[=+@\t\r]|^-(?!\d+(?:\.\d+)?$)/);
    }),
    { numRuns: 40 },
  );
});
