import fc from 'fast-check';
import { languages } from './language.js';
import { addCents, cents, formatEuros, parseEuros, partOf, shareOut, subtractCents, sumCents } from './money.js';

const anyCents = fc.maxSafeInteger().map(cents);
const noBreak = '\u00a0';

test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%p is no whole number of cents', (amount) => {
  expect(() => cents(amount)).toThrow(new RangeError(`not a whole number of cents: ${amount}`));
});

test('minus zero becomes zero', () => {
  expect(Object.is(cents(-0), 0)).toBe(true);
});

test('sums are exact, and refuse to leave the exact range', () => {
  const most = cents(Number.MAX_SAFE_INTEGER);
  expect(addCents(cents(10), cents(-30))).toBe(-20);
  expect(subtractCents(cents(10), cents(30))).toBe(-20);
  expect(sumCents([])).toBe(0);
  expect(sumCents([most, cents(5), cents(-5)])).toBe(most);
  expect(() => addCents(most, cents(1))).toThrow(RangeError);
  expect(() => sumCents([most, cents(1)])).toThrow(RangeError);
});

describe('parseEuros', () => {
  test.each<[string, number]>([
    ['1.250,50', 1_250_50],
    ['1 250,50', 1_250_50],
    [`1${noBreak}250,50`, 1_250_50],
    ['1\u202f250,50', 1_250_50],
    ['1\u2009250,50', 1_250_50],
    ['1250.50', 1_250_50],
    ['1250,50', 1_250_50],
    ['1,250.50', 1_250_50],
    ['1250', 1_250_00],
    ['1.250', 1_250_00],
    ['1,250', 1_250_00],
    ['12,500', 12_500_00],
    ['12.500', 12_500_00],
    ['12 500', 12_500_00],
    ['185,300,000', 185_300_000_00],
    ['0'.repeat(100), 0],
    ['12.5', 12_50],
    ['12,5', 12_50],
    ['0,05', 5],
    ['0', 0],
    ['-0', 0],
    ['007', 7_00],
    ['1.250.000', 1_250_000_00],
    ['1,250,000.5', 1_250_000_50],
    ['185 300 000', 185_300_000_00],
    ['€ 25.000', 25_000_00],
    ['€25.000', 25_000_00],
    ['25.000 €', 25_000_00],
    ['25.000€', 25_000_00],
    ['  12,00  ', 12_00],
    ['-12,50', -12_50],
    ['\u221212,50', -12_50],
    ['-€ 12,50', -12_50],
    ['€ -12,50', -12_50],
    ['- 12', -12_00],
    ['90071992547409,91', Number.MAX_SAFE_INTEGER],
  ])('reads %j as %i cents', (text, expected) => {
    expect(parseEuros(text)).toBe(expected);
  });

  test.each([
    '',
    ' ',
    '-',
    '€',
    '.',
    ',',
    'abc',
    '12a',
    '1e3',
    '0x10',
    'EUR 5',
    '5 euro',
    '+5',
    '--5',
    '-€ -5',
    '5-',
    '1.2345',
    '1,234,5678',
    '0.500',
    '0,500',
    '1234.567',
    '1234,567',
    '1234 567',
    '12,345,6',
    '1.250.50',
    '1,250,50',
    '12 50',
    '1 2 3',
    '1  250',
    '1 250.000',
    '1 250.000,00',
    '1.250 000',
    '12.',
    ',50',
    '.50',
    '€ 5 €',
    '€€ 5',
    '1/2',
    "1'250",
    '5;',
    '12,500.0.0',
    '1..5',
    '1.,5',
    '٣',
    '５',
    '90071992547409,92',
    '0'.repeat(101),
    '9'.repeat(400),
  ])('refuses %j', (text) => {
    expect(parseEuros(text)).toBeNull();
  });

  test('reads back every amount that formatEuros writes, in every language and with or without cents', () => {
    fc.assert(
      fc.property(
        anyCents,
        fc.constantFrom(...languages),
        fc.constantFrom('always', 'auto'),
        (amount, language, decimals) => {
          expect(parseEuros(formatEuros(amount, language, { decimals }))).toBe(amount);
        },
      ),
    );
  });

  test('answers any text with whole cents or null, never with an error', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0123456789., €-\u00a0') });
    fc.assert(
      fc.property(
        fc.oneof(text, fc.string({ unit: fc.nat({ max: 0xffff }).map((unit) => String.fromCharCode(unit)) })),
        (typed) => {
          const amount = parseEuros(typed);
          expect(amount === null || Number.isSafeInteger(amount)).toBe(true);
        },
      ),
    );
  });

  test('refuses a hostile text of a hundred thousand signs, and does not hang on it', () => {
    for (const part of ['1 ', '1.', '1,', '1', ' ', '€', '-'])
      expect(parseEuros(`1${part.repeat(100_000)}1`)).toBeNull();
  });
});

describe('shareOut', () => {
  test.each<[string, number, number[], number[]]>([
    ['ties to the earlier', 100, [1, 1, 1], [34, 33, 33]],
    ['the largest remainder first', 10, [5, 1, 1], [7, 2, 1]],
    ['the largest remainder first, wherever it stands', 10, [1, 1, 5], [2, 1, 7]],
    ['the largest remainders first, each by its size', 100, [10, 20, 31], [16, 33, 51]],
    ['nothing to a weight of zero', 101, [0, 1, 1], [0, 51, 50]],
    ['a debt like an amount', -100, [1, 1, 1], [-34, -33, -33]],
    ['a single cent', 1, [1, 1], [1, 0]],
    ['zero', 0, [1, 2], [0, 0]],
    [
      'more than a float could hold on the way',
      Number.MAX_SAFE_INTEGER,
      [Number.MAX_SAFE_INTEGER, 0],
      [Number.MAX_SAFE_INTEGER, 0],
    ],
  ])('gives %s', (_case, total, weights, expected) => {
    expect(shareOut(cents(total), weights)).toEqual(expected);
  });

  test.each([
    [[], 'at least one weight is above 0'],
    [[0, 0], 'at least one weight is above 0'],
    [[-1, 2], 'weights are whole numbers from 0'],
    [[0.5, 0.5], 'weights are whole numbers from 0'],
    [[Number.NaN], 'weights are whole numbers from 0'],
  ])('refuses the weights %j: %s', (weights, words) => {
    expect(() => shareOut(cents(1), weights)).toThrow(new RangeError(words));
  });

  const weightLists = fc
    .array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 20 })
    .filter((weights) => weights.some((weight) => weight > 0));

  test('the parts add up, and none is a cent or more away from its exact share', () => {
    fc.assert(
      fc.property(anyCents, weightLists, (total, weights) => {
        const parts = shareOut(total, weights);
        const sum = weights.reduce((running, weight) => running + BigInt(weight), 0n);
        expect(sumCents(parts)).toBe(total);
        parts.forEach((part, index) => {
          const difference = BigInt(part) * sum - BigInt(total) * BigInt(weights[index] ?? 0);
          expect(difference < sum && difference > -sum).toBe(true);
        });
      }),
    );
  });

  test('equal weights differ by a cent at most, the earlier having more', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.integer({ min: 1, max: 30 }), (total, count) => {
        const parts = shareOut(cents(total), new Array<number>(count).fill(7));
        expect(parts).toEqual(parts.toSorted((a, b) => b - a));
        expect((parts[0] ?? 0) - (parts.at(-1) ?? 0)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('formatEuros', () => {
  test.each([
    ['nl', '€ 185.300.000', '€ -1.234,50'],
    ['fr', '€ 185 300 000', '€ -1 234,50'],
    ['de', '€ 185.300.000', '€ -1.234,50'],
    ['en', '€ 185.300.000', '€ -1.234,50'],
  ] as const)('writes amounts in %s', (language, whole, broken) => {
    expect(formatEuros(cents(185_300_000_00), language)).toBe(whole.replaceAll(' ', noBreak));
    expect(formatEuros(cents(-1_234_50), language)).toBe(broken.replaceAll(' ', noBreak));
  });

  test('writes cents always when asked, and otherwise only where there are some', () => {
    expect(formatEuros(cents(0), 'nl')).toBe(`€${noBreak}0`);
    expect(formatEuros(cents(0), 'nl', { decimals: 'always' })).toBe(`€${noBreak}0,00`);
    expect(formatEuros(cents(5), 'nl', { decimals: 'auto' })).toBe(`€${noBreak}0,05`);
    expect(formatEuros(cents(-5), 'nl')).toBe(`€${noBreak}-0,05`);
    expect(formatEuros(cents(100_000), 'nl')).toBe(`€${noBreak}1.000`);
  });

  test.each(languages)('writes the number as the locale %s-BE of Intl does', (language) => {
    const number = new Intl.NumberFormat(`${language}-BE`, { minimumFractionDigits: 2 });
    fc.assert(
      fc.property(fc.integer().map(cents), (amount) => {
        const expected = `€ ${number.format(amount / 100)}`.replace(/\s/g, noBreak);
        expect(formatEuros(amount, language, { decimals: 'always' })).toBe(expected);
      }),
    );
  });
});

test.each([
  [100_01, 50, 100, 50_00],
  [3, 1, 2, 1],
  [0, 80, 100, 0],
  [100, 0, 1, 0],
])('of %i cents %i/%i is %i, rounded down', (amount, numerator, denominator, expected) => {
  expect(partOf(cents(amount), numerator, denominator)).toBe(expected);
});

test.each([
  [-1, 1, 2],
  [1, -1, 2],
  [1, 1, 0],
  [1, 1, -2],
])('there is no part of %i cents by %i/%i', (amount, numerator, denominator) => {
  expect(() => partOf(cents(amount), numerator, denominator)).toThrow(new RangeError('a part of a negative amount'));
});
