import fc from 'fast-check';
import { type ContinuingLine, endingLines, predecessorErrors } from './predecessors.js';

const years = new Map([
  ['a25', 2025],
  ['b25', 2025],
  ['c26', 2026],
  ['d26', 2026],
  ['e27', 2027],
]);
const codes = (lineId: string | null, predecessorIds: string[]) =>
  predecessorErrors([{ lineId, predecessorIds }], 2026, years).map(({ code }) => code);

test('a line continues lines of earlier years and of its own year', () => {
  expect(codes('c26', ['a25', 'b25', 'd26'])).toEqual([]);
  expect(codes(null, ['c26'])).toEqual([]);
  expect(codes('c26', [])).toEqual([]);
});

test('a line that is not there, of a later year, twice or itself is refused, each by its name', () => {
  expect(codes('c26', ['nobody'])).toEqual(['predecessor-unknown']);
  expect(codes('c26', ['e27'])).toEqual(['predecessor-later']);
  expect(codes('c26', ['a25', 'a25'])).toEqual(['predecessor-duplicate']);
  expect(codes('c26', ['c26'])).toEqual(['predecessor-itself']);
  expect(codes('c26', ['nobody', 'nobody', 'e27'])).toEqual([
    'predecessor-unknown',
    'predecessor-duplicate',
    'predecessor-later',
  ]);
});

test('several lines may continue one, and each error names its row', () => {
  const lines = [
    { lineId: 'c26', predecessorIds: ['a25'] },
    { lineId: 'd26', predecessorIds: ['a25'] },
    { lineId: null, predecessorIds: ['e27'] },
  ];
  expect(predecessorErrors(lines, 2026, years)).toEqual([{ row: 2, code: 'predecessor-later' }]);
});

const line: fc.Arbitrary<ContinuingLine> = fc.record({
  lineId: fc.option(fc.constantFrom('a25', 'b25', 'c26'), { nil: null }),
  predecessorIds: fc.uniqueArray(fc.constantFrom('a25', 'b25', 'c26', 'd26')),
});

test('each earlier line either goes on or ends, and linking it makes it go on', () => {
  const earlier = ['a25', 'b25', 'c26', 'd26'].map((lineId) => ({ lineId }));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
      const ending = endingLines(earlier, lines);
      for (const each of earlier) {
        const named = lines.some((one) => one.lineId === each.lineId || one.predecessorIds.includes(each.lineId));
        expect(ending.includes(each)).toBe(!named);
      }
      const all = { lineId: null, predecessorIds: ending.map(({ lineId }) => lineId) };
      expect(endingLines(earlier, [...lines, all])).toEqual([]);
    }),
  );
});
