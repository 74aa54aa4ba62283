import { type Cents, cents } from '../money.js';

export interface Candidate {
  readonly applicationId: string;
  readonly number: string;
  readonly requestedCents: Cents;
  /** The weighted score of each sent review, in basis points. */
  readonly reviews: readonly number[];
}

export interface RankedRow {
  readonly position: number;
  readonly applicationId: string;
  readonly number: string;
  readonly requestedCents: Cents;
  /** Half up, for people; the order was made from the exact fraction. Null without a review. */
  readonly meanBasisPoints: number | null;
  readonly reviewCount: number;
  /** Highest less lowest review: where the panel should talk. */
  readonly spreadBasisPoints: number;
  readonly cumulativeCents: Cents;
  readonly withinEnvelope: boolean;
}

const sumOf = (list: readonly number[]) => list.reduce((running, value) => running + value, 0);

/** Exact: two means are compared as fractions, because a rounded tie would decide about money. */
function compareMeans(a: Candidate, b: Candidate): number {
  if (a.reviews.length === 0 || b.reviews.length === 0) return b.reviews.length - a.reviews.length;
  return sumOf(b.reviews) * a.reviews.length - sumOf(a.reviews) * b.reviews.length;
}

function compareCandidates(a: Candidate, b: Candidate): number {
  const byMean = compareMeans(a, b);
  if (byMean !== 0) return byMean;
  if (a.requestedCents !== b.requestedCents) return a.requestedCents - b.requestedCents;
  return a.number < b.number ? -1 : 1;
}

/**
 * The ranking of a call: by the mean of the sent reviews, then the lower amount, then the number, a rule that is fixed
 * before the call opens. The line is drawn where the next file in order no longer fits; nothing below it is let through
 * because it happens to be small. A file without a review stands at the end, below the line.
 */
export function rank(candidates: readonly Candidate[], envelopeCents: Cents): RankedRow[] {
  let cumulative = 0;
  return candidates.toSorted(compareCandidates).map((candidate, index) => {
    const { applicationId, number, requestedCents, reviews } = candidate;
    cumulative += requestedCents;
    return {
      position: index + 1,
      applicationId,
      number,
      requestedCents,
      meanBasisPoints:
        reviews.length === 0 ? null : Math.floor((2 * sumOf(reviews) + reviews.length) / (2 * reviews.length)),
      reviewCount: reviews.length,
      spreadBasisPoints: reviews.length === 0 ? 0 : Math.max(...reviews) - Math.min(...reviews),
      cumulativeCents: cents(cumulative),
      // What stands above counts even when it does not fit, so that the line is drawn once.
      withinEnvelope: cumulative <= envelopeCents && reviews.length > 0,
    };
  });
}
