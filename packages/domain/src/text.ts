/**
 * One form for texts that people typed: canonical composition (NFC), line ends as \n, no zero bytes (PostgreSQL refuses
 * them) and no half surrogates. Browsers send \r\n where the person sees one line end.
 */
export function normaliseText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\0', '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .normalize('NFC');
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * The number of characters as a reader counts them: an emoji of several code points is one, a line end is one. Browser
 * and server both count with this function, so that a text that was short enough on the screen is not refused later.
 */
export function countCharacters(text: string): number {
  const normalised = normaliseText(text);
  if (/^[\n\x20-\x7e]*$/.test(normalised)) return normalised.length;
  let count = 0;
  for (const _ of graphemes.segment(normalised)) count += 1;
  return count;
}

/**
 * JSON with the keys sorted, so that the same facts always give the same bytes to hash (the order of RFC 8785). Dates
 * become ISO text, properties that are undefined are left out; what JSON cannot say exactly throws a TypeError.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`JSON has no ${value}`);
    return JSON.stringify(value);
  }
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`JSON has no ${typeof value}`);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
