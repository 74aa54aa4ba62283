import fc from 'fast-check';
import { type Cents, cents } from '../money.js';
import { addDays, type LocalDate, localDate } from '../time.js';
import {
  applyPostings,
  type LedgerBalances,
  lineFigures,
  type PostingCause,
  postingCauses,
  postingsFor,
} from './entries.js';
import { type DatedMovement, type MovementTotal, statementOf, statementOn, statementStart } from './statement.js';

const movement = (cause: PostingCause, amount: number, on: string, from?: 'reserved' | 'available'): DatedMovement => ({
  cause,
  amountCents: cents(amount),
  from: from ?? 'available',
  on: localDate(on),
});

const year: readonly DatedMovement[] = [
  movement('allocate', 1_000, '2025-12-31'),
  movement('reserve', 600, '2026-01-01'),
  movement('commit', 400, '2026-03-01', 'reserved'),
  movement('release-reservation', 200, '2026-03-01'),
  movement('commit', 100, '2026-03-02'),
  movement('pay', 300, '2026-06-30'),
  movement('return', 50, '2026-12-31'),
  movement('release-commitment', 10, '2027-01-01'),
];

test('a statement opens with the year of its day, groups what moved by cause, and closes at the end of that day', () => {
  const { opening, movements, closing } = statementOn(year, localDate('2026-12-31'));
  expect(opening).toMatchObject({ allocatedCents: 1_000, availableCents: 1_000, reservedCents: 0, releasedCents: 0 });
  expect(movements).toEqual([
    { cause: 'reserve', count: 1, amountCents: 600 },
    { cause: 'release-reservation', count: 1, amountCents: 200 },
    { cause: 'commit', count: 2, amountCents: 500 },
    { cause: 'pay', count: 1, amountCents: 300 },
    { cause: 'return', count: 1, amountCents: 50 },
  ]);
  expect(closing).toEqual({
    allocatedCents: 1_000,
    reservedCents: 0,
    committedCents: 450,
    paidCents: 250,
    availableCents: 550,
    plannedCents: 1_000,
    authorisedCents: 0,
    carriedCents: 0,
    releasedCents: 200,
    returnedCents: 50,
  });
});

test.each([
  ['2025-12-30', 0, 0, 0],
  ['2025-12-31', 1_000, 0, 0],
  ['2026-01-01', 1_000, 600, 0],
  ['2026-02-28', 1_000, 600, 0],
  ['2026-03-01', 1_000, 0, 400],
  ['2026-03-02', 1_000, 0, 500],
  ['2026-06-29', 1_000, 0, 500],
  ['2027-01-01', 1_000, 0, 440],
])('at the end of %s %i is allocated, %i reserved and %i committed', (on, allocatedCents, reservedCents, committed) => {
  const { closing } = statementOn(year, localDate(on));
  expect(closing).toMatchObject({ allocatedCents, reservedCents, committedCents: committed });
});

test('a line that never had money has a statement of zeros', () => {
  const { opening, movements, closing } = statementOn([], localDate('2026-01-01'));
  expect(movements).toEqual([]);
  for (const figure of [...Object.values(opening), ...Object.values(closing)]) expect(Object.is(figure, 0)).toBe(true);
});

test.each([
  ['2026-01-01', '2026-01-01'],
  ['2026-12-31', '2026-01-01'],
])('the period of %s begins on %s', (on, start) => {
  expect(statementStart(localDate(on))).toBe(start);
});

/** Movements that no account refuses, on days around the turn of a year. */
const possible = fc
  .array(
    fc.record({
      cause: fc.constantFrom(...postingCauses),
      amountCents: fc.integer({ min: 1, max: 100_000 }).map(cents),
      from: fc.constantFrom('reserved' as const, 'available' as const),
      on: fc.integer({ min: 0, max: 40 }).map((days) => addDays(localDate('2025-12-10'), days)),
    }),
    { maxLength: 50 },
  )
  .map((wished) => {
    let balances: LedgerBalances = {};
    return wished
      .toSorted((a, b) => a.on.localeCompare(b.on))
      .filter((each) => {
        try {
          balances = applyPostings(balances, postingsOf(each));
          return true;
        } catch {
          return false;
        }
      });
  });

const postingsOf = ({ cause, amountCents, from }: { cause: PostingCause; amountCents: Cents; from: string }) =>
  cause === 'commit'
    ? postingsFor(cause, amountCents, from === 'reserved' ? 'reserved' : 'available')
    : postingsFor(cause, amountCents);

const someDay = fc.integer({ min: -2, max: 44 }).map((days) => addDays(localDate('2025-12-10'), days));

test('the statement of any day is what replaying the movements until that day gives', () => {
  fc.assert(
    fc.property(possible, someDay, (movements, on) => {
      const until = movements.filter((each) => each.on <= on);
      const balances = until.reduce<LedgerBalances>((held, each) => applyPostings(held, postingsOf(each)), {});
      expect(statementOn(movements, on).closing).toMatchObject(lineFigures(balances));
    }),
  );
});

test('what closes on the last of December opens the next day', () => {
  fc.assert(
    fc.property(possible, (movements) => {
      const closing = statementOn(movements, localDate('2025-12-31')).closing;
      expect(statementOn(movements, localDate('2026-01-01')).opening).toEqual(closing);
    }),
  );
});

test('the totals of lines put together are the sum of their statements', () => {
  fc.assert(
    fc.property(possible, possible, (one, other) => {
      const totals = (list: readonly DatedMovement[]): MovementTotal[] => list.map((each) => ({ ...each, count: 1 }));
      const sum = statementOf([], [...totals(one), ...totals(other)]).closing;
      const [a, b] = [statementOf([], totals(one)).closing, statementOf([], totals(other)).closing];
      for (const name of Object.keys(sum) as (keyof typeof sum)[]) expect(sum[name]).toBe(a[name] + b[name]);
    }),
  );
});

test('opening and movements explain the closing', () => {
  fc.assert(
    fc.property(possible, someDay as fc.Arbitrary<LocalDate>, (movements, on) => {
      const { opening, movements: moved, closing } = statementOn(movements, on);
      const of = (cause: PostingCause) => moved.find((each) => each.cause === cause)?.amountCents ?? 0;
      expect(closing.paidCents).toBe(opening.paidCents + of('pay') - of('return'));
      expect(closing.plannedCents).toBe(opening.plannedCents + of('allocate') - of('deallocate'));
      expect(closing.authorisedCents).toBe(opening.authorisedCents + of('authorise'));
      expect(closing.carriedCents).toBe(opening.carriedCents + of('carry-in') - of('carry-out') - of('give-back'));
      expect(closing.allocatedCents).toBe(closing.plannedCents + closing.authorisedCents + closing.carriedCents);
      expect(closing.availableCents).toBe(closing.allocatedCents - closing.reservedCents - closing.committedCents);
    }),
  );
});
