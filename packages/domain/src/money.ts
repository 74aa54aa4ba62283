import type { Language } from './language.js';

/** Whole euro cents. Made only by `cents()`, so that euros and cents cannot be confused. */
export type Cents = number & { readonly __unit: 'cents' };

/** Asserts whole cents within the exact range of a number; negative is allowed. A RangeError here is a bug. */
export function cents(amount: number): Cents {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole number of cents: ${amount}`);
  return (amount === 0 ? 0 : amount) as Cents; // -0 would print a minus sign
}

const grouped = {
  ' ': /^[1-9]\d{0,2}(?: \d{3})+$/,
  '.': /^[1-9]\d{0,2}(?:\.\d{3})+$/,
  ',': /^[1-9]\d{0,2}(?:,\d{3})+$/,
};

/**
 * Reads an amount as people in Belgium type or paste it: 1.250,50 | 1 250,50 | 1250.50 | 1,250.50 | € 1 250.
 * One separator followed by exactly three digits groups thousands (1.250 is one thousand two hundred and fifty euros,
 * never 1 euro 25); anything that could be read in two ways, or is no amount, is null. Never passes through a float.
 */
export function parseEuros(text: string): Cents | null {
  if (text.length > 100) return null;
  const trimmed = text.trim().replace(/\s/g, ' ').replace('\u2212', '-');
  const unsigned = /^(-?) ?(?:€ ?)?(-?) ?([\d.,][\d., ]*?)(?: ?€)?$/.exec(trimmed);
  if (unsigned === null || (unsigned[1] !== '' && unsigned[2] !== '')) return null;
  const digits = unsigned[3] ?? '';
  if (trimmed.split('€').length > 2) return null;

  const decimal = /^(.*\d)([.,])(\d{1,2})$/.exec(digits);
  const whole = decimal?.[1] ?? digits;
  if (!isWholeNumber(whole, decimal?.[2])) return null;
  const amount = BigInt(whole.replace(/\D/g, '') + (decimal?.[3] ?? '').padEnd(2, '0'));
  if (amount > BigInt(Number.MAX_SAFE_INTEGER)) return null;
  const isNegative = unsigned[1] !== '' || unsigned[2] !== '';
  return cents(Number(isNegative ? -amount : amount));
}

/** Plain digits, or groups of three by one separator that is not the decimal one. */
function isWholeNumber(text: string, decimalSeparator: string | undefined): boolean {
  if (/^\d+$/.test(text)) return true;
  return ([' ', '.', ','] as const).some((sign) => sign !== decimalSeparator && grouped[sign].test(text));
}

export function addCents(a: Cents, b: Cents): Cents {
  return cents(a + b);
}

export function subtractCents(a: Cents, b: Cents): Cents {
  return cents(a - b);
}

export function sumCents(amounts: Iterable<Cents>): Cents {
  let sum = 0n;
  for (const amount of amounts) sum += BigInt(amount);
  return cents(Number(sum));
}

/** The part `numerator / denominator` of an amount, rounded down to the cent: what a ceiling allows at most. */
export function partOf(amount: Cents, numerator: number, denominator: number): Cents {
  if (amount < 0 || numerator < 0 || denominator <= 0) throw new RangeError('a part of a negative amount');
  return cents(Number((BigInt(amount) * BigInt(numerator)) / BigInt(denominator)));
}

/**
 * Divides an amount by whole-number weights so that the parts add up exactly: largest remainder, ties to the earlier.
 * Anyone can redo it with pencil and paper. Throws a RangeError for weights that are negative, broken or all zero.
 */
export function shareOut(total: Cents, weights: readonly number[]): Cents[] {
  if (!weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0)) {
    throw new RangeError('weights are whole numbers from 0');
  }
  if (total < 0) return shareOut(cents(-total), weights).map((part) => cents(-part));
  const sum = weights.reduce((running, weight) => running + BigInt(weight), 0n);
  if (sum === 0n) throw new RangeError('at least one weight is above 0');

  const shares = weights.map((weight, index) => {
    const exact = BigInt(total) * BigInt(weight);
    return { index, amount: exact / sum, remainder: exact % sum };
  });
  const left = Number(shares.reduce((running, share) => running - share.amount, BigInt(total)));
  const byRemainder = shares.toSorted((a, b) => {
    if (a.remainder === b.remainder) return a.index - b.index;
    return a.remainder > b.remainder ? -1 : 1;
  });
  const extra = new Set(byRemainder.slice(0, left).map((share) => share.index));
  return shares.map((share) => cents(Number(share.amount) + (extra.has(share.index) ? 1 : 0)));
}

const noBreakSpace = '\u00a0';

/**
 * The separators of the locales nl-BE, fr-BE, de-BE and en-BE. They stand here because browsers ship without some
 * of these locales: the server would write one amount and the browser another. A test compares them with Intl.
 */
const separators: Record<Language, { group: string; decimal: string }> = {
  nl: { group: '.', decimal: ',' },
  fr: { group: noBreakSpace, decimal: ',' },
  de: { group: '.', decimal: ',' },
  en: { group: '.', decimal: ',' },
};

/**
 * An amount as the locale writes it, euro sign first, never breaking over two lines. `decimals: 'always'` writes the
 * cents even when they are zero (columns that are added up); 'auto', the default, leaves them out of whole euros.
 */
export function formatEuros(
  amount: Cents,
  language: Language,
  options: { readonly decimals?: 'always' | 'auto' } = {},
): string {
  const { group, decimal } = separators[language];
  const digits = Math.abs(amount).toString().padStart(3, '0');
  const euros = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, group);
  const fraction = digits.slice(-2);
  const isShort = fraction === '00' && options.decimals !== 'always';
  return `€${noBreakSpace}${amount < 0 ? '-' : ''}${euros}${isShort ? '' : decimal + fraction}`;
}
