import { defineLifecycle } from '../lifecycle.js';
import { Problem } from '../problem.js';

/** An account is never changed: a new one is proposed, verified, and takes the place of the old one. */
export const bankAccountLifecycle = defineLifecycle(
  {
    proposed: { verify: 'verified', refuse: 'refused' },
    verified: { replace: 'replaced' },
    refused: {},
    replaced: {},
  },
  'proposed',
);
export type BankAccountState = (typeof bankAccountLifecycle)['states'][number];

export interface BankAccountFacts {
  readonly state: BankAccountState;
  readonly proposedById: string;
}

/** Verifies or refuses an account against the bank's proof. Four eyes: 'bank-account.same-person' for the proposer. */
export function judgeBankAccount(account: BankAccountFacts, action: 'verify' | 'refuse', personId: string) {
  const state = bankAccountLifecycle.next(account.state, action);
  if (account.proposedById === personId) throw new Problem('bank-account.same-person');
  return { state, judgedById: personId };
}
