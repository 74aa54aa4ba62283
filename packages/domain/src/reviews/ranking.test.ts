import fc from 'fast-check';
import { cents } from '../money.js';
import { type Candidate, rank } from './ranking.js';

function candidate(number: string, requested: number, ...reviews: number[]): Candidate {
  return { applicationId: `id-${number}`, number, requestedCents: cents(requested), reviews };
}

describe('rank', () => {
  test('orders by mean, then the lower amount, then the number, and adds up', () => {
    const rows = rank(
      [
        candidate('0004', 100, 8_000, 6_000),
        candidate('0003', 100, 7_000),
        candidate('0002', 90, 7_000),
        candidate('0001', 200, 9_000, 9_500),
      ],
      cents(400),
    );
    expect(
      rows.map((row) => [row.position, row.number, row.meanBasisPoints, row.cumulativeCents, row.withinEnvelope]),
    ).toEqual([
      [1, '0001', 9_250, 200, true],
      [2, '0002', 7_000, 290, true],
      [3, '0003', 7_000, 390, true],
      [4, '0004', 7_000, 490, false],
    ]);
    expect(rows.map((row) => [row.reviewCount, row.spreadBasisPoints])).toEqual([
      [2, 500],
      [1, 0],
      [1, 0],
      [2, 2_000],
    ]);
  });

  test('sets the lower amount first, whatever the numbers', () => {
    const rows = rank([candidate('1', 90, 7_000), candidate('2', 80, 7_000)], cents(100));
    expect(rows.map((row) => row.number)).toEqual(['2', '1']);
  });

  test('draws the line where the next does not fit, though a later one would', () => {
    const rows = rank([candidate('1', 60, 9_000), candidate('2', 50, 8_000), candidate('3', 10, 7_000)], cents(100));
    expect(rows.map((row) => row.withinEnvelope)).toEqual([true, false, false]);
  });

  test('lets in what fits to the cent', () => {
    const files = [candidate('1', 60, 9_000), candidate('2', 40, 8_000)];
    expect(rank(files, cents(100)).map((row) => row.withinEnvelope)).toEqual([true, true]);
    expect(rank(files, cents(99)).map((row) => row.withinEnvelope)).toEqual([true, false]);
  });

  test('compares thirds exactly: 3333.33 is above 3333', () => {
    const rows = rank([candidate('1', 1, 3_333), candidate('2', 2, 3_333, 3_333, 3_334)], cents(10));
    expect(rows.map((row) => [row.number, row.meanBasisPoints])).toEqual([
      ['2', 3_333],
      ['1', 3_333],
    ]);
  });

  test('rounds a mean half up for people', () => {
    expect(rank([candidate('1', 1, 7_000, 7_001)], cents(1))[0]?.meanBasisPoints).toBe(7_001);
  });

  test('puts a file without a review at the end, outside the envelope', () => {
    const rows = rank([candidate('1', 1), candidate('2', 1, 0)], cents(100));
    expect(rows.map((row) => [row.number, row.meanBasisPoints, row.spreadBasisPoints, row.withinEnvelope])).toEqual([
      ['2', 0, 0, true],
      ['1', null, 0, false],
    ]);
  });

  test('of nothing is nothing', () => {
    expect(rank([], cents(100))).toEqual([]);
  });

  const candidates = fc
    .uniqueArray(
      fc.record({
        number: fc.nat({ max: 9_999 }).map((value) => value.toString().padStart(4, '0')),
        requested: fc.integer({ min: 1, max: 50 }),
        reviews: fc.array(
          fc.integer({ min: 0, max: 5 }).map((value) => value * 2_000),
          { maxLength: 4 },
        ),
      }),
      { selector: ({ number }) => number, maxLength: 12 },
    )
    .map((list) => list.map(({ number, requested, reviews }) => candidate(number, requested, ...reviews)));

  test('the order of arrival, of files and of reviews, changes nothing', () => {
    fc.assert(
      fc.property(candidates, fc.nat({ max: 300 }).map(cents), (list, envelope) => {
        const turned = list.map((each) => ({ ...each, reviews: each.reviews.toReversed() })).reverse();
        expect(rank(turned, envelope)).toEqual(rank(list, envelope));
      }),
    );
  });

  test('what is let in fits, stands above what is not, and the next would not fit', () => {
    fc.assert(
      fc.property(candidates, fc.nat({ max: 300 }).map(cents), (list, envelope) => {
        const rows = rank(list, envelope);
        const inside = rows.filter((row) => row.withinEnvelope);
        expect(rows.map((row) => row.position)).toEqual(rows.map((_, index) => index + 1));
        expect(rows.slice(0, inside.length)).toEqual(inside);
        expect(inside.at(-1)?.cumulativeCents ?? 0).toBeLessThanOrEqual(envelope);
        const next = rows[inside.length];
        if (next !== undefined && next.reviewCount > 0) expect(next.cumulativeCents).toBeGreaterThan(envelope);
      }),
    );
  });

  test('a better review never lowers a file', () => {
    fc.assert(
      fc.property(candidates, (list) => {
        const [first, ...others] = list;
        if (first === undefined || first.reviews.length === 0) return;
        const better = { ...first, reviews: first.reviews.map((review) => Math.min(10_000, review + 1)) };
        const place = (each: Candidate) =>
          rank([each, ...others], cents(0)).findIndex((row) => row.applicationId === each.applicationId);
        expect(place(better)).toBeLessThanOrEqual(place(first));
      }),
    );
  });
});
