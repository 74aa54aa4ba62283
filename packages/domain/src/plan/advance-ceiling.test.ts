import fc from 'fast-check';
import { cents } from '../money.js';
import { addDays, localDate } from '../time.js';
import { type AdvanceFacts, advanceCeiling, advanceRoom, assertAdvance } from './advance-ceiling.js';

const foreseen = cents(200_000_000_01);

test.each([
  ['2025-12-31', 100_000_000_00],
  ['2026-01-01', 100_000_000_00],
  ['2026-06-30', 100_000_000_00],
  ['2026-07-01', 160_000_000_00],
  ['2026-12-31', 160_000_000_00],
  ['2027-01-01', null],
])('on %s at most %p cents of the year 2026 may have been advanced', (on, expected) => {
  expect(advanceCeiling(foreseen, localDate(on), 2026)).toBe(expected);
});

const facts: AdvanceFacts = {
  year: 2026,
  foreseenCents: cents(1_000),
  isDefinitive: false,
  paidCents: cents(300),
  approvedCents: cents(100),
};

test.each([
  ['2026-06-30', 50, 500, 100, { fromOn: '2026-07-01', percent: 80, ceilingCents: 800 }],
  ['2026-07-01', 80, 800, 400, { fromOn: '2027-01-01', percent: null, ceilingCents: null }],
  ['2026-12-31', 80, 800, 400, { fromOn: '2027-01-01', percent: null, ceilingCents: null }],
  ['2027-01-01', null, null, null, null],
])('on %s the ceiling is %p per cent', (on, percent, ceilingCents, roomCents, next) => {
  expect(advanceRoom(facts, localDate(on))).toEqual({ percent, ceilingCents, roomCents, next });
});

test('a definitive plan in force ends the ceilings, also within the year', () => {
  const definitive = { ...facts, isDefinitive: true };
  expect(advanceRoom(definitive, localDate('2026-06-30'))).toEqual({
    percent: null,
    ceilingCents: null,
    roomCents: null,
    next: null,
  });
  expect(() => assertAdvance(definitive, cents(1_000_000), localDate('2026-06-30'))).not.toThrow();
});

test.each([
  ['2026-06-30', 100, null],
  ['2026-06-30', 101, { ceilingCents: 500, usedCents: 400, excessCents: 1, nextOn: '2026-07-01' }],
  ['2026-07-01', 400, null],
  ['2026-12-31', 401, { ceilingCents: 800, usedCents: 400, excessCents: 1, nextOn: '2027-01-01' }],
  ['2027-01-01', 401, null],
])('on %s a payment of %i cents is refused with %j', (on, amount, details) => {
  const act = () => assertAdvance(facts, cents(amount), localDate(on));
  if (details === null) expect(act).not.toThrow();
  else
    expect(act).toThrow(
      expect.objectContaining({ code: 'payment.above-ceiling', details: { year: 2026, ...details } }),
    );
});

test('a plan that was lowered below what is paid leaves no room, and none below zero', () => {
  expect(advanceRoom({ ...facts, foreseenCents: cents(100) }, localDate('2026-06-30')).roomCents).toBe(0);
});

test('the room is exactly what may still be paid: all of it, and no cent more', () => {
  const amount = fc.nat({ max: 1_000_000_00 }).map(cents);
  const days = fc.integer({ min: -10, max: 380 }).map((count) => addDays(localDate('2026-01-01'), count));
  fc.assert(
    fc.property(amount, amount, amount, days, (foreseenCents, paidCents, approvedCents, on) => {
      const some = { year: 2026, isDefinitive: false, foreseenCents, paidCents, approvedCents };
      const { roomCents } = advanceRoom(some, on);
      if (roomCents === null) {
        expect(on > '2026-12-31').toBe(true);
        return;
      }
      if (roomCents > 0) expect(() => assertAdvance(some, roomCents, on)).not.toThrow();
      expect(() => assertAdvance(some, cents(roomCents + 1), on)).toThrow('payment.above-ceiling');
    }),
  );
});
