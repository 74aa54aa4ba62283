/** Scores 0..10 on the four criteria whose weighted sum (40, 30, 20, 10) is `percent`; as even as possible. */
export function scoresFor(percent: number): {
  relevance: number;
  feasibility: number;
  involvement: number;
  durability: number;
} {
  const target = Math.min(100, Math.max(0, Math.round(percent)));
  const middle = target / 10;
  let best = { relevance: 0, feasibility: 0, involvement: 0, durability: 0 };
  let bestUnevenness = Number.POSITIVE_INFINITY;
  for (let relevance = 0; relevance <= 10; relevance += 1) {
    for (let feasibility = 0; feasibility <= 10; feasibility += 1) {
      for (let involvement = 0; involvement <= 10; involvement += 1) {
        const durability = target - 4 * relevance - 3 * feasibility - 2 * involvement;
        if (durability < 0 || durability > 10) continue;
        const unevenness = [relevance, feasibility, involvement, durability].reduce(
          (sum, score) => sum + (score - middle) ** 2,
          0,
        );
        if (unevenness < bestUnevenness) {
          best = { relevance, feasibility, involvement, durability };
          bestUnevenness = unevenness;
        }
      }
    }
  }
  return best;
}

/**
 * The mean score, in per cent, of the file at `index` of the intended order (0 is best): it falls by half points, with a
 * step where the envelope ends, so that no tie stands at the line.
 */
export function meanPercent(index: number, awarded: number): number {
  const fall = Math.floor(index * 0.7) / 2;
  return Math.max(12, 95 - fall - (index >= awarded ? 2 : 0));
}
