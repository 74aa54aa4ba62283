import { defineLifecycle } from '../lifecycle.js';
import { type Cents, cents, sumCents } from '../money.js';
import { Problem } from '../problem.js';
import type { LocalDate } from '../time.js';

/**
 * Money that a beneficiary must give back: what was not used for its purpose, or against its conditions (law of
 * 16-22 May 2003, art. 123). It may come in parts; what is left can be waived.
 */
export const repaymentLifecycle = defineLifecycle(
  {
    asked: { receivePart: 'partly-received', receiveRest: 'received', waive: 'withdrawn' },
    'partly-received': { receivePart: 'partly-received', receiveRest: 'received', waive: 'withdrawn' },
    received: {},
    withdrawn: {},
  },
  'asked',
);
export type RepaymentState = (typeof repaymentLifecycle)['states'][number];

export const repaymentKinds = ['unspent', 'conditions-not-met', 'paid-in-error', 'other'] as const;
export type RepaymentKind = (typeof repaymentKinds)[number];

export interface RepaymentFacts {
  readonly state: RepaymentState;
  readonly amountCents: Cents;
  /** What came in so far. */
  readonly receivedCents: Cents;
  readonly askedById: string;
}

type Claim = Pick<RepaymentFacts, 'state' | 'amountCents' | 'receivedCents'>;

/** What is still to come of a repayment, in cents: nothing once it was waived. */
export function openCents({ state, amountCents, receivedCents }: Claim): Cents {
  return cents(state === 'withdrawn' ? 0 : amountCents - receivedCents);
}

/** What can still be asked back of an award, in cents: what was paid less what was asked and not waived. */
export function repayableCents(paidCents: Cents, repayments: readonly Claim[]): Cents {
  const claimed = sumCents(repayments.map((each) => cents(each.receivedCents + openCents(each))));
  return cents(paidCents - claimed);
}

/**
 * Asks for `amountCents` (above zero; a RangeError else) of what was paid. Throws 'repayment.too-high' with what can be
 * asked at most, and 'repayment.due-passed' when the due day is not after `today`.
 */
export function askRepayment(
  award: { readonly paidCents: Cents; readonly repayments: readonly Claim[] },
  asked: { readonly amountCents: Cents; readonly dueOn: LocalDate },
  today: LocalDate,
  personId: string,
) {
  if (asked.amountCents <= 0) throw new RangeError(`a repayment is above zero: ${asked.amountCents}`);
  const most = repayableCents(award.paidCents, award.repayments);
  if (asked.amountCents > most) throw new Problem('repayment.too-high', { mostCents: most });
  if (asked.dueOn <= today) throw new Problem('repayment.due-passed');
  return { state: repaymentLifecycle.initial, askedById: personId };
}

/**
 * Records that `amountCents` (above zero; a RangeError else) came in on a day. Throws 'repayment.too-high' when it is more
 * than is still open, 'repayment.day-later' when the day is after `today`, and 'repayment.same-person' for whoever asked.
 */
export function receiveRepayment(
  repayment: RepaymentFacts,
  receipt: { readonly amountCents: Cents; readonly receivedOn: LocalDate },
  today: LocalDate,
  personId: string,
) {
  const { amountCents, receivedOn } = receipt;
  if (amountCents <= 0) throw new RangeError(`a receipt is above zero: ${amountCents}`);
  const open = openCents(repayment);
  const state = repaymentLifecycle.next(repayment.state, amountCents < open ? 'receivePart' : 'receiveRest');
  if (repayment.askedById === personId) throw new Problem('repayment.same-person');
  if (amountCents > open) throw new Problem('repayment.too-high', { mostCents: open });
  if (receivedOn > today) throw new Problem('repayment.day-later');
  return { state, receivedCents: cents(repayment.receivedCents + amountCents) };
}

/** Waives what is still open. Four eyes: 'repayment.same-person' for whoever asked for it. */
export function waiveRepayment(repayment: RepaymentFacts, personId: string) {
  const state = repaymentLifecycle.next(repayment.state, 'waive');
  if (repayment.askedById === personId) throw new Problem('repayment.same-person');
  return { state, waivedById: personId };
}

/** True on every day after the one on which it was due, while money is still to come. */
export function isOverdue(repayment: Claim & { readonly dueOn: LocalDate }, today: LocalDate): boolean {
  return openCents(repayment) > 0 && repayment.dueOn < today;
}
