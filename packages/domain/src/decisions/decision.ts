import { areExclusionReasons, type ExclusionReason } from '../applications/index.js';
import type { FileLanguage } from '../language.js';
import type { Cents } from '../money.js';
import { Problem } from '../problem.js';
import { countCharacters } from '../text.js';
import { type Act, type ActBlocker, actBlockers, type DecisionOutcome } from './act.js';
import { type DecisionState, decisionLifecycle } from './decision-lifecycle.js';

export const decisionReasonMinCharacters = 30;

/** True for a reason with enough words to be one. */
export function isReason(text: string | null | undefined): boolean {
  return countCharacters((text ?? '').trim()) >= decisionReasonMinCharacters;
}

export interface DecisionFacts {
  readonly outcome: DecisionOutcome | null;
  readonly requestedCents: Cents;
  readonly amountCents: Cents | null;
  /** The criteria of the call, each of which needs its reason. */
  readonly criterionIds: readonly string[];
  readonly reasons: readonly { readonly criterionId: string; readonly text: string }[];
  /** Why the file as a whole is awarded, refused or excluded: what the letter says first. */
  readonly reason: string;
  readonly exclusionReasons: readonly ExclusionReason[];
  /** What the ranking says; null for a file that was not ranked. */
  readonly rankedOutcome: 'award' | 'refuse' | null;
  readonly deviationReason: string | null;
  readonly language: FileLanguage | null;
}

export type DecisionBlocker =
  | 'outcome-missing'
  | 'amount-missing'
  | 'amount-above-requested'
  | 'reason-missing'
  | 'exclusion-reason-missing'
  | 'deviation-reason-missing'
  | 'language-missing';

/**
 * Why a decision cannot be signed. The act itself states its reasons in law and in fact, and they are adequate (law of
 * 29 July 1991, art. 2-3): a reason per criterion, for an award as for a refusal, and one for leaving the ranking.
 */
export function decisionBlockers(decision: DecisionFacts): DecisionBlocker[] {
  const blockers: DecisionBlocker[] = [];
  const { outcome } = decision;
  if (outcome === null) blockers.push('outcome-missing');
  if (outcome === 'award') {
    if (decision.amountCents === null || decision.amountCents <= 0) blockers.push('amount-missing');
    else if (decision.amountCents > decision.requestedCents) blockers.push('amount-above-requested');
  }
  if (outcome !== null && lacksReason(decision)) blockers.push('reason-missing');
  if (outcome === 'award' || outcome === 'refuse') {
    if (deviates(decision) && !isReason(decision.deviationReason)) blockers.push('deviation-reason-missing');
  }
  if (outcome === 'exclude' && !areExclusionReasons(decision.exclusionReasons)) {
    blockers.push('exclusion-reason-missing');
  }
  if (decision.language === null) blockers.push('language-missing');
  return blockers;
}

/** An exclusion has no scores to explain; every outcome is explained as a whole, and every other one by criterion. */
function lacksReason(decision: DecisionFacts): boolean {
  return !isReason(decision.reason) || (decision.outcome !== 'exclude' && criteriaWithoutReason(decision).length > 0);
}

/** The criteria that still lack a reason, for the form to point at. */
export function criteriaWithoutReason(decision: Pick<DecisionFacts, 'criterionIds' | 'reasons'>): string[] {
  return decision.criterionIds.filter(
    (id) => !isReason(decision.reasons.find(({ criterionId }) => criterionId === id)?.text),
  );
}

/** True when the outcome is not the one of the ranking. */
export function deviates(decision: Pick<DecisionFacts, 'outcome' | 'rankedOutcome'>): boolean {
  const { outcome, rankedOutcome } = decision;
  return rankedOutcome !== null && (outcome === 'award' || outcome === 'refuse') && outcome !== rankedOutcome;
}

interface Reasons {
  readonly reason: string;
  readonly publicReason: string;
  readonly deviationReason: string;
}

/**
 * The reasons that are kept when a decision is saved with `outcome`. A text that explained another outcome and was not
 * touched explains nothing here and is left out.
 */
export function reasonsFor(
  outcome: DecisionOutcome | null,
  typed: Reasons,
  former: Reasons & Pick<DecisionFacts, 'outcome'>,
): Reasons {
  const isTurned = former.outcome !== null && former.outcome !== outcome;
  const own = (text: string, before: string) => (isTurned && text === before ? '' : text);
  return {
    reason: own(typed.reason, former.reason),
    publicReason: own(typed.publicReason, former.publicReason),
    deviationReason: own(typed.deviationReason, former.deviationReason),
  };
}

export interface BatchFacts {
  readonly state: DecisionState;
  readonly preparedById: string | null;
  /** Everybody who reviewed, or was asked to review, a file of the batch. */
  readonly reviewerIds: readonly string[];
  readonly files: readonly {
    readonly decisionId: string;
    readonly decision: DecisionFacts;
    readonly act: Act | null;
  }[];
}

/** Throws 'decision.incomplete', naming each file that is not ready and everything that it lacks. */
function assertComplete(batch: BatchFacts): void {
  const files = batch.files
    .map(({ decisionId, decision, act }) => ({ decisionId, blockers: signatureBlockers(decision, act) }))
    .filter(({ blockers }) => blockers.length > 0);
  if (files.length > 0 || batch.files.length === 0) throw new Problem('decision.incomplete', { files });
}

export type SignatureBlocker = DecisionBlocker | ActBlocker | 'act-missing' | 'amount-differs';

/** Why a decision with its act cannot be signed: what either of them lacks, each lack once. */
export function signatureBlockers(decision: DecisionFacts, act: Act | null): SignatureBlocker[] {
  return [...new Set<SignatureBlocker>([...decisionBlockers(decision), ...blockersOfAct(act, decision)])];
}

function blockersOfAct(act: Act | null, decision: DecisionFacts): SignatureBlocker[] {
  if (act === null) return ['act-missing'];
  if (decision.outcome === null) return [];
  const blockers: SignatureBlocker[] = actBlockers(act, decision.outcome);
  // The act is what the applicant gets: it must not promise another amount than was decided.
  if (decision.outcome === 'award' && act.amountCents !== decision.amountCents) blockers.push('amount-differs');
  return blockers;
}

/** Hands a batch to the minister's office: every decision and every act is complete. */
export function prepareBatch(batch: BatchFacts, personId: string) {
  const state = decisionLifecycle.next(batch.state, 'prepare');
  assertComplete(batch);
  return { state, preparedById: personId };
}

/**
 * Signs a batch. Whoever prepared it may not ('decision.same-person'), nor anyone who reviewed a file of it
 * ('decision.reviewer').
 */
export function signBatch(batch: BatchFacts, personId: string) {
  const state = decisionLifecycle.next(batch.state, 'sign');
  if (batch.preparedById === personId) throw new Problem('decision.same-person');
  if (batch.reviewerIds.includes(personId)) throw new Problem('decision.reviewer');
  assertComplete(batch);
  return { state, signedById: personId };
}
