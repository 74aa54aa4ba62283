import { defineLifecycle } from '../lifecycle.js';
import { Problem } from '../problem.js';

/** An authorisation to spend more on a line than the plan gives it. Signed it is money, and never taken back. */
export const overrunLifecycle = defineLifecycle(
  { proposed: { sign: 'signed', withdraw: 'withdrawn' }, signed: {}, withdrawn: {} },
  'proposed',
);
export type OverrunState = (typeof overrunLifecycle)['states'][number];

/**
 * Signs an authorisation. Four eyes: 'ledger.same-person' for whoever proposed it. Throws 'lifecycle.not-allowed' for one
 * that was signed or withdrawn.
 */
export function signOverrun(
  overrun: { readonly state: OverrunState; readonly proposedById: string },
  personId: string,
) {
  const state = overrunLifecycle.next(overrun.state, 'sign');
  if (overrun.proposedById === personId) throw new Problem('ledger.same-person');
  return { state, signedById: personId };
}
