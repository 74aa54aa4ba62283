import { type Cents, partOf } from '../money.js';
import type { LocalDate } from '../time.js';

/**
 * The most that may have been advanced on `on` of the subsidies foreseen for `year`: 50 % until 30 June and 80 % until
 * 31 December, both days included; null afterwards, when no ceiling holds (law of 19 April 2002, art. 26). Rounded down
 * to the cent, because it is a ceiling.
 */
export function advanceCeiling(foreseenCents: Cents, on: LocalDate, year: number): Cents | null {
  if (on <= `${year}-06-30`) return partOf(foreseenCents, 50, 100);
  if (on <= `${year}-12-31`) return partOf(foreseenCents, 80, 100);
  return null;
}
