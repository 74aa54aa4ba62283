import { isLocalDate, Problem } from '@commonlot/domain';

/**
 * A page of a list by key. Ask the query for `limit + 1` rows; the key of the last row shown is what `after` takes.
 * `keyOf` gives text that the query can compare with (never an offset).
 */
export function pageOf<R>(
  rows: readonly R[],
  limit: number,
  keyOf: (row: R) => string,
): { rows: R[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > limit && last !== undefined ? keyOf(last) : null };
}

const uuid = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** The `after` of a list whose key is an id; null on the first page. Throws `request.malformed` for anything else. */
export function idKey(after: string | undefined): string | null {
  return after === undefined ? null : (keyParts(after, uuid)[0] ?? null);
}

/** The groups of `shape` in an `after`; what looks like a day is one. Throws `request.malformed` for anything else. */
export function keyParts(after: string, shape: RegExp): string[] {
  const parts = shape.exec(after)?.slice(1) ?? [];
  if (parts.length === 0 || !parts.every(isPossible)) {
    throw new Problem('request.malformed', { faults: [{ path: 'query.after', code: 'invalid_format' }] });
  }
  return parts;
}

/** PostgreSQL knows no 30 February, and no year 0 either. */
const isPossible = (part: string) => !/^\d{4}-\d{2}-\d{2}$/.test(part) || (isLocalDate(part) && part >= '0001');
