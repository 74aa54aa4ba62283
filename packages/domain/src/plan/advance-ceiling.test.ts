import { cents } from '../money.js';
import { localDate } from '../time.js';
import { advanceCeiling } from './advance-ceiling.js';

const foreseen = cents(200_000_000_01);

test.each([
  ['2025-12-31', 100_000_000_00],
  ['2026-01-01', 100_000_000_00],
  ['2026-06-30', 100_000_000_00],
  ['2026-07-01', 160_000_000_00],
  ['2026-12-31', 160_000_000_00],
  ['2027-01-01', null],
])('on %s at most %p cents of the year 2026 may have been advanced', (on, expected) => {
  expect(advanceCeiling(foreseen, localDate(on), 2026)).toBe(expected);
});
