import { defineLifecycle } from '../lifecycle.js';
import { type Cents, cents, sumCents } from '../money.js';
import { Problem } from '../problem.js';
import { type PaymentState, paymentLifecycle } from './payment-lifecycle.js';

/** A signed award is lowered by somebody who proposes and somebody else who confirms; the act itself stays as it is. */
export const reductionLifecycle = defineLifecycle(
  {
    proposed: { confirm: 'confirmed', refuse: 'refused', withdraw: 'withdrawn' },
    confirmed: {},
    refused: {},
    withdrawn: {},
  },
  'proposed',
);
export type ReductionState = (typeof reductionLifecycle)['states'][number];

/** Why an award is lowered, as the public may read it; the words of the file stay in the office. */
export const reductionKinds = ['renounced', 'smaller-project', 'conditions-not-met', 'other'] as const;
export type ReductionKind = (typeof reductionKinds)[number];

/** An instalment of an award, as far as a reduction looks at it. */
export interface Instalment {
  readonly id: string;
  readonly state: PaymentState;
  readonly amountCents: Cents;
}

/** Nothing was ordered yet: `approved` is on its way to the bank, `paid` can only be asked back. */
const canShrink = ({ state }: Instalment) => state === 'planned' || state === 'prepared';

/** What of an award can still be taken away, in cents: the instalments that nobody approved. */
export function reducibleCents(instalments: readonly Instalment[]): Cents {
  return sumCents(instalments.filter(canShrink).map(({ amountCents }) => amountCents));
}

/**
 * The instalments that change when an award falls by `byCents` (above zero; a RangeError else), and what is left of each:
 * zero where nothing is. The last shrinks first, those that were approved or paid never. Together the instalments then
 * make the amount that is left. Throws 'reduction.too-high' when less than `byCents` is not approved yet.
 */
export function shrinkInstalments(instalments: readonly Instalment[], byCents: Cents): Instalment[] {
  if (byCents <= 0) throw new RangeError(`a reduction is above zero: ${byCents}`);
  assertReducible(instalments, byCents);
  const changed: Instalment[] = [];
  let left: number = byCents;
  for (const instalment of instalments.toReversed()) {
    if (left === 0) break;
    if (!canShrink(instalment)) continue;
    const taken = Math.min(left, instalment.amountCents);
    left -= taken;
    changed.push({ ...instalment, amountCents: cents(instalment.amountCents - taken) });
  }
  return changed;
}

function assertReducible(instalments: readonly Instalment[], byCents: Cents): void {
  const most = reducibleCents(instalments);
  if (byCents > most) throw new Problem('reduction.too-high', { reducibleCents: most });
}

/**
 * Proposes to lower an award by `byCents`. Throws 'lifecycle.not-allowed' for an award that its beneficiary has not read
 * yet, and 'reduction.too-high' with what can be taken at most.
 */
export function proposeReduction(
  award: { readonly isReleased: boolean; readonly instalments: readonly Instalment[] },
  byCents: Cents,
  personId: string,
) {
  if (!award.isReleased) throw new Problem('lifecycle.not-allowed', { action: 'reduce' });
  shrinkInstalments(award.instalments, byCents);
  return { state: reductionLifecycle.initial, proposedById: personId };
}

export interface ReductionFacts {
  readonly state: ReductionState;
  readonly amountCents: Cents;
  readonly proposedById: string;
}

/**
 * Confirms a reduction: the instalments that change. Four eyes: 'reduction.same-person' for whoever proposed it. What
 * was approved or paid since the proposal may leave too little: 'reduction.too-high'.
 */
export function confirmReduction(reduction: ReductionFacts, instalments: readonly Instalment[], personId: string) {
  const state = reductionLifecycle.next(reduction.state, 'confirm');
  if (reduction.proposedById === personId) throw new Problem('reduction.same-person');
  return { state, closedById: personId, changes: shrinkInstalments(instalments, reduction.amountCents) };
}

/** Refuses a reduction that was proposed. Four eyes: whoever proposed it withdraws it instead. */
export function refuseReduction(reduction: ReductionFacts, personId: string) {
  const state = reductionLifecycle.next(reduction.state, 'refuse');
  if (reduction.proposedById === personId) throw new Problem('reduction.same-person');
  return { state, closedById: personId };
}

/** Takes a proposal back; 'permission.missing' for anybody but whoever made it. */
export function withdrawReduction(reduction: ReductionFacts, personId: string) {
  const state = reductionLifecycle.next(reduction.state, 'withdraw');
  if (reduction.proposedById !== personId) throw new Problem('permission.missing');
  return { state, closedById: personId };
}

/** The moves of an instalment that is left with `amountCents`: a prepared one is prepared anew, an empty one ends. */
export function statesOfShrunk({ state, amountCents }: Instalment): PaymentState[] {
  const planned = state === 'prepared' ? [paymentLifecycle.next(state, 'sendBack')] : [];
  return amountCents === 0 ? [...planned, paymentLifecycle.next('planned', 'cancel')] : planned;
}
