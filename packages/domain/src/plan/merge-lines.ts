import { compareCodes } from './plan-tree.js';

/** A line as two people hold it: the key says which line it is in both copies. */
export interface MergeRow {
  readonly key: string;
  readonly code: string;
}

type Field<Row> = Extract<keyof Row, string>;

/**
 * What cannot be merged without a person. `fields`: both wrote something else there, or in fields that only mean
 * something together. `removed-by-me` and `removed-by-them`: one took the line away and the other changed it; until
 * somebody chooses, the line stays.
 */
export interface LineConflict<Row extends MergeRow> {
  readonly kind: 'fields' | 'removed-by-me' | 'removed-by-them';
  readonly key: string;
  readonly fields: readonly Field<Row>[];
  readonly mine: Row | null;
  readonly theirs: Row | null;
}

/** What the other did to a line, for the person who takes it over. */
export interface LineChange {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly key: string;
  readonly fields: readonly string[];
}

export interface MergedLines<Row extends MergeRow> {
  readonly lines: Row[];
  readonly conflicts: LineConflict<Row>[];
  readonly fromThem: LineChange[];
}

/** True for equal values, whatever the order of the keys of objects. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  // Without lists of names: thousands of lines are compared each time that a plan is saved.
  for (const name in left) if (!isSame(left[name], right[name])) return false;
  for (const name in right) if (left[name] === undefined && right[name] !== undefined) return false;
  return true;
}

/**
 * Merges two edits of one list, line by line and field by field: what one side changed is taken, what both changed alike
 * is taken once, and what both changed otherwise is a conflict (mine stands until somebody chooses). `together` lists
 * fields that only mean something together, such as an amount and "pro memoria". The order is that of the codes where
 * they have one, else theirs with my new lines where I put them.
 */
export function mergeLines<Row extends MergeRow>(
  base: readonly Row[],
  mine: readonly Row[],
  theirs: readonly Row[],
  together: readonly (readonly Field<Row>[])[] = [],
): MergedLines<Row> {
  const [was, my, their] = [base, mine, theirs].map((rows) => new Map(rows.map((row) => [row.key, row]))) as [
    Map<string, Row>,
    Map<string, Row>,
    Map<string, Row>,
  ];
  const merged = new Map<string, Row>();
  const conflicts: LineConflict<Row>[] = [];
  const fromThem: LineChange[] = [];
  for (const key of new Set([...was.keys(), ...my.keys(), ...their.keys()])) {
    const found = mergeRow(was.get(key), my.get(key), their.get(key), together);
    if (found.row !== null) merged.set(key, found.row);
    if (found.conflict !== null) conflicts.push(found.conflict);
    const change = changeBetween(key, was.get(key), their.get(key));
    if (change !== null && !isSame(my.get(key), their.get(key))) fromThem.push(change);
  }
  return { lines: inOrder(merged, mine, theirs), conflicts, fromThem };
}

/** The lines once a person chose between the two sides of a conflict. */
export function chooseSide<Row extends MergeRow>(
  lines: readonly Row[],
  conflict: LineConflict<Row>,
  side: 'mine' | 'theirs',
): Row[] {
  const { key, fields } = conflict;
  const chosen = conflict[side];
  if (chosen === null) return lines.filter((line) => line.key !== key);
  if (conflict.kind !== 'fields') return [...lines];
  const part = Object.fromEntries(fields.map((field) => [field, chosen[field]]));
  return lines.map((line) => (line.key === key ? { ...line, ...part } : line));
}

interface MergedRow<Row extends MergeRow> {
  readonly row: Row | null;
  readonly conflict: LineConflict<Row> | null;
}

function mergeRow<Row extends MergeRow>(
  was: Row | undefined,
  mine: Row | undefined,
  theirs: Row | undefined,
  together: readonly (readonly Field<Row>[])[],
): MergedRow<Row> {
  const plain = (row: Row | undefined): MergedRow<Row> => ({ row: row ?? null, conflict: null });
  if (mine === undefined || theirs === undefined) {
    const left = mine ?? theirs;
    if (left === undefined || was === undefined) return plain(left);
    if (isSame(left, was)) return plain(undefined);
    const kind = mine === undefined ? 'removed-by-me' : 'removed-by-them';
    const conflict = { kind, key: left.key, fields: [], mine: mine ?? null, theirs: theirs ?? null } as const;
    return { row: left, conflict };
  }
  const fields = new Set([...Object.keys(mine), ...Object.keys(theirs)] as Field<Row>[]);
  const grouped = new Set(together.flat());
  const units = [...together, ...[...fields].filter((field) => !grouped.has(field)).map((field) => [field])];
  const pick = (row: Row | undefined, unit: readonly Field<Row>[]) => unit.map((field) => row?.[field]);
  const taken: Partial<Row> = {};
  const open: Field<Row>[] = [];
  for (const unit of units) {
    const [before, left, right] = [pick(was, unit), pick(mine, unit), pick(theirs, unit)];
    const isTheirs = isSame(left, before) && !isSame(right, before);
    if (isTheirs) for (const field of unit) taken[field] = theirs[field];
    else if (!isSame(left, right) && !isSame(right, before)) open.push(...unit);
  }
  const row = { ...mine, ...taken };
  const conflict: MergedRow<Row>['conflict'] =
    open.length === 0 ? null : { kind: 'fields', key: mine.key, fields: open, mine, theirs };
  // The very line of the other side where nothing of mine is left, so that the caller can see that.
  return { row: isSame(row, theirs) ? theirs : isSame(row, mine) ? mine : row, conflict };
}

function changeBetween<Row extends MergeRow>(
  key: string,
  before: Row | undefined,
  after: Row | undefined,
): LineChange | null {
  if (before === undefined) return after === undefined ? null : { kind: 'added', key, fields: [] };
  if (after === undefined) return { kind: 'removed', key, fields: [] };
  const fields = (Object.keys(after) as Field<Row>[]).filter((field) => !isSame(before[field], after[field]));
  return fields.length === 0 ? null : { kind: 'changed', key, fields };
}

function inOrder<Row extends MergeRow>(
  merged: ReadonlyMap<string, Row>,
  mine: readonly Row[],
  theirs: readonly Row[],
): Row[] {
  const known = new Set(theirs.map((row) => row.key));
  const after = new Map<string | null, Row[]>();
  let last: string | null = null;
  for (const row of mine) {
    if (known.has(row.key)) last = row.key;
    else after.set(last, [...(after.get(last) ?? []), row]);
  }
  const keys = [...(after.get(null) ?? []), ...theirs.flatMap((row) => [row, ...(after.get(row.key) ?? [])])].map(
    (row) => row.key,
  );
  const lines = keys.flatMap((key) => merged.get(key) ?? []);
  const hasOrder = lines.every(({ code }) => /^\d+(?:\.\d+)*$/.test(code));
  return hasOrder ? lines.toSorted((a, b) => compareCodes(a.code, b.code)) : lines;
}
