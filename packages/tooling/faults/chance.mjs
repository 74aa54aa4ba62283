/** Chance that can be repeated: the same seed draws the same numbers (mulberry32, a public-domain generator). */
export function chanceOf(seed) {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (low, high) => low + Math.floor(next() * (high - low + 1));
  return { next, whole, pick: (list) => list[whole(0, list.length - 1)] };
}

/** FAULT_SEED, or a new one: it is told with every failure. */
export const seed = Number(process.env.FAULT_SEED ?? Math.floor(Math.random() * 1_000_000));
