import { type Cents, cents } from '../money.js';
import { Problem } from '../problem.js';

/** Where a euro of a plan line stands. Every movement leaves one account and enters another, so all sum to zero. */
export const ledgerAccounts = ['source', 'available', 'reserved', 'committed', 'paid'] as const;
export type LedgerAccount = (typeof ledgerAccounts)[number];

const movements = {
  allocate: ['source', 'available'],
  deallocate: ['available', 'source'],
  authorise: ['source', 'available'],
  'carry-in': ['source', 'available'],
  'carry-out': ['available', 'source'],
  'give-back': ['available', 'source'],
  reserve: ['available', 'reserved'],
  'release-reservation': ['reserved', 'available'],
  commit: ['available', 'committed'],
  'release-commitment': ['committed', 'available'],
  pay: ['committed', 'paid'],
  return: ['paid', 'available'],
} as const satisfies Record<string, readonly [LedgerAccount, LedgerAccount]>;

export type PostingCause = keyof typeof movements;
export const postingCauses = Object.keys(movements) as readonly PostingCause[];

/** A call's award commits what the call had reserved; a direct line commits what is available. */
export type CommitSource = 'reserved' | 'available';

export interface Posting {
  readonly account: LedgerAccount;
  readonly amountCents: Cents;
}

/**
 * The two postings of one movement of `amountCents` (above zero; a RangeError else). To commit, say from where:
 * 'reserved' for an award in a call, 'available' for a direct line.
 */
export function postingsFor<Cause extends PostingCause>(
  cause: Cause,
  amountCents: Cents,
  ...from: Cause extends 'commit' ? [CommitSource] : []
): [Posting, Posting] {
  if (amountCents <= 0) throw new RangeError(`a movement is above zero: ${amountCents}`);
  const [usualSource, target] = movements[cause];
  return [
    { account: from[0] ?? usualSource, amountCents: cents(-amountCents) },
    { account: target, amountCents },
  ];
}

export type LedgerBalances = Readonly<Partial<Record<LedgerAccount, Cents>>>;

/** The balances after the postings. Throws 'ledger.overspent' when an account other than the source goes below zero. */
export function applyPostings(balances: LedgerBalances, postings: readonly Posting[]): LedgerBalances {
  const after: Partial<Record<LedgerAccount, Cents>> = { ...balances };
  for (const { account, amountCents } of postings) after[account] = cents((after[account] ?? 0) + amountCents);
  for (const account of ledgerAccounts) {
    const balance = after[account] ?? 0;
    if (account !== 'source' && balance < 0) {
      throw new Problem('ledger.overspent', { account, missingCents: -balance });
    }
  }
  return after;
}

export interface LineFigures {
  readonly allocatedCents: Cents;
  readonly reservedCents: Cents;
  /** Promised by a signed act, whether paid already or not. */
  readonly committedCents: Cents;
  readonly paidCents: Cents;
  readonly availableCents: Cents;
}

/** The figures that people read, from the balances of the accounts of one line (or of the sum of many). */
export function lineFigures(balances: LedgerBalances): LineFigures {
  const balance = (account: LedgerAccount) => balances[account] ?? 0;
  return {
    allocatedCents: cents(-balance('source')),
    reservedCents: cents(balance('reserved')),
    committedCents: cents(balance('committed') + balance('paid')),
    paidCents: cents(balance('paid')),
    availableCents: cents(balance('available')),
  };
}
