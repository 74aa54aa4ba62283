/**
 * Reads a number of the Belgian register of enterprises (KBO/BCE) as people write it: with dots, spaces, BE, or the old
 * nine digits. Ten digits when the check holds (97 - first eight mod 97 = last two), else null.
 */
export function parseEnterpriseNumber(text: string): string | null {
  const cleaned = text
    .toUpperCase()
    .replace('(0)', '0')
    .replace(/[\s./-]/g, '')
    .replace(/^BE/, '');
  const digits = /^\d{9}$/.test(cleaned) ? `0${cleaned}` : cleaned;
  if (!/^[01]\d{9}$/.test(digits)) return null;
  const body = Number(digits.slice(0, 8));
  return body > 0 && 97 - (body % 97) === Number(digits.slice(8)) ? digits : null;
}

/** '0415580365' as people know it: '0415.580.365'. */
export function formatEnterpriseNumber(enterpriseNumber: string): string {
  return `${enterpriseNumber.slice(0, 4)}.${enterpriseNumber.slice(4, 7)}.${enterpriseNumber.slice(7)}`;
}

/** The invented organisations of the demonstration have numbers that begin with 09, so that nobody pays them. */
export function isDemonstrationNumber(enterpriseNumber: string): boolean {
  return enterpriseNumber.startsWith('09');
}
