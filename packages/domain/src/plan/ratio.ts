import { type Cents, cents } from '../money.js';

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

/** A part of an amount in whole euros, half up; throws a RangeError for a part that is none. */
export function partInWholeEuros(amountCents: Cents, { numerator, denominator }: Ratio): Cents {
  if (amountCents < 0 || numerator < 0 || denominator <= 0 || numerator > denominator) {
    throw new RangeError(`no part: ${numerator}/${denominator} of ${amountCents}`);
  }
  const divisor = BigInt(denominator) * 100n;
  const euros = (2n * BigInt(amountCents) * BigInt(numerator) + divisor) / (2n * divisor);
  return cents(Number(euros * 100n));
}
