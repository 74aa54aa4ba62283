import { addCents, type Cents, cents, partOf, subtractCents, sumCents } from '../money.js';
import { advanceCeiling } from '../plan/index.js';
import { type LocalDate, localDate } from '../time.js';

/** An instalment that is not paid yet. */
export interface OutstandingPayment {
  readonly state: 'planned' | 'prepared' | 'approved';
  /** Null while it waits for a condition that only a person can judge. */
  readonly dueOn: LocalDate | null;
  readonly amountCents: Cents;
}

/** A call whose decisions are all announced: what was set aside for it, and what of that was awarded. */
export interface PastCall {
  readonly envelopeCents: Cents;
  readonly awardedCents: Cents;
}

export interface ForecastFacts {
  readonly year: number;
  /** The day of the figures. */
  readonly on: LocalDate;
  readonly allocatedCents: Cents;
  /** Set aside for calls that are not decided. */
  readonly reservedCents: Cents;
  /** Promised, paid included. */
  readonly committedCents: Cents;
  readonly paidCents: Cents;
  readonly outstanding: readonly OutstandingPayment[];
  readonly pastCalls: readonly PastCall[];
}

/** Between which amounts a figure will lie on 31 December; no single expectation where nothing supports one. */
export interface Outlook {
  readonly lowCents: Cents;
  readonly expectedCents: Cents | null;
  readonly highCents: Cents;
}

/** The part of their envelopes that past calls awarded, in whole per cent. */
export interface AwardedShare {
  readonly lowPercent: number;
  readonly expectedPercent: number | null;
  readonly highPercent: number;
}

export interface YearEndForecast {
  readonly committed: Outlook;
  readonly paid: Outlook;
  readonly share: AwardedShare;
  /** True when the ceiling of advances, and not the planned payments, bounds what can be paid. */
  readonly isCapped: boolean;
}

/** With fewer past calls than this, the least and the most they awarded say nothing about the next one. */
export const callsForBounds = 3;

/**
 * What will be committed and paid of a year's plan on its 31 December, as bounds and an expectation. The method, which
 * the page says in words:
 *
 * - Committed is what is committed now, and of what is reserved for calls as large a part as past calls awarded of their
 *   envelopes: all together for the expectation, the least and the most of any one of them for the bounds. With fewer
 *   than three past calls the bounds are nothing and everything, without any there is no expectation.
 * - Paid is what is paid now and the instalments that are due by 31 December. The low bound counts only those that were
 *   prepared or approved; the high one also instalments without a day, and new awards as if they were paid at once.
 *   Until 31 December no more than 80 % of the plan may be advanced (law of 19 April 2002, art. 26), which bounds all
 *   three.
 *
 * Amounts are rounded to three digits of the high bound (low down, high up, the expectation to the nearest), because
 * more would feign a precision that nobody has; never past what is certain: what is reached now, the plan, the ceiling.
 * From 31 December on nothing is foreseen any more: all three are what is.
 */
export function yearEndForecast(facts: ForecastFacts): YearEndForecast {
  const share = awardedShare(facts.pastCalls);
  const committed = committedOutlook(facts);
  const lastDay = localDate(`${facts.year}-12-31`);
  const isOver = facts.on >= lastDay;
  const ceiling = isOver ? null : advanceCeiling(facts.allocatedCents, lastDay, facts.year);
  const { low, expected, high } = isOver ? whatIs(facts.paidCents) : paidAmounts(facts, committed, lastDay);
  // What was paid above the ceiling is paid: a forecast does not undo it.
  const most = ceiling === null ? high : cents(Math.max(ceiling, facts.paidCents));
  const paid = rounded({ low: min(low, most), expected: min(expected, most), high: min(high, most) }, [
    facts.paidCents,
    most,
  ]);
  return {
    committed: isOver ? exactly(facts.committedCents) : committed,
    paid: isOver ? exactly(facts.paidCents) : paid,
    share,
    isCapped: !isOver && expected > most,
  };
}

interface Amounts {
  readonly low: Cents;
  readonly expected: Cents | null;
  readonly high: Cents;
}

const min = (a: Cents, b: Cents): Cents => (a < b ? a : b);
const whatIs = (amount: Cents) => ({ low: amount, expected: amount, high: amount });
const exactly = (amount: Cents): Outlook => ({ lowCents: amount, expectedCents: amount, highCents: amount });

function committedOutlook({ committedCents, reservedCents, allocatedCents, pastCalls }: ForecastFacts): Outlook {
  const ofReserved = (parts: readonly PastCall[]) => parts.map((call) => partOfEnvelope(reservedCents, call));
  const known = pastCalls.length >= callsForBounds;
  const each = ofReserved(pastCalls);
  const [pooled] = pastCalls.length === 0 ? [] : ofReserved([allTogether(pastCalls)]);
  const low = known ? cents(Math.min(...each)) : cents(0);
  const high = known ? cents(Math.max(...each)) : reservedCents;
  const expected = reservedCents === 0 ? cents(0) : (pooled ?? null);
  const above = (amount: Cents) => addCents(committedCents, amount);
  const most = cents(Math.max(allocatedCents, committedCents));
  return rounded(
    { low: above(low), expected: expected === null ? null : above(expected), high: min(above(high), most) },
    [committedCents, most],
  );
}

function paidAmounts({ paidCents, committedCents, outstanding }: ForecastFacts, after: Outlook, lastDay: LocalDate) {
  const isDue = ({ dueOn }: OutstandingPayment) => dueOn !== null && dueOn <= lastDay;
  const sumOf = (chosen: (payment: OutstandingPayment) => boolean) =>
    sumCents(outstanding.filter(chosen).map(({ amountCents }) => amountCents));
  const sure = sumOf((payment) => payment.state === 'approved' || (payment.state === 'prepared' && isDue(payment)));
  const due = sumOf((payment) => payment.state === 'approved' || isDue(payment));
  const undated = sumOf(({ state, dueOn }) => state !== 'approved' && dueOn === null);
  const fresh = subtractCents(after.highCents, committedCents);
  return {
    low: addCents(paidCents, sure),
    expected: addCents(paidCents, due),
    high: cents(paidCents + due + undated + fresh),
  };
}

/** As large a part of the amount as the call awarded of its envelope; never more than all of it. */
function partOfEnvelope(amount: Cents, { envelopeCents, awardedCents }: PastCall): Cents {
  return envelopeCents <= 0 ? cents(0) : partOf(amount, Math.min(awardedCents, envelopeCents), envelopeCents);
}

const allTogether = (calls: readonly PastCall[]): PastCall => ({
  envelopeCents: sumCents(calls.map(({ envelopeCents }) => envelopeCents)),
  awardedCents: sumCents(calls.map(({ awardedCents }) => awardedCents)),
});

function awardedShare(calls: readonly PastCall[]): AwardedShare {
  const percent = (call: PastCall) => partOfEnvelope(cents(100), call);
  const known = calls.length >= callsForBounds;
  return {
    lowPercent: known ? Math.min(...calls.map(percent)) : 0,
    expectedPercent: calls.length === 0 ? null : percent(allTogether(calls)),
    highPercent: known ? Math.max(...calls.map(percent)) : 100,
  };
}

/** Rounds to three digits of the high bound, at least to whole euros, and keeps within what is certain. */
function rounded({ low, expected, high }: Amounts, [least, most]: readonly [Cents, Cents]): Outlook {
  const step = Math.max(100, 10 ** (String(Math.max(1, high)).length - 3));
  const within = (amount: number) => cents(Math.min(most, Math.max(least, amount)));
  return {
    lowCents: within(Math.floor(low / step) * step),
    expectedCents: expected === null ? null : within(Math.round(expected / step) * step),
    highCents: within(Math.ceil(high / step) * step),
  };
}
