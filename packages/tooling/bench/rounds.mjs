/** The middle of the values; the mean of the two in the middle where there is no single one. */
export function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The middle of the values of all rounds, and how far they lie from each other. */
export const spreadOf = (values) => ({
  median: median(values),
  least: Math.min(...values),
  most: Math.max(...values),
});

/** The least of the values that so large a share of them does not exceed. */
export function percentile(values, share) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}

/**
 * Measures several things in turn (A B A B …) after one round that does not count, so that whatever the machine does
 * beside hits them alike.
 *
 * @param {Record<string, () => Promise<number>>} subjects what to measure; each gives one number a round
 * @param {number} rounds
 * @returns {Promise<Record<string, { median: number, least: number, most: number }>>}
 */
export async function inTurn(subjects, rounds) {
  const values = Object.fromEntries(Object.keys(subjects).map((name) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, measure] of Object.entries(subjects)) {
      const value = await measure();
      if (round >= 0) values[name].push(value);
    }
  }
  return Object.fromEntries(Object.entries(values).map(([name, all]) => [name, spreadOf(all)]));
}
