import { addCents, type Cents, cents, partOf } from '../money.js';
import { Problem } from '../problem.js';
import { type LocalDate, localDate } from '../time.js';

/**
 * The most that may have been advanced on `on` of the subsidies foreseen for `year`: 50 % until 30 June and 80 % until
 * 31 December, both days included; null afterwards, when no ceiling holds (law of 19 April 2002, art. 26). Rounded down
 * to the cent, because it is a ceiling.
 */
export function advanceCeiling(foreseenCents: Cents, on: LocalDate, year: number): Cents | null {
  const percent = ceilingPercent(on, year);
  return percent === null ? null : partOf(foreseenCents, percent, 100);
}

/** The part of the subsidies foreseen, in per cent, that the ceiling of the day allows; null when none holds. */
export function ceilingPercent(on: LocalDate, year: number): 50 | 80 | null {
  if (on <= `${year}-06-30`) return 50;
  return on <= `${year}-12-31` ? 80 : null;
}

export interface AdvanceFacts {
  readonly year: number;
  /** The total of the plan in force: the subsidies foreseen for the year. */
  readonly foreseenCents: Cents;
  /** A definitive plan in force ends the ceilings: what follows is no advance any more. */
  readonly isDefinitive: boolean;
  /** Paid on lines of the year, less what was paid back. */
  readonly paidCents: Cents;
  /** Approved on lines of the year, and not yet confirmed by the bank. */
  readonly approvedCents: Cents;
}

export interface AdvanceRoom {
  readonly percent: 50 | 80 | null;
  /** Null where no ceiling holds. */
  readonly ceilingCents: Cents | null;
  /** What may still be approved; zero when the ceiling is reached or was lowered below what is paid. */
  readonly roomCents: Cents | null;
  /** From when on another ceiling holds, and which; null when none will. */
  readonly next: {
    readonly fromOn: LocalDate;
    readonly percent: 80 | null;
    readonly ceilingCents: Cents | null;
  } | null;
}

/** Where the payments of a year stand against the ceiling of the day. */
export function advanceRoom(facts: AdvanceFacts, on: LocalDate): AdvanceRoom {
  const percent = facts.isDefinitive ? null : ceilingPercent(on, facts.year);
  if (percent === null) return { percent, ceilingCents: null, roomCents: null, next: null };
  const ceilingCents = partOf(facts.foreseenCents, percent, 100);
  const used = addCents(facts.paidCents, facts.approvedCents);
  const next =
    percent === 50
      ? {
          fromOn: localDate(`${facts.year}-07-01`),
          percent: 80 as const,
          ceilingCents: partOf(facts.foreseenCents, 80, 100),
        }
      : { fromOn: localDate(`${facts.year + 1}-01-01`), percent: null, ceilingCents: null };
  return { percent, ceilingCents, roomCents: cents(Math.max(0, ceilingCents - used)), next };
}

/**
 * Asserts that one more payment of `amountCents` keeps to the ceiling of the day, to the cent. Throws
 * 'payment.above-ceiling' with the ceiling, what is paid and approved already, and the amount too much, in cents.
 */
export function assertAdvance(facts: AdvanceFacts, amountCents: Cents, on: LocalDate): void {
  const { ceilingCents, next } = advanceRoom(facts, on);
  if (ceilingCents === null) return;
  const usedCents = addCents(facts.paidCents, facts.approvedCents);
  const excessCents = cents(usedCents + amountCents - ceilingCents);
  if (excessCents <= 0) return;
  throw new Problem('payment.above-ceiling', {
    year: facts.year,
    ceilingCents,
    usedCents,
    excessCents,
    nextOn: next?.fromOn ?? null,
  });
}
