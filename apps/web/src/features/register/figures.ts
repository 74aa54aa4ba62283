import type { Cents, Language } from '@commonlot/domain';

const noBreakSpace = '\u00a0';

/** Grouped as amounts are: see `formatEuros` for why this is not left to the browser. */
export function formatCount(count: number, language: Language): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, language === 'fr' ? noBreakSpace : '.');
}

/** A part of an amount in per cent with two decimals, half up; "< 0,01 %" for what would be written as nothing. */
export function formatShare(part: Cents, total: Cents): string {
  if (total <= 0) return '';
  const hundredths = Number((2n * BigInt(part) * 10_000n + BigInt(total)) / (2n * BigInt(total)));
  if (hundredths === 0 && part > 0) return `<${noBreakSpace}0,01${noBreakSpace}%`;
  const digits = String(hundredths).padStart(3, '0');
  return `${digits.slice(0, -2)},${digits.slice(-2)}${noBreakSpace}%`;
}
