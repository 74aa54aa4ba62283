/**
 * Requests are drawn before there is a world to send them to, so that a seed means the same on every machine. What only
 * the world knows stands in them as a symbol, «kind:number», and is looked up when the request is sent.
 */
const symbol = /^«([a-z-]+)(?::([^»]*))?»$/;
/** A number as it is written, however large: JSON.stringify would round it. */
const literal = /"«raw:([^»"]*)»"/g;

export const sign = (kind: string, number?: number): string =>
  number === undefined ? `«${kind}»` : `«${kind}:${number}»`;
/** A token that stands in the JSON text as it is. */
export const raw = (text: string): string => `«raw:${text}»`;

export type Meaning = (kind: string, number: number, field: string) => unknown;

/** A copy in which every symbol is replaced by what it means; `field` is the name of the field that holds it. */
export function resolve(value: unknown, meaning: Meaning, field = ''): unknown {
  if (typeof value === 'string') {
    const [, kind, detail = '0'] = symbol.exec(value) ?? [];
    return kind === undefined || kind === 'raw' ? value : meaning(kind, Number(detail), field);
  }
  if (Array.isArray(value)) return value.map((member) => resolve(member, meaning, field));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [name, resolve(member, meaning, name)] as const);
  return Object.fromEntries(members);
}

/** The JSON text of a value whose symbols are resolved, with its raw tokens as they are. */
export const jsonText = (value: unknown): string =>
  (JSON.stringify(value) ?? '').replaceAll(literal, (_, text: string) => text);
