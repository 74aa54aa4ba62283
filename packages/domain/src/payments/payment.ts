import { type Cents, shareOut } from '../money.js';
import type { BankAccountState } from '../organisations/index.js';
import { Problem } from '../problem.js';
import { type PaymentState, paymentLifecycle } from './payment-lifecycle.js';

export interface PaymentFacts {
  readonly state: PaymentState;
  readonly amountCents: Cents;
  /** False between the signature and the day the beneficiary is told: money must not tell it first. */
  readonly isReleased: boolean;
  /** Of the account to be paid to; null when the organisation has none. */
  readonly bankAccountState: BankAccountState | null;
  /** Proofs of use of this organisation that are past their day and not accepted. */
  readonly overdueProofCount: number;
  /** Promised by the act, paid parts included. */
  readonly committedCents: Cents;
  /** Paid on that act so far. */
  readonly paidCents: Cents;
  readonly preparedById: string | null;
}

export type PaymentBlocker = 'not-released' | 'bank-account-not-verified' | 'earlier-proof-overdue' | 'above-committed';

/**
 * Why an instalment cannot be paid. Payment is withheld while the proof of earlier subsidies is missing, where each
 * instalment counts as a subsidy of its own (law of 22 May 2003, art. 124).
 */
export function paymentBlockers(payment: Omit<PaymentFacts, 'state' | 'preparedById'>): PaymentBlocker[] {
  const blockers: PaymentBlocker[] = [];
  if (!payment.isReleased) blockers.push('not-released');
  if (payment.bankAccountState !== 'verified') blockers.push('bank-account-not-verified');
  if (payment.overdueProofCount > 0) blockers.push('earlier-proof-overdue');
  if (payment.amountCents > payment.committedCents - payment.paidCents) blockers.push('above-committed');
  return blockers;
}

function assertPayable(payment: PaymentFacts): void {
  const blockers = paymentBlockers(payment);
  if (blockers.length > 0) throw new Problem('payment.blocked', { blockers });
}

/** Prepares a payment, or throws 'payment.blocked' with every blocker. */
export function preparePayment(payment: PaymentFacts, personId: string) {
  const state = paymentLifecycle.next(payment.state, 'prepare');
  assertPayable(payment);
  return { state, preparedById: personId };
}

/** Approves a payment. Four eyes: 'payment.same-person'. What blocks is looked at again, for it may be new. */
export function approvePayment(payment: PaymentFacts, personId: string) {
  const state = paymentLifecycle.next(payment.state, 'approve');
  if (payment.preparedById === personId) throw new Problem('payment.same-person');
  assertPayable(payment);
  return { state, approvedById: personId };
}

/** The instalments of an amount by whole percents that make 100 together; they add up to it, to the cent. */
export function instalmentAmounts(amountCents: Cents, percents: readonly number[]): Cents[] {
  const sum = percents.reduce((running, percent) => running + percent, 0);
  if (sum !== 100) throw new RangeError(`percents make 100, not ${sum}`);
  return shareOut(amountCents, percents);
}
