/** The twelve digits of a structured communication (OGM/VCS), or null when its check fails. */
export function parseStructuredCommunication(text: string): string | null {
  const digits = text.replace(/[\s+*./-]/g, '');
  if (!/^\d{12}$/.test(digits)) return null;
  return withCheckDigits(digits.slice(0, 10)) === digits ? digits : null;
}

/** '+++010/8068/17183+++', as bank forms print it. */
export function formatStructuredCommunication(digits: string): string {
  return `+++${digits.slice(0, 3)}/${digits.slice(3, 7)}/${digits.slice(7)}+++`;
}

/** The communication of a serial number from 0 to 9 999 999 999; each claim has its own. */
export function structuredCommunicationOf(serial: number): string {
  if (!Number.isInteger(serial) || serial < 0 || serial > 9_999_999_999) throw new RangeError(`no serial: ${serial}`);
  return withCheckDigits(serial.toString().padStart(10, '0'));
}

/** The last two digits are the first ten mod 97, where 0 counts as 97. */
function withCheckDigits(tenDigits: string): string {
  return tenDigits + (Number(tenDigits) % 97 || 97).toString().padStart(2, '0');
}
