import fc from 'fast-check';
import { type Cents, cents } from '../money.js';
import { localDate } from '../time.js';
import { callsForBounds, type ForecastFacts, type OutstandingPayment, yearEndForecast } from './forecast.js';

const euros = (amount: number): Cents => cents(amount * 100);
const call = (envelope: number, awarded: number) => ({
  envelopeCents: euros(envelope),
  awardedCents: euros(awarded),
});
const payment = (state: OutstandingPayment['state'], dueOn: string | null, amount: number): OutstandingPayment => ({
  state,
  dueOn: dueOn === null ? null : localDate(dueOn),
  amountCents: euros(amount),
});

const facts: ForecastFacts = {
  year: 2026,
  on: localDate('2026-07-01'),
  allocatedCents: euros(1_000_000),
  reservedCents: euros(100_000),
  committedCents: euros(400_000),
  paidCents: euros(200_000),
  outstanding: [],
  pastCalls: [call(100, 90), call(100, 50), call(200, 160)],
};

test('of what is reserved past calls say how much is awarded: together, and the least and the most of any', () => {
  const { committed, share } = yearEndForecast(facts);
  expect(committed).toEqual({
    lowCents: euros(450_000),
    expectedCents: euros(475_000),
    highCents: euros(490_000),
  });
  expect(share).toEqual({ lowPercent: 50, expectedPercent: 75, highPercent: 90 });
});

test('fewer than three past calls bound nothing: between none of it and all of it', () => {
  const two = { ...facts, pastCalls: facts.pastCalls.slice(0, callsForBounds - 1) };
  expect(yearEndForecast(two).committed).toEqual({
    lowCents: euros(400_000),
    expectedCents: euros(470_000),
    highCents: euros(500_000),
  });
  expect(yearEndForecast(two).share).toEqual({ lowPercent: 0, expectedPercent: 70, highPercent: 100 });
});

test('without any past call there is no expectation, unless nothing is reserved', () => {
  const without = { ...facts, pastCalls: [] };
  expect(yearEndForecast(without).committed.expectedCents).toBeNull();
  expect(yearEndForecast(without).share.expectedPercent).toBeNull();
  expect(yearEndForecast({ ...without, reservedCents: cents(0) }).committed).toEqual({
    lowCents: euros(400_000),
    expectedCents: euros(400_000),
    highCents: euros(400_000),
  });
});

test.each([
  ['approved', '2027-01-15', 10, 10, 10],
  ['approved', null, 10, 10, 10],
  ['prepared', '2026-12-31', 10, 10, 10],
  ['prepared', '2027-01-01', 0, 0, 0],
  ['prepared', null, 0, 0, 10],
  ['planned', '2026-12-31', 0, 10, 10],
  ['planned', '2027-01-01', 0, 0, 0],
  ['planned', null, 0, 0, 10],
] as const)('an instalment that is %s and due on %s adds %i, %i and %i thousand euros', (state, dueOn, low, due, high) => {
  const year = { ...facts, reservedCents: cents(0), outstanding: [payment(state, dueOn, 10_000)] };
  const { lowCents, expectedCents, highCents } = yearEndForecast(year).paid;
  expect([lowCents, expectedCents, highCents]).toEqual([low, due, high].map((more) => euros(200_000 + more * 1_000)));
});

test('new awards count as paid at once in the high bound only', () => {
  expect(yearEndForecast(facts).paid).toEqual({
    lowCents: euros(200_000),
    expectedCents: euros(200_000),
    highCents: euros(290_000),
  });
});

test('80 % of the plan bounds what can be paid until 31 December, and that is said', () => {
  const much = { ...facts, committedCents: euros(900_000), outstanding: [payment('approved', '2026-09-01', 700_000)] };
  const forecast = yearEndForecast(much);
  expect(forecast.paid).toEqual({
    lowCents: euros(800_000),
    expectedCents: euros(800_000),
    highCents: euros(800_000),
  });
  expect(forecast.isCapped).toBe(true);
  const justSo = { ...much, outstanding: [payment('approved', '2026-09-01', 600_000)] };
  expect(yearEndForecast(justSo).isCapped).toBe(false);
});

test.each(['2026-12-31', '2027-05-01'])('on %s nothing is foreseen any more', (on) => {
  const after = { ...facts, on: localDate(on), outstanding: [payment('planned', '2026-12-31', 1)] };
  const { committed, paid, isCapped } = yearEndForecast(after);
  expect(Object.values(committed)).toEqual(Array(3).fill(euros(400_000)));
  expect(Object.values(paid)).toEqual(Array(3).fill(euros(200_000)));
  expect(isCapped).toBe(false);
});

test('an award above its envelope counts as all of it, a call without one as nothing', () => {
  const odd = { ...facts, pastCalls: [call(100, 150), call(0, 0), call(100, 100)] };
  expect(yearEndForecast(odd).share).toEqual({ lowPercent: 0, expectedPercent: 100, highPercent: 100 });
});

test('no more than three digits are given, but never past what is certain', () => {
  const odd = { ...facts, committedCents: cents(123_456_78), reservedCents: cents(98_765_43) };
  expect(yearEndForecast(odd).committed).toEqual({
    lowCents: euros(172_000),
    expectedCents: euros(198_000),
    highCents: euros(213_000),
  });
  const nearly = { ...facts, allocatedCents: cents(500_123_45), committedCents: cents(400_123_45), pastCalls: [] };
  expect(yearEndForecast(nearly).committed).toEqual({
    lowCents: cents(400_123_45),
    expectedCents: null,
    highCents: cents(500_123_45),
  });
});

const amount = fc.integer({ min: 0, max: 1_000_000_00 }).map(cents);
const anyFacts: fc.Arbitrary<ForecastFacts> = fc
  .record({
    free: amount,
    reservedCents: amount,
    unpaid: amount,
    paidCents: amount,
    on: fc.constantFrom('2026-01-01', '2026-06-30', '2026-12-30', '2026-12-31').map(localDate),
    outstanding: fc.array(
      fc.record({
        state: fc.constantFrom('planned' as const, 'prepared' as const, 'approved' as const),
        dueOn: fc.constantFrom(null, localDate('2026-12-31'), localDate('2027-01-01')),
        amountCents: amount,
      }),
      { maxLength: 6 },
    ),
    pastCalls: fc.array(fc.record({ envelopeCents: amount, awardedCents: amount }), { maxLength: 6 }),
  })
  .map(({ free, unpaid, ...rest }) => ({
    ...rest,
    year: 2026,
    allocatedCents: cents(free + rest.reservedCents + unpaid + rest.paidCents),
    committedCents: cents(unpaid + rest.paidCents),
  }));

test('low, expected and high stand in this order, not below what is nor above what can be', () => {
  fc.assert(
    fc.property(anyFacts, (given) => {
      const { committed, paid, share } = yearEndForecast(given);
      for (const { lowCents, expectedCents, highCents } of [committed, paid]) {
        expect(lowCents).toBeLessThanOrEqual(expectedCents ?? lowCents);
        expect(expectedCents ?? highCents).toBeLessThanOrEqual(highCents);
      }
      expect(committed.lowCents).toBeGreaterThanOrEqual(given.committedCents);
      expect(committed.highCents).toBeLessThanOrEqual(given.allocatedCents);
      expect(paid.lowCents).toBeGreaterThanOrEqual(given.paidCents);
      expect(paid.highCents).toBeLessThanOrEqual(Math.max(given.paidCents, given.allocatedCents));
      expect(share.lowPercent).toBeLessThanOrEqual(share.expectedPercent ?? share.lowPercent);
      expect(share.expectedPercent ?? share.highPercent).toBeLessThanOrEqual(share.highPercent);
    }),
  );
});
