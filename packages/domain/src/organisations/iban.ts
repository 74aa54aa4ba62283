/** Lengths of the countries that people really pay from here; others are held to the limits of ISO 13616. */
const lengths: Record<string, number> = {
  AT: 20,
  BE: 16,
  BG: 22,
  CH: 21,
  CZ: 24,
  DE: 22,
  DK: 18,
  EE: 20,
  ES: 24,
  FI: 18,
  FR: 27,
  GB: 22,
  GR: 27,
  HR: 21,
  HU: 28,
  IE: 22,
  IT: 27,
  LT: 20,
  LU: 20,
  LV: 21,
  NL: 18,
  NO: 15,
  PL: 28,
  PT: 25,
  RO: 24,
  SE: 24,
  SI: 19,
  SK: 24,
};

/**
 * Reads an account number. Null when the check digits of ISO 13616 fail or, for a Belgian one, those of the older
 * national number inside it: its first ten digits mod 97 (0 counts as 97) are its last two.
 */
export function parseIban(text: string): { iban: string; country: string } | null {
  const iban = text.toUpperCase().replace(/[\s.-]/g, '');
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return null;
  const country = iban.slice(0, 2);
  const length = lengths[country];
  if (length !== undefined && iban.length !== length) return null;
  const checkDigits = Number(iban.slice(2, 4));
  // 00, 01 and 99 would pass the sum as doubles of 97, 98 and 02; the standard never gives them out.
  if (checkDigits < 2 || checkDigits > 98 || mod97(iban.slice(4) + iban.slice(0, 4)) !== 1) return null;
  if (country === 'BE' && !isBelgianAccount(iban.slice(4))) return null;
  return { iban, country };
}

function isBelgianAccount(account: string): boolean {
  if (!/^\d{12}$/.test(account)) return false;
  return (Number(account.slice(0, 10)) % 97 || 97) === Number(account.slice(10));
}

/** Letters count as 10 to 35. Digit by digit: the whole number has more digits than a float can hold. */
function mod97(text: string): number {
  let remainder = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}

/** In groups of four: 'BE68 5390 0754 7034'. */
export function formatIban(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, '$1 ');
}

/** Enough to recognise one's own account, too little to use it: 'BE68 •••• •••• 7034'. */
export function maskIban(iban: string): string {
  return formatIban(iban.slice(0, 4) + '•'.repeat(Math.max(0, iban.length - 8)) + iban.slice(-4));
}
