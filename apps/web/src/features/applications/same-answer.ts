import { type Answer, canonicalJson, normaliseText } from '@commonlot/domain';

/** True when both would be stored as the same: blank text is no answer, and the API trims what people type. */
export function isSameAnswer(a: Answer | undefined, b: Answer | undefined): boolean {
  return canonicalJson(stored(a)) === canonicalJson(stored(b));
}

function stored(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') {
    const text = normaliseText(value).trim();
    return text === '' ? null : text;
  }
  if (Array.isArray(value)) return value.map(stored);
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, stored(member)]));
}
