import { type Cents, cents, subtractCents } from '../money.js';
import type { LocalDate } from '../time.js';
import {
  type LedgerAccount,
  type LedgerBalances,
  type LineFigures,
  lineFigures,
  type PostingCause,
  postingCauses,
  postingsFor,
} from './entries.js';

/** One movement of a line, on the day in Brussels on which it was made. */
export interface DatedMovement {
  readonly cause: PostingCause;
  readonly amountCents: Cents;
  /** The account that the money left; it tells a commitment in a call from one on a direct line. */
  readonly from: LedgerAccount;
  readonly on: LocalDate;
}

/** Movements of one cause from one account, added up. */
export interface MovementTotal {
  readonly cause: PostingCause;
  readonly from: LedgerAccount;
  readonly count: number;
  readonly amountCents: Cents;
}

/** The figures at the end of a day, and what ever flowed back until then. */
export interface StatementFigures extends LineFigures {
  /** Of what was allocated: what the plan gave. With what was authorised and carried it makes the allocated amount. */
  readonly plannedCents: Cents;
  /** Of what was allocated: what the minister authorised beyond the plan. */
  readonly authorisedCents: Cents;
  /** Of what was allocated: carried in from the year before, less what was carried out and given back; may be negative. */
  readonly carriedCents: Cents;
  /** Given back before it was paid: reservations and commitments that were not used. */
  readonly releasedCents: Cents;
  /** Paid, and paid back by the beneficiary. */
  readonly returnedCents: Cents;
}

/** A statement of account: where a line stood, what moved, where it stands. */
export interface LineStatement {
  readonly opening: StatementFigures;
  /** By cause, in the order of the causes; a cause that moved nothing is left out. */
  readonly movements: readonly { readonly cause: PostingCause; readonly count: number; readonly amountCents: Cents }[];
  readonly closing: StatementFigures;
}

/** The first day of the period whose last day is `on`: a statement runs through one calendar year. */
export function statementStart(on: LocalDate): LocalDate {
  return `${on.slice(0, 4)}-01-01` as LocalDate;
}

/**
 * The statement of a line at the end of the day `on` from its movements, in whatever order they come; movements after
 * that day are left out. Those before the first of January of its year make the opening.
 */
export function statementOn(movements: readonly DatedMovement[], on: LocalDate): LineStatement {
  const start = statementStart(on);
  const single = (movement: DatedMovement): MovementTotal => ({ ...movement, count: 1 });
  return statementOf(
    movements.filter((movement) => movement.on < start).map(single),
    movements.filter((movement) => movement.on >= start && movement.on <= on).map(single),
  );
}

/**
 * The statement from totals: those before the period and those within it. The same cause may come several times, so that
 * the totals of many lines, put together, give the statement of a heading or of a whole year.
 */
export function statementOf(before: readonly MovementTotal[], within: readonly MovementTotal[]): LineStatement {
  return { opening: figuresOf(before), movements: byCause(within), closing: figuresOf([...before, ...within]) };
}

function figuresOf(totals: readonly MovementTotal[]): StatementFigures {
  const balances: Partial<Record<LedgerAccount, Cents>> = {};
  for (const { cause, from, amountCents } of totals) {
    // Sums have no order: whether an account was ever overspent is asked when money moves, not here.
    for (const posting of postings(cause, from, amountCents)) {
      balances[posting.account] = cents((balances[posting.account] ?? 0) + posting.amountCents);
    }
  }
  return {
    ...lineFigures(balances satisfies LedgerBalances),
    plannedCents: subtractCents(sumOf(totals, 'allocate'), sumOf(totals, 'deallocate')),
    authorisedCents: sumOf(totals, 'authorise'),
    carriedCents: subtractCents(sumOf(totals, 'carry-in'), sumOf(totals, 'carry-out', 'give-back')),
    releasedCents: sumOf(totals, 'release-reservation', 'release-commitment'),
    returnedCents: sumOf(totals, 'return'),
  };
}

const postings = (cause: PostingCause, from: LedgerAccount, amountCents: Cents) =>
  cause === 'commit'
    ? postingsFor(cause, amountCents, from === 'reserved' ? 'reserved' : 'available')
    : postingsFor(cause, amountCents);

function sumOf(totals: readonly MovementTotal[], ...causes: readonly PostingCause[]): Cents {
  const fitting = totals.filter(({ cause }) => causes.includes(cause));
  return cents(fitting.reduce((sum, { amountCents }) => sum + amountCents, 0));
}

function byCause(totals: readonly MovementTotal[]): LineStatement['movements'] {
  return postingCauses.flatMap((cause) => {
    const count = totals.reduce((sum, total) => sum + (total.cause === cause ? total.count : 0), 0);
    return count === 0 ? [] : [{ cause, count, amountCents: sumOf(totals, cause) }];
  });
}
