import { playedInTheYear } from '../played-in-the-year.js';
import { playYear } from './play-year.js';
import { regressions } from './regressions.js';

/** YEAR_SEED for other years (one number or several with commas), YEAR_STEPS for longer ones. */
const { YEAR_SEED, YEAR_STEPS } = process.env;
const seeds = YEAR_SEED === undefined ? [5, 9] : YEAR_SEED.split(',').map(Number);
const steps = Number(YEAR_STEPS ?? 220);
const timeout = (count: number) => 60_000 + count * 1_000;

const succeeded = new Set<string>();

it.each(seeds)(
  'the year of seed %i ends as the model says',
  async (seed) => {
    for (const name of await playYear(seed, steps)) succeeded.add(name);
  },
  timeout(steps),
);

if (YEAR_SEED === undefined) {
  it.each(regressions)(
    'the year of seed $seed, in which $was, ends as the model says',
    async ({ seed, steps: count }) => {
      for (const name of await playYear(seed, count)) succeeded.add(name);
    },
    timeout(100),
  );

  it('plays every endpoint that it takes over from the fuzz', () => {
    expect(playedInTheYear.filter((name) => !succeeded.has(name))).toEqual([]);
  });
}
