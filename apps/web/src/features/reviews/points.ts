/** From this much between the highest and the lowest review on, the panel should talk: a quarter of the scale. */
const spreadLimitBasisPoints = 2_500;

/**
 * 8125 basis points as "81,3" of 100: half up, with the decimal comma that amounts have in all four languages. Not by
 * Intl, which writes the same figure in another way on the server than in some browsers.
 */
export function formatPoints(basisPoints: number): string {
  const tenths = Math.floor((basisPoints + 5) / 10);
  return `${Math.floor(tenths / 10)},${tenths % 10}`;
}

/** True when the reviewers judged so differently that their mean says little. */
export function isWideSpread(spreadBasisPoints: number | null): boolean {
  return spreadBasisPoints !== null && spreadBasisPoints >= spreadLimitBasisPoints;
}
