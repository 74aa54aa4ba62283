import { type Cents, cents, subtractCents } from '../money.js';

/** A fraction of two whole numbers: a key of the law, kept exact. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

/** Reads a key printed as a decimal ('0.59680' or '0,59680'), without passing through a float; null if it is none. */
export function parseRatio(text: string): Ratio | null {
  const match = /^([01])(?:[.,](\d{1,14}))?$/.exec(text.trim());
  if (match === null) return null;
  const decimals = match[2] ?? '';
  const numerator = Number(`${match[1]}${decimals}`);
  const denominator = 10 ** decimals.length;
  return numerator <= denominator ? { numerator, denominator } : null;
}

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
  const poolCents = wholeEuros(totalCents, 2744, 10_000);
  const germanSpeakingCents = wholeEuros(poolCents, 8428, 1_000_000);
  const restCents = subtractCents(poolCents, germanSpeakingCents);
  const flemishCents = wholeEuros(restCents, flemishKey.numerator, flemishKey.denominator);
  return { poolCents, germanSpeakingCents, flemishCents, frenchCents: subtractCents(restCents, flemishCents) };
}

/** A part of an amount in whole euros, half up; throws a RangeError for a part that is none. */
function wholeEuros(amountCents: Cents, numerator: number, denominator: number): Cents {
  if (amountCents < 0 || numerator < 0 || denominator <= 0 || numerator > denominator) {
    throw new RangeError(`no part: ${numerator}/${denominator} of ${amountCents}`);
  }
  const divisor = BigInt(denominator) * 100n;
  const euros = (2n * BigInt(amountCents) * BigInt(numerator) + divisor) / (2n * divisor);
  return cents(Number(euros * 100n));
}
