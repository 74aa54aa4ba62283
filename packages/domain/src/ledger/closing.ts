import { defineLifecycle } from '../lifecycle.js';
import { type Cents, cents } from '../money.js';
import { Problem } from '../problem.js';
import { brusselsInstant, type LocalDate, localDate } from '../time.js';

/** The months of a year, each of which is closed once, in this order. */
export const monthsOfYear = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** The closing of a year's money, or a later one for what has come back since. Signed it moves money, for good. */
export const yearClosingLifecycle = defineLifecycle(
  {
    prepared: { sign: 'signed', sendBack: 'sent-back', withdraw: 'withdrawn' },
    signed: {},
    'sent-back': {},
    withdrawn: {},
  },
  'prepared',
);
export type YearClosingState = (typeof yearClosingLifecycle)['states'][number];

/** The first day after the month; a RangeError for a month that no calendar has. */
export function dayAfterMonth(year: number, month: number): LocalDate {
  const [nextYear, next] = month === 12 ? [year + 1, 1] : [year, month + 1];
  return localDate(`${nextYear}-${next.toString().padStart(2, '0')}-01`);
}

/** The instant at which the month is over in Brussels: what was entered before it belongs to the month. */
export const monthEndsAt = (year: number, month: number): Date => brusselsInstant(dayAfterMonth(year, month), '00:00');

/**
 * Asserts that the month can be closed now: it is over in Brussels ('ledger.month-running'), it is the next one
 * ('ledger.month-skipped' with the month whose turn it is) and it is not closed already ('record.duplicate').
 */
export function assertMonthClosable(year: number, month: number, closedMonths: number, now: Date): void {
  if (month <= closedMonths) throw new Problem('record.duplicate');
  if (month > closedMonths + 1) throw new Problem('ledger.month-skipped', { month: closedMonths + 1 });
  if (now < monthEndsAt(year, month)) throw new Problem('ledger.month-running', { endsOn: dayAfterMonth(year, month) });
}

export interface YearToClose {
  readonly closedMonths: number;
  readonly isDefinitive: boolean;
  /** What calls still hold on lines of the year. */
  readonly reservedCents: Cents;
}

export const yearClosingBlockers = [
  'ledger.months-open',
  'ledger.plan-provisional',
  'ledger.reservations-open',
] as const;
export type YearClosingBlocker = (typeof yearClosingBlockers)[number];

/** Why the year cannot be closed yet: open months, no definitive plan in force, calls that still hold money. */
export function blockersOfYear({ closedMonths, isDefinitive, reservedCents }: YearToClose): YearClosingBlocker[] {
  return yearClosingBlockers.filter(
    (blocker) =>
      ({
        'ledger.months-open': closedMonths < monthsOfYear.length,
        'ledger.plan-provisional': !isDefinitive,
        'ledger.reservations-open': reservedCents > 0,
      })[blocker],
  );
}

/** Throws the first reason why the year cannot be closed. */
export function assertYearClosable(year: YearToClose): void {
  const [blocker] = blockersOfYear(year);
  if (blocker !== undefined) throw new Problem(blocker, { ...year });
}

export interface Balance {
  readonly lineId: string;
  readonly availableCents: Cents;
}

/** Where an unassigned balance goes: to a line of the next year's plan, or back to the source. */
export interface Destination {
  readonly lineId: string;
  readonly amountCents: Cents;
  readonly toLineId: string | null;
}

/**
 * Asserts that each balance above zero goes somewhere, whole and once, and nothing else does; and that the lines it goes
 * to are among `nextLineIds`. Throws 'ledger.destinations-wrong' with the lines that are at fault.
 */
export function assertDestinations(
  balances: readonly Balance[],
  destinations: readonly Destination[],
  nextLineIds: ReadonlySet<string>,
): void {
  const left = new Map(
    balances.filter(({ availableCents }) => availableCents > 0).map((each) => [each.lineId, each.availableCents]),
  );
  const wrong = new Set<string>();
  for (const { lineId, amountCents, toLineId } of destinations) {
    if (left.get(lineId) !== amountCents || (toLineId !== null && !nextLineIds.has(toLineId))) wrong.add(lineId);
    left.delete(lineId);
  }
  const lineIds = [...wrong, ...left.keys()];
  if (lineIds.length > 0) throw new Problem('ledger.destinations-wrong', { lineIds: [...new Set(lineIds)] });
}

interface PreparedClosing {
  readonly state: YearClosingState;
  readonly preparedById: string;
}

/** Signs the closing of a year. Four eyes: 'ledger.same-person' for whoever prepared it. */
export function signYearClosing(closing: PreparedClosing, personId: string) {
  const state = yearClosingLifecycle.next(closing.state, 'sign');
  if (closing.preparedById === personId) throw new Problem('ledger.same-person');
  return { state, signedById: personId };
}

/**
 * Sends a prepared closing back. It stays as it is, with who sent it back, and another is prepared in its place. Four
 * eyes: 'ledger.same-person' for whoever prepared it, who withdraws it instead.
 */
export function sendBackYearClosing(closing: PreparedClosing, personId: string) {
  const state = yearClosingLifecycle.next(closing.state, 'sendBack');
  if (closing.preparedById === personId) throw new Problem('ledger.same-person');
  return { state, returnedById: personId };
}

/** What destinations move in all. */
export const totalOf = (destinations: readonly Destination[]): Cents =>
  cents(destinations.reduce((sum, { amountCents }) => sum + amountCents, 0));
