import fc from 'fast-check';
import { cents, sumCents } from '../money.js';
import { communityShares } from './community-shares.js';
import { parseRatio } from './ratio.js';

const euros = (amount: number) => cents(amount * 100);

/** The amounts that the royal decrees print, in whole euros. */
test.each([
  ['2008, definitive', 225_300_000, 61_822_320, 521_039, 36_775_938, 24_525_343],
  ['2017, provisional', 185_362_018, 50_863_338, 428_676, 30_099_406, 20_335_256],
  ['2021, provisional', 200_000_000, 54_880_000, 462_529, 32_896_994, 21_520_477],
])('the decree of %s is met to the euro', (_plan, total, pool, german, flemish, french) => {
  const key = { numerator: flemish, denominator: flemish + french };
  expect(communityShares(euros(total), key)).toEqual({
    poolCents: euros(pool),
    germanSpeakingCents: euros(german),
    flemishCents: euros(flemish),
    frenchCents: euros(french),
  });
});

test('for 185 300 000 the pool and the German-speaking part are those of 2016', () => {
  const shares = communityShares(euros(185_300_000), { numerator: 1, denominator: 2 });
  expect([shares.poolCents, shares.germanSpeakingCents]).toEqual([euros(50_846_320), euros(428_533)]);
});

test('half a euro is rounded up', () => {
  // 27.44 % of 625 euros is 171.50 euros.
  expect(communityShares(euros(625), { numerator: 1, denominator: 1 }).poolCents).toBe(euros(172));
});

const keys = fc
  .tuple(fc.integer({ min: 1, max: 1_000_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([denominator, part]) => ({ numerator: Math.floor(denominator * part), denominator }));

test('the parts are whole euros, are never negative and add up to the pool', () => {
  fc.assert(
    fc.property(fc.nat({ max: 1_000_000_000_00 }).map(cents), keys, (total, key) => {
      const { poolCents, ...parts } = communityShares(total, key);
      expect(sumCents(Object.values(parts))).toBe(poolCents);
      for (const part of Object.values(parts)) expect(part >= 0 && part % 100 === 0).toBe(true);
      // Half a euro away from 27.44 % at most.
      expect(Math.abs(poolCents * 10_000 - total * 2744)).toBeLessThanOrEqual(50 * 10_000);
    }),
  );
});

test.each([
  [-1, { numerator: 1, denominator: 2 }, '2744/10000 of -100'],
  [1, { numerator: 3, denominator: 2 }, '3/2 of 0'],
  [1, { numerator: 1, denominator: 0 }, '1/0 of 0'],
  [1, { numerator: 0, denominator: 0 }, '0/0 of 0'],
  [1, { numerator: -1, denominator: 2 }, '-1/2 of 0'],
])('a total of %i with the key %j is refused', (total, key, part) => {
  expect(() => communityShares(euros(total), key)).toThrow(new RangeError(`no part: ${part}`));
});

test.each([
  ['0.59680', { numerator: 59_680, denominator: 100_000 }],
  ['0,6', { numerator: 6, denominator: 10 }],
  ['1', { numerator: 1, denominator: 1 }],
  ['0', { numerator: 0, denominator: 1 }],
  [' 0,6 ', { numerator: 6, denominator: 10 }],
  ['1.1', null],
  ['10.5', null],
  ['2', null],
  ['0.', null],
  ['.5', null],
  ['59 %', null],
  ['', null],
])('%j is read as the key %j', (text, expected) => {
  expect(parseRatio(text)).toEqual(expected);
});
