import { type Cents, cents, isLocalDate, type LocalDate, normaliseText, parseIban } from '@commonlot/domain';

/** The largest amount that the tables hold, in cents. */
const largestCents = 100_000_000_000_000;

/** An amount of ISO 20022: digits with a point and at most two decimals that are not zero. Null for anything else. */
export function isoCents(text: string): Cents | null {
  const parts = /^(\d{1,15})(?:\.(\d{0,2})0{0,3})?$/.exec(text);
  if (parts === null) return null;
  const amount = Number(`${parts[1]}${(parts[2] ?? '').padEnd(2, '0')}`);
  return amount <= largestCents ? cents(amount) : null;
}

/** The day of '2026-01-15', '2026-01-15+01:00' or '2026-01-15T08:00:00': the day that the bank writes. */
export function isoDay(text: string): LocalDate | null {
  const day = /^(\d{4}-\d{2}-\d{2})(?:T[\d:.]+)?(?:Z|[+-]\d{2}:\d{2})?$/.exec(text)?.[1];
  return day !== undefined && isInOurTime(day) && isLocalDate(day) ? day : null;
}

/** A day as people and banks in Belgium write it: 15/01/2026, 15-1-2026, 15.01.2026 or 2026-01-15; never month first. */
export function writtenDay(text: string): LocalDate | null {
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (parts === null) return isoDay(text);
  const [, day = '', month = '', year = ''] = parts;
  return isoDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

const isInOurTime = (day: string) => day >= '1900' && day < '2200';

/** Controls, marks that turn the direction of text, and line ends become a space: it is shown on one line. */
const signs = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]+/gu;

/** A text of the bank on one line, at most `longest` signs. */
export function bankText(text: string, longest: number): string {
  const line = normaliseText(text.toWellFormed()).replaceAll(signs, ' ').replaceAll(/ {2,}/g, ' ').trim();
  return [...line].slice(0, longest).join('').trim();
}

/** An account in the spelling of `parseIban`; one that is no IBAN as the bank writes it. */
export const bankAccount = (text: string): string => parseIban(text)?.iban ?? bankText(text, 50);
