import type { Ranking } from '../reviews/index.js';
import type { ActTemplates } from './act-words.js';

/** What a field of a criterion's reason takes, in UTF-16 units. */
const criterionReasonMax = 2000;

/** At most `max` UTF-16 units, cut between letters and marked as cut. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1);
  // Half of a letter outside the basic plane is no letter.
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)}…`;
}

/** 8125 basis points as '81,25', 8000 as '80': a decimal comma in all three languages of files. */
export function percentOf(basisPoints: number): string {
  return decimal(basisPoints / 100).replace('.', ',');
}

/** The mean of scores with at most two decimals and a point, or null without scores. */
export function meanScore(scores: readonly number[]): string | null {
  if (scores.length === 0) return null;
  return decimal(scores.reduce((sum, score) => sum + score, 0) / scores.length);
}

const decimal = (value: number) => String(Math.round(value * 100) / 100);

/**
 * A reason for each criterion from what the reviewers wrote, for the officer to edit: the mean score and the comments.
 * A bare score is no reason, and comments of reviewers are no letter yet; both are better than an empty field.
 */
export function criterionReasonsOf(
  comments: Ranking['rows'][number]['comments'],
  criteria: Ranking['criteria'],
  words: ActTemplates,
): Record<string, string> {
  return Object.fromEntries(
    criteria.map(({ id, maxScore }) => {
      const given = comments.find(({ criterionId }) => criterionId === id);
      const mean = meanScore(given?.scores ?? []);
      const lead = mean === null ? [] : [words.criterionScore(mean.replace('.', ','), maxScore)];
      return [id, shorten([...lead, ...(given?.comments ?? [])].join('\n'), criterionReasonMax)];
    }),
  );
}
