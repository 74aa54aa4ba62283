import { Problem } from '../problem.js';
import { countCharacters } from '../text.js';
import { type AssignmentState, assignmentLifecycle } from './assignment-lifecycle.js';

export const reviewCommentMinCharacters = 20;

export interface ScoringCriterion {
  readonly id: string;
  readonly weight: number;
  readonly maxScore: number;
}

export interface CriterionScore {
  readonly criterionId: string;
  readonly score: number | null;
}

function isScore(score: number | null | undefined, maxScore: number): score is number {
  return score != null && Number.isInteger(score) && score >= 0 && score <= maxScore;
}

/**
 * The score of one review in basis points (0 to 10000): each score as a part of its maximum, weighted. Exact fractions,
 * rounded once, half up, so that no criterion counts more because of its scale. Null until every criterion is scored.
 */
export function weightedScore(scores: readonly CriterionScore[], criteria: readonly ScoringCriterion[]): number | null {
  const byCriterion = new Map(scores.map(({ criterionId, score }) => [criterionId, score]));
  let numerator = 0n;
  let denominator = 1n;
  let weights = 0n;
  for (const { id, weight, maxScore } of criteria) {
    const score = byCriterion.get(id);
    if (!isScore(score, maxScore)) return null;
    numerator = numerator * BigInt(maxScore) + BigInt(weight * score) * denominator;
    denominator *= BigInt(maxScore);
    weights += BigInt(weight);
  }
  const divisor = denominator * weights;
  return divisor === 0n ? null : Number((2n * 10_000n * numerator + divisor) / (2n * divisor));
}

export interface ReviewFacts {
  readonly state: AssignmentState;
  readonly scores: readonly (CriterionScore & { readonly comment: string })[];
  /** The reviewer declared to have no interest in this file. */
  readonly hasDeclared: boolean;
}

export interface ReviewBlocker {
  readonly code: 'score-missing' | 'score-invalid' | 'comment-too-short' | 'declaration-missing';
  readonly criterionId: string | null;
}

/** Why a review cannot be sent. A bare score is no reason, so that each criterion needs a comment of some length. */
export function reviewBlockers(
  review: Omit<ReviewFacts, 'state'>,
  criteria: readonly ScoringCriterion[],
): ReviewBlocker[] {
  const blockers: ReviewBlocker[] = [];
  if (!review.hasDeclared) blockers.push({ code: 'declaration-missing', criterionId: null });
  for (const { id, maxScore } of criteria) {
    const given = review.scores.find(({ criterionId }) => criterionId === id);
    if (given === undefined || given.score === null) blockers.push({ code: 'score-missing', criterionId: id });
    else if (!isScore(given.score, maxScore)) blockers.push({ code: 'score-invalid', criterionId: id });
    if (countCharacters((given?.comment ?? '').trim()) < reviewCommentMinCharacters) {
      blockers.push({ code: 'comment-too-short', criterionId: id });
    }
  }
  return blockers;
}

/** Sends a review: 'review.conflicted' after a declared interest, 'review.incomplete' with every blocker. */
export function sendReview(review: ReviewFacts, criteria: readonly ScoringCriterion[]) {
  if (review.state === 'conflicted') throw new Problem('review.conflicted');
  const state = assignmentLifecycle.next(review.state, 'send');
  const blockers = reviewBlockers(review, criteria);
  const basisPoints = weightedScore(review.scores, criteria);
  if (blockers.length > 0 || basisPoints === null) throw new Problem('review.incomplete', { blockers });
  return { state, basisPoints };
}
