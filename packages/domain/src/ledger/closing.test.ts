import fc from 'fast-check';
import { cents } from '../money.js';
import {
  assertDestinations,
  assertMonthClosable,
  assertYearClosable,
  blockersOfYear,
  type Destination,
  monthEndsAt,
  sendBackYearClosing,
  signYearClosing,
  totalOf,
} from './closing.js';
import { signOverrun } from './overrun.js';

test.each([
  [1, '2026-01-31T23:00:00.000Z'],
  [3, '2026-03-31T22:00:00.000Z'],
  [10, '2026-10-31T23:00:00.000Z'],
  [12, '2026-12-31T23:00:00.000Z'],
])('month %i of 2026 ends at midnight in Brussels, %s', (month, expected) => {
  expect(monthEndsAt(2026, month).toISOString()).toBe(expected);
});

test('a month is closed in its turn, once it is over, to the instant', () => {
  const last = new Date('2026-02-28T22:59:59.999Z');
  const over = new Date('2026-02-28T23:00:00Z');
  expect(() => assertMonthClosable(2026, 2, 1, over)).not.toThrow();
  expect(() => assertMonthClosable(2026, 2, 1, last)).toThrow(
    expect.objectContaining({ code: 'ledger.month-running', details: { endsOn: '2026-03-01' } }),
  );
  expect(() => assertMonthClosable(2026, 2, 2, over)).toThrow('record.duplicate');
  expect(() => assertMonthClosable(2026, 2, 0, over)).toThrow(
    expect.objectContaining({ code: 'ledger.month-skipped', details: { month: 1 } }),
  );
  expect(() => assertMonthClosable(2026, 12, 11, new Date('2026-12-31T23:00:00Z'))).not.toThrow();
});

const ready = { closedMonths: 12, isDefinitive: true, reservedCents: cents(0) };
test.each([
  [{}, []],
  [{ closedMonths: 11 }, ['ledger.months-open']],
  [{ isDefinitive: false }, ['ledger.plan-provisional']],
  [{ reservedCents: cents(1) }, ['ledger.reservations-open']],
  [
    { closedMonths: 0, isDefinitive: false, reservedCents: cents(1) },
    ['ledger.months-open', 'ledger.plan-provisional', 'ledger.reservations-open'],
  ],
])('a year with %j is kept open by %j', (change, blockers) => {
  const year = { ...ready, ...change };
  expect(blockersOfYear(year)).toEqual(blockers);
  const act = () => assertYearClosable(year);
  if (blockers.length === 0) expect(act).not.toThrow();
  else expect(act).toThrow(blockers[0]);
});

const balances = [
  { lineId: 'a', availableCents: cents(5) },
  { lineId: 'b', availableCents: cents(0) },
  { lineId: 'c', availableCents: cents(7) },
];
const right: readonly Destination[] = [
  { lineId: 'a', amountCents: cents(5), toLineId: 'n' },
  { lineId: 'c', amountCents: cents(7), toLineId: null },
];

test.each<[string, readonly Destination[], string[]]>([
  ['each balance once, whole', right, []],
  ['one is forgotten', right.slice(1), ['a']],
  ['one goes twice', [...right, ...right.slice(1)], ['c']],
  ['a cent too little', [{ lineId: 'a', amountCents: cents(4), toLineId: 'n' }, ...right.slice(1)], ['a']],
  ['a cent too much', [{ lineId: 'a', amountCents: cents(6), toLineId: 'n' }, ...right.slice(1)], ['a']],
  ['an empty line goes too', [...right, { lineId: 'b', amountCents: cents(0), toLineId: null }], ['b']],
  ['a line that is not there', [...right, { lineId: 'x', amountCents: cents(1), toLineId: null }], ['x']],
  ['a target that is none', [{ lineId: 'a', amountCents: cents(5), toLineId: 'x' }, ...right.slice(1)], ['a']],
])('destinations: %s', (_case, destinations, lineIds) => {
  const act = () => assertDestinations(balances, destinations, new Set(['n']));
  if (lineIds.length === 0) expect(act).not.toThrow();
  else expect(act).toThrow(expect.objectContaining({ code: 'ledger.destinations-wrong', details: { lineIds } }));
});

test('whatever the balances, giving each of them back is right, and moves exactly their sum', () => {
  const amounts = fc.uniqueArray(fc.record({ lineId: fc.uuid(), availableCents: fc.nat().map(cents) }), {
    selector: ({ lineId }) => lineId,
  });
  fc.assert(
    fc.property(amounts, (all) => {
      const destinations = all
        .filter(({ availableCents }) => availableCents > 0)
        .map(({ lineId, availableCents }) => ({ lineId, amountCents: availableCents, toLineId: null }));
      expect(() => assertDestinations(all, destinations, new Set())).not.toThrow();
      expect(totalOf(destinations)).toBe(all.reduce((sum, { availableCents }) => sum + availableCents, 0));
    }),
  );
});

test('a prepared closing is sent back by somebody else, and ends with that', () => {
  const prepared = { state: 'prepared', preparedById: 'carl' } as const;
  expect(sendBackYearClosing(prepared, 'mira')).toEqual({ state: 'sent-back', returnedById: 'mira' });
  expect(() => sendBackYearClosing(prepared, 'carl')).toThrow('ledger.same-person');
  for (const state of ['signed', 'sent-back', 'withdrawn'] as const) {
    expect(() => sendBackYearClosing({ ...prepared, state }, 'mira')).toThrow('lifecycle.not-allowed');
  }
  expect(() => signYearClosing({ ...prepared, state: 'sent-back' }, 'mira')).toThrow('lifecycle.not-allowed');
});

test('who prepared a closing or proposed an overrun does not sign it, and nothing is signed twice', () => {
  expect(signYearClosing({ state: 'prepared', preparedById: 'carl' }, 'mira')).toEqual({
    state: 'signed',
    signedById: 'mira',
  });
  expect(() => signYearClosing({ state: 'prepared', preparedById: 'carl' }, 'carl')).toThrow('ledger.same-person');
  expect(() => signYearClosing({ state: 'signed', preparedById: 'carl' }, 'mira')).toThrow('lifecycle.not-allowed');
  expect(signOverrun({ state: 'proposed', proposedById: 'olga' }, 'mira')).toEqual({
    state: 'signed',
    signedById: 'mira',
  });
  expect(() => signOverrun({ state: 'proposed', proposedById: 'olga' }, 'olga')).toThrow('ledger.same-person');
  expect(() => signOverrun({ state: 'withdrawn', proposedById: 'olga' }, 'mira')).toThrow('lifecycle.not-allowed');
});
