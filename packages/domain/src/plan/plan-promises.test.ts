import fc from 'fast-check';
import {
  applyPostings,
  type LedgerBalances,
  lineFigures,
  type PostingCause,
  postingCauses,
  postingsFor,
} from '../ledger/index.js';
import { type Cents, cents, sumCents } from '../money.js';
import { type Edit, editActs, edited, type GivenLine, givenHeading, givenLine } from './given-edits.js';
import { savePlanLines } from './plan-approval.js';
import { leafSum, subtotals } from './plan-tree.js';

const totalCents = cents(5_000_000_00);
const start = [givenHeading('1'), givenLine('1.1'), givenLine('1.2'), givenHeading('2'), givenLine('2.1')];
const edits = fc.array(
  fc.record<Edit>({
    act: fc.constantFrom(...editActs),
    line: fc.nat(20),
    other: fc.nat(20),
    euros: fc.nat(100_000),
  }),
  { minLength: 1, maxLength: 25 },
);
const saved = (lines: readonly GivenLine[]) => savePlanLines({ state: 'draft', totalCents, lines });

test('R1: after every edit of a draft its lines and what is unassigned add up to the total, to the cent', () => {
  fc.assert(
    fc.property(edits, (list) => {
      for (const draft of edited(start, list, 'a')) {
        const { lines, unassignedCents } = saved(draft);
        expect(leafSum(lines) + unassignedCents).toBe(totalCents);
        const held = subtotals(lines);
        const top = lines.filter((line) => line.parentCode === null).map((line) => held.get(line.code) ?? cents(0));
        expect(sumCents(top) + unassignedCents).toBe(totalCents);
      }
    }),
  );
});

test('R1: saving what was saved changes nothing more', () => {
  fc.assert(
    fc.property(edits, (list) => {
      const { lines, unassignedCents } = saved(edited(start, list, 'a').at(-1) ?? start);
      const again = saved(lines);
      expect(leafSum(again.lines) + again.unassignedCents).toBe(totalCents);
      expect(again.lines.map((line) => line.code)).toEqual(lines.map((line) => line.code));
      expect({ lines: again.lines, unassignedCents: again.unassignedCents }).toEqual({ lines, unassignedCents });
    }),
  );
});

interface Movement {
  readonly cause: PostingCause;
  readonly line: number;
  readonly amount: Cents;
  readonly from: 'reserved' | 'available';
}
const movements = fc.array(
  fc.record<Movement>({
    cause: fc.constantFrom(...postingCauses.filter((cause) => cause !== 'allocate' && cause !== 'deallocate')),
    line: fc.nat(20),
    amount: fc.integer({ min: 1, max: 30_000_00 }).map(cents),
    from: fc.constantFrom('reserved', 'available'),
  }),
  { maxLength: 40 },
);

/** What stands on each line, and how much of it a minister's act gave or carried beside the plan. */
interface Books {
  readonly balances: Map<string, LedgerBalances>;
  readonly beside: Map<string, number>;
}

const signs: Partial<Record<PostingCause, 1 | -1>> = { authorise: 1, 'carry-in': 1, 'carry-out': -1, 'give-back': -1 };

/** Books one movement on a line; one that the ledger refuses leaves everything as it was. */
function post(books: Books, lineId: string, { cause, amount, from }: Omit<Movement, 'line'>): boolean {
  const postings = cause === 'commit' ? postingsFor(cause, amount, from) : postingsFor(cause, amount);
  expect(sumCents(postings.map((posting) => posting.amountCents))).toBe(0);
  try {
    books.balances.set(lineId, applyPostings(books.balances.get(lineId) ?? {}, postings));
    books.beside.set(lineId, (books.beside.get(lineId) ?? 0) + (signs[cause] ?? 0) * amount);
    return true;
  } catch (error) {
    expect(error).toMatchObject({ code: 'ledger.overspent' });
    return false;
  }
}

/** Gives each line what the version says of it, as an entry into force does; false when a line was spent already. */
function enterIntoForce(books: Books, lines: readonly GivenLine[]): boolean {
  const given = new Map(lines.map((line) => [line.lineId, line.amountCents ?? cents(0)]));
  const tried: Books = { balances: new Map(books.balances), beside: new Map(books.beside) };
  const isDone = [...new Set([...books.balances.keys(), ...given.keys()])].every((lineId) => {
    const { allocatedCents } = lineFigures(tried.balances.get(lineId) ?? {});
    const more = (given.get(lineId) ?? 0) - (allocatedCents - (tried.beside.get(lineId) ?? 0));
    if (more === 0) return true;
    const cause = more > 0 ? 'allocate' : 'deallocate';
    return post(tried, lineId, { cause, amount: cents(Math.abs(more)), from: 'available' });
  });
  if (isDone) for (const [lineId, balances] of tried.balances) books.balances.set(lineId, balances);
  return isDone;
}

test('R2 and R3: whatever is spent between whatever versions, no line is overspent and every line sums to zero', () => {
  fc.assert(
    fc.property(edits, movements, edits, (first, spent, second) => {
      const before = saved(edited(start, first, 'a').at(-1) ?? start).lines;
      const books: Books = { balances: new Map(), beside: new Map() };
      expect(enterIntoForce(books, before)).toBe(true);
      for (const movement of spent) {
        const line = before[movement.line % Math.max(1, before.length)];
        if (line !== undefined) post(books, line.lineId, movement);
      }
      const after = saved(edited(before, second, 'b').at(-1) ?? before).lines;
      const inForce = enterIntoForce(books, after) ? after : before;
      for (const balances of books.balances.values()) {
        const figures = lineFigures(balances);
        expect(sumCents(Object.values(balances))).toBe(0);
        expect(figures.paidCents).toBeLessThanOrEqual(figures.committedCents);
        expect(figures.committedCents).toBeLessThanOrEqual(figures.allocatedCents);
        expect(figures.availableCents).toBeGreaterThanOrEqual(0);
      }
      const allocated = [...books.balances.values()].map((balances) => lineFigures(balances).allocatedCents);
      const beside = [...books.beside.values()].reduce((sum, amount) => sum + amount, 0);
      expect(sumCents(allocated)).toBe(leafSum(inForce) + beside);
    }),
  );
});
