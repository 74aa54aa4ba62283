import fc from 'fast-check';
import { type Cents, cents, sumCents } from '../money.js';
import type { PaymentState } from './payment-lifecycle.js';
import {
  confirmReduction,
  type Instalment,
  proposeReduction,
  type ReductionFacts,
  reducibleCents,
  refuseReduction,
  shrinkInstalments,
  statesOfShrunk,
  withdrawReduction,
} from './reduction.js';

const instalment = (id: string, state: PaymentState, amount: number): Instalment => ({
  id,
  state,
  amountCents: cents(amount),
});
const four = [
  instalment('1', 'paid', 500),
  instalment('2', 'approved', 300),
  instalment('3', 'prepared', 150),
  instalment('4', 'planned', 50),
];

test('only what nobody approved can be taken away', () => {
  expect(reducibleCents(four)).toBe(200);
  expect(reducibleCents(four.slice(0, 2))).toBe(0);
  expect(reducibleCents([])).toBe(0);
});

test.each([
  [1, [['4', 49]]],
  [49, [['4', 1]]],
  [50, [['4', 0]]],
  [
    51,
    [
      ['4', 0],
      ['3', 149],
    ],
  ],
  [
    200,
    [
      ['4', 0],
      ['3', 0],
    ],
  ],
] as [number, [string, number][]][])('%i cents less leaves of the last instalments %j', (by, left) => {
  const changed = shrinkInstalments(four, cents(by)).map(({ id, amountCents }) => [id, amountCents]);
  expect(changed).toEqual(left);
});

test('a cent more than is not approved yet is refused, and says how much there is', () => {
  expect(() => shrinkInstalments(four, cents(201))).toThrow(
    expect.objectContaining({ code: 'reduction.too-high', details: { reducibleCents: 200 } }),
  );
  expect(() => shrinkInstalments([], cents(1))).toThrow(expect.objectContaining({ code: 'reduction.too-high' }));
});

test.each([0, -1])('a reduction of %i is no reduction', (by) => {
  expect(() => shrinkInstalments(four, cents(by))).toThrow(new RangeError(`a reduction is above zero: ${by}`));
});

const someInstalments = fc.array(
  fc.record({
    state: fc.constantFrom<PaymentState>('planned', 'prepared', 'approved', 'paid'),
    amountCents: fc.integer({ min: 1, max: 1_000_000 }).map(cents),
  }),
  { maxLength: 12 },
);

test('after a reduction the instalments make the amount that is left, and what was ordered is as it was', () => {
  fc.assert(
    fc.property(someInstalments, fc.integer({ min: 1, max: 3_000_000 }), (given, wished) => {
      const instalments = given.map((each, index) => ({ ...each, id: `${index}` }));
      const most = reducibleCents(instalments);
      fc.pre(most > 0);
      const by = cents(Math.min(wished, most));
      const changed = new Map(shrinkInstalments(instalments, by).map((each) => [each.id, each.amountCents]));
      const after = instalments.map(({ id, amountCents }): Cents => changed.get(id) ?? amountCents);
      expect(sumCents(after)).toBe(sumCents(instalments.map(({ amountCents }) => amountCents)) - by);
      for (const [index, { id, state, amountCents }] of instalments.entries()) {
        expect(after[index]).toBeGreaterThanOrEqual(0);
        expect(after[index]).toBeLessThanOrEqual(amountCents);
        if (state === 'approved' || state === 'paid') expect(changed.has(id)).toBe(false);
      }
      // From the last backwards: whatever stands behind one that is left with something is gone.
      const open = instalments.filter(({ state }) => state === 'planned' || state === 'prepared');
      const first = open.findIndex(({ id }) => changed.has(id));
      for (const { id } of open.slice(first + 1)) expect(changed.get(id)).toBe(0);
    }),
  );
});

test.each([
  ['planned', 10, []],
  ['planned', 0, ['cancelled']],
  ['prepared', 10, ['planned']],
  ['prepared', 0, ['planned', 'cancelled']],
] as [PaymentState, number, PaymentState[]][])('one that was %s and is left with %i goes %j', (state, left, moves) => {
  expect(statesOfShrunk(instalment('1', state, left))).toEqual(moves);
});

const open: ReductionFacts = { state: 'proposed', amountCents: cents(60), proposedById: 'officer' };

test('an award is lowered only once its beneficiary has read it', () => {
  expect(proposeReduction({ isReleased: true, instalments: four }, cents(60), 'officer')).toEqual({
    state: 'proposed',
    proposedById: 'officer',
  });
  expect(() => proposeReduction({ isReleased: false, instalments: four }, cents(60), 'officer')).toThrow(
    expect.objectContaining({ code: 'lifecycle.not-allowed' }),
  );
  expect(() => proposeReduction({ isReleased: true, instalments: four }, cents(201), 'officer')).toThrow(
    expect.objectContaining({ code: 'reduction.too-high' }),
  );
});

test('somebody else confirms or refuses, and the proposer alone withdraws', () => {
  expect(confirmReduction(open, four, 'minister')).toEqual({
    state: 'confirmed',
    closedById: 'minister',
    changes: [instalment('4', 'planned', 0), instalment('3', 'prepared', 140)],
  });
  expect(refuseReduction(open, 'minister')).toEqual({ state: 'refused', closedById: 'minister' });
  expect(withdrawReduction(open, 'officer')).toEqual({ state: 'withdrawn', closedById: 'officer' });
  const samePerson = expect.objectContaining({ code: 'reduction.same-person' });
  expect(() => confirmReduction(open, four, 'officer')).toThrow(samePerson);
  expect(() => refuseReduction(open, 'officer')).toThrow(samePerson);
  expect(() => withdrawReduction(open, 'minister')).toThrow(expect.objectContaining({ code: 'permission.missing' }));
});

test('what was approved since the proposal can leave too little', () => {
  const later = four.map((each) => ({
    ...each,
    state: each.state === 'prepared' ? ('approved' as const) : each.state,
  }));
  expect(() => confirmReduction(open, later, 'minister')).toThrow(
    expect.objectContaining({ code: 'reduction.too-high', details: { reducibleCents: 50 } }),
  );
});

test.each(['confirmed', 'refused', 'withdrawn'] as const)('what is %s stays so', (state) => {
  const notAllowed = expect.objectContaining({ code: 'lifecycle.not-allowed' });
  expect(() => confirmReduction({ ...open, state }, four, 'minister')).toThrow(notAllowed);
  expect(() => refuseReduction({ ...open, state }, 'minister')).toThrow(notAllowed);
  expect(() => withdrawReduction({ ...open, state }, 'officer')).toThrow(notAllowed);
});
