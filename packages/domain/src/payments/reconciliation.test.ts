import fc from 'fast-check';
import { cents, sumCents } from '../money.js';
import { localDate } from '../time.js';
import { signedCents, statementGap } from './bank-statement.js';
import {
  classifyEntries,
  type EntryToMatch,
  entryClasses,
  isDifference,
  type PaymentToMatch,
  referenceOfPayment,
  referencesOf,
  sumsByClass,
} from './reconciliation.js';

const payment: PaymentToMatch = {
  id: 'p',
  state: 'approved',
  amountCents: cents(100),
  iban: 'BE68539007547034',
  matchedEntryId: null,
};
const entry: EntryToMatch = {
  id: 'e',
  direction: 'out',
  amountCents: cents(100),
  counterpartyAccount: 'BE68539007547034',
  paymentId: 'p',
};
const classesOf = (entries: readonly EntryToMatch[], payments: readonly PaymentToMatch[] = [payment]) =>
  classifyEntries(entries, payments).map(({ entryClass }) => entryClass);

describe('the class of an entry', () => {
  test.each<[string, Partial<EntryToMatch>, Partial<PaymentToMatch>, string]>([
    ['all agrees and it waits for the bank', {}, {}, 'exact'],
    ['all agrees and it was confirmed by hand', {}, { state: 'paid' }, 'exact'],
    ['it was matched before', {}, { state: 'paid', matchedEntryId: 'e' }, 'exact'],
    ['a cent too little', { amountCents: cents(99) }, {}, 'amount-differs'],
    ['a cent too much', { amountCents: cents(101) }, {}, 'amount-differs'],
    ['another account', { counterpartyAccount: 'BE10000000000404' }, {}, 'account-differs'],
    ['no account at all', { counterpartyAccount: '' }, {}, 'account-differs'],
    ['another account and amount', { counterpartyAccount: 'x', amountCents: cents(1) }, {}, 'account-differs'],
    ['a reference that is nobody’s', { paymentId: null }, {}, 'unknown-payment'],
    ['a payment that is not given', { paymentId: 'other' }, {}, 'unknown-payment'],
    ['a payment that was planned only', {}, { state: 'planned', iban: null }, 'not-approved'],
    ['a payment that was prepared only', {}, { state: 'prepared' }, 'not-approved'],
    ['a payment that was cancelled', {}, { state: 'cancelled' }, 'not-approved'],
    ['another entry pays it', {}, { state: 'paid', matchedEntryId: 'other' }, 'paid-twice'],
    ['money that comes back', { direction: 'in' }, { state: 'paid', matchedEntryId: 'x' }, 'returned-by-bank'],
    ['money that comes in', { direction: 'in', paymentId: null }, {}, 'incoming'],
  ])('%s', (_case, change, facts, expected) => {
    expect(classesOf([{ ...entry, ...change }], [{ ...payment, ...facts }])).toEqual([expected]);
  });

  test('of two entries that fit, the first pays and the second pays twice', () => {
    expect(classesOf([entry, { ...entry, id: 'f' }])).toEqual(['exact', 'paid-twice']);
  });

  test('an entry that does not fit leaves the payment to a later one that does', () => {
    expect(classesOf([{ ...entry, id: 'f', amountCents: cents(1) }, entry])).toEqual(['paid-twice', 'exact']);
  });

  test('two that do not fit stay what they are', () => {
    const wrong = { ...entry, amountCents: cents(1) };
    expect(classesOf([wrong, { ...wrong, id: 'f' }])).toEqual(['amount-differs', 'amount-differs']);
  });
});

test('references are found whatever signs the bank dropped, the surest first', () => {
  expect(referenceOfPayment('2026-B0001-001-P1')).toBe('2026B0001001P1');
  const found = referencesOf({
    endToEndId: '2026B0001001P1',
    structured: '+++090/9337/55493+++',
    communication: 'Subsidie 2026-B0001-002-P1, dank u',
  });
  expect(found).toEqual(['2026B0001001P1', '090933755493', 'SUBSIDIE', '2026B0001002P1', 'DANK']);
});

const entries = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    direction: fc.constantFrom('in' as const, 'out' as const),
    amountCents: fc.integer({ min: 1, max: 4 }).map(cents),
    counterpartyAccount: fc.constantFrom('A', 'B'),
    paymentId: fc.constantFrom(null, 'p', 'q', 'r'),
  }),
  { selector: ({ id }) => id, maxLength: 20 },
);
const payments = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('p', 'q'),
    state: fc.constantFrom('planned' as const, 'approved' as const, 'paid' as const),
    amountCents: fc.integer({ min: 1, max: 4 }).map(cents),
    iban: fc.constantFrom(null, 'A', 'B'),
    matchedEntryId: fc.constantFrom(null, 'elsewhere'),
  }),
  { selector: ({ id }) => id },
);

test('every entry is in exactly one class, and the sums of the classes are the sum of the entries', () => {
  fc.assert(
    fc.property(entries, payments, (given, known) => {
      const found = classifyEntries(given, known);
      expect(found.map(({ entryId }) => entryId)).toEqual(given.map(({ id }) => id));
      const classed = given.map((each, index) => ({ ...each, entryClass: found[index]?.entryClass ?? 'exact' }));
      const sums = sumsByClass(classed);
      expect(new Set(sums.map(({ entryClass }) => entryClass)).size).toBe(sums.length);
      expect(sums.reduce((sum, { count }) => sum + count, 0)).toBe(given.length);
      expect(sumCents(sums.map((each) => each.sumCents))).toBe(sumCents(given.map(signedCents)));
    }),
  );
});

test('a payment is exact once at most, only when it was approved, and for its own amount and account', () => {
  fc.assert(
    fc.property(entries, payments, (given, known) => {
      const exact = classifyEntries(given, known).filter(({ entryClass }) => entryClass === 'exact');
      const paid = exact.map(({ entryId }) => given.find(({ id }) => id === entryId));
      expect(new Set(paid.map((each) => each?.paymentId)).size).toBe(paid.length);
      for (const each of paid) {
        const its = known.find(({ id }) => id === each?.paymentId);
        expect(its).toMatchObject({ amountCents: each?.amountCents, iban: each?.counterpartyAccount });
        expect(['approved', 'paid']).toContain(its?.state);
        expect(each?.direction).toBe('out');
      }
    }),
  );
});

test('a statement adds up only to the cent', () => {
  const movement = {
    position: 1,
    direction: 'out' as const,
    amountCents: cents(30),
    bookedOn: localDate('2026-01-15'),
    valueOn: null,
    bankReference: '',
    endToEndId: '',
    structured: '',
    communication: '',
    counterpartyName: '',
    counterpartyAccount: '',
  };
  const moved = [movement, { ...movement, direction: 'in' as const, amountCents: cents(10) }];
  expect(statementGap({ openingCents: cents(100), closingCents: cents(80), entries: moved })).toBe(0);
  expect(statementGap({ openingCents: cents(100), closingCents: cents(81), entries: moved })).toBe(1);
  expect(statementGap({ openingCents: cents(0), closingCents: cents(0), entries: [] })).toBe(0);
});

test('what agrees and what only came in are no differences', () => {
  expect(entryClasses.filter((each) => !isDifference(each))).toEqual(['exact', 'incoming']);
});
