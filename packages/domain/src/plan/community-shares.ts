import { type Cents, subtractCents } from '../money.js';
import { partInWholeEuros, type Ratio } from './ratio.js';

/** 27.44 % of the profit to be distributed, and 0.8428 % of that: special law of 16 January 1989, art. 62bis. */
const communitiesShare: Ratio = { numerator: 2744, denominator: 10_000 };
const germanSpeakingShare: Ratio = { numerator: 8428, denominator: 1_000_000 };

export interface CommunityShares {
  /** The part of the three Communities together: 27.44 % of the total. */
  readonly poolCents: Cents;
  readonly germanSpeakingCents: Cents;
  readonly flemishCents: Cents;
  readonly frenchCents: Cents;
}

/**
 * The Communities' part of the profit to be distributed: special financing law of 16 January 1989, art. 62bis. They
 * get 27.44 % of the total; of *that* amount 0.8428 % is for the German-speaking Community; the rest is split between
 * the Flemish and the French Community by the key of art. 36, which changes every year (`flemishKey`: the Flemish part
 * of that rest). Each rounding is half up to the whole euro, as the decrees of 2008, 2017 and 2021 print it; the French
 * part is what remains, so that the parts add up exactly.
 */
export function communityShares(totalCents: Cents, flemishKey: Ratio): CommunityShares {
  const poolCents = partInWholeEuros(totalCents, communitiesShare);
  const germanSpeakingCents = partInWholeEuros(poolCents, germanSpeakingShare);
  const restCents = subtractCents(poolCents, germanSpeakingCents);
  const flemishCents = partInWholeEuros(restCents, flemishKey);
  return { poolCents, germanSpeakingCents, flemishCents, frenchCents: subtractCents(restCents, flemishCents) };
}
