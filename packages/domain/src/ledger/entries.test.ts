import fc from 'fast-check';
import { type Cents, cents, sumCents } from '../money.js';
import {
  applyPostings,
  type LedgerAccount,
  type LedgerBalances,
  ledgerAccounts,
  lineFigures,
  type Posting,
  type PostingCause,
  postingCauses,
  postingsFor,
} from './entries.js';

function post(cause: PostingCause, amount: Cents, from: 'reserved' | 'available' = 'available'): [Posting, Posting] {
  return cause === 'commit' ? postingsFor('commit', amount, from) : postingsFor(cause, amount);
}

test.each<[PostingCause, 'reserved' | 'available', LedgerAccount, LedgerAccount]>([
  ['allocate', 'available', 'source', 'available'],
  ['deallocate', 'available', 'available', 'source'],
  ['authorise', 'available', 'source', 'available'],
  ['carry-in', 'available', 'source', 'available'],
  ['carry-out', 'available', 'available', 'source'],
  ['give-back', 'available', 'available', 'source'],
  ['reserve', 'available', 'available', 'reserved'],
  ['release-reservation', 'available', 'reserved', 'available'],
  ['commit', 'reserved', 'reserved', 'committed'],
  ['commit', 'available', 'available', 'committed'],
  ['release-commitment', 'available', 'committed', 'available'],
  ['pay', 'available', 'committed', 'paid'],
  ['return', 'available', 'paid', 'available'],
])('to %s (from %s) moves money from %s to %s', (cause, commitSource, from, to) => {
  expect(post(cause, cents(500), commitSource)).toEqual([
    { account: from, amountCents: -500 },
    { account: to, amountCents: 500 },
  ]);
});

test.each(postingCauses)('a movement of nothing, or backwards, is refused: %s', (cause) => {
  expect(() => post(cause, cents(0))).toThrow(new RangeError('a movement is above zero: 0'));
  expect(() => post(cause, cents(-1))).toThrow(new RangeError('a movement is above zero: -1'));
});

const movements = fc.array(
  fc.record({
    cause: fc.constantFrom(...postingCauses),
    amount: fc.integer({ min: 1, max: 1_000_000 }).map(cents),
    from: fc.constantFrom('reserved', 'available'),
  }),
  { maxLength: 40 },
);

test('after any movements the accounts sum to zero, none is overspent, and the figures agree', () => {
  fc.assert(
    fc.property(movements, (list) => {
      let balances: LedgerBalances = {};
      for (const { cause, amount, from } of list) {
        try {
          balances = applyPostings(balances, post(cause, amount, from));
        } catch (error) {
          expect(error).toMatchObject({ code: 'ledger.overspent' });
        }
      }
      expect(sumCents(Object.values(balances))).toBe(0);
      for (const account of ledgerAccounts) {
        if (account !== 'source') expect(balances[account] ?? 0).toBeGreaterThanOrEqual(0);
      }
      const { allocatedCents, reservedCents, committedCents, paidCents, availableCents } = lineFigures(balances);
      expect(reservedCents + committedCents + availableCents).toBe(allocatedCents);
      expect(paidCents).toBeLessThanOrEqual(committedCents);
    }),
  );
});

test('a year of one line reads as people expect', () => {
  const balances = applyPostings({}, [
    ...postingsFor('allocate', cents(1_000)),
    ...postingsFor('reserve', cents(600)),
    ...postingsFor('commit', cents(400), 'reserved'),
    ...postingsFor('release-reservation', cents(200)),
    ...postingsFor('commit', cents(100), 'available'),
    ...postingsFor('pay', cents(300)),
    ...postingsFor('return', cents(50)),
    ...postingsFor('release-commitment', cents(10)),
  ]);
  expect(lineFigures(balances)).toEqual({
    allocatedCents: 1_000,
    reservedCents: 0,
    committedCents: 440,
    paidCents: 250,
    availableCents: 560,
  });
});

test('a line without postings has zeros, not minus zeros', () => {
  for (const figure of Object.values(lineFigures({}))) expect(Object.is(figure, 0)).toBe(true);
});

test('overspending names the account and what is missing', () => {
  const balances = applyPostings({}, postingsFor('allocate', cents(100)));
  expect(applyPostings(balances, postingsFor('reserve', cents(100)))).toMatchObject({ available: 0, reserved: 100 });
  expect(() => applyPostings(balances, postingsFor('reserve', cents(101)))).toThrow(
    expect.objectContaining({ code: 'ledger.overspent', details: { account: 'available', missingCents: 1 } }),
  );
});
