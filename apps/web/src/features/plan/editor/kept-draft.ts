import { type Draft, noAdvice, type TypedLine } from './typed-line';

/**
 * Edits that are not saved, as this browser keeps them: only the lines that differ, with what they were, so that they
 * fit in its store and can be merged when somebody else saved meanwhile.
 */
export interface KeptDraft {
  readonly totals: { readonly base: string; readonly mine: string };
  readonly lines: readonly { readonly base: TypedLine | null; readonly mine: TypedLine | null }[];
  /** The keys of my lines in their order. */
  readonly order: readonly string[];
}

/** What of my draft differs from its base. */
export function keptDraft(base: Draft, mine: Draft): KeptDraft {
  const before = new Map(base.lines.map((line) => [line.key, line]));
  const keys = new Set(mine.lines.map((line) => line.key));
  const changed = mine.lines
    .filter((line) => before.get(line.key) !== line)
    .map((line) => ({ base: before.get(line.key) ?? null, mine: line }));
  const removed = base.lines.filter((line) => !keys.has(line.key)).map((line) => ({ base: line, mine: null }));
  return {
    totals: { base: base.total, mine: mine.total },
    lines: [...changed, ...removed],
    order: mine.lines.map((line) => line.key),
  };
}

/** What was kept before lines had commitments and advice has neither. */
const whole = (line: TypedLine): TypedLine => ({ ...{ commitments: [], advice: noAdvice }, ...line });

/** What was kept, on top of what the server has now: the base and my draft, as far as they differ. */
export function draftsFromKept(kept: KeptDraft, now: Draft): { readonly base: Draft; readonly mine: Draft } {
  const was = new Map(now.lines.map((line) => [line.key, line]));
  const mine = new Map(was);
  for (const { base, mine: own } of kept.lines) {
    const key = (base ?? own)?.key ?? '';
    if (base === null) was.delete(key);
    else was.set(key, whole(base));
    if (own === null) mine.delete(key);
    else mine.set(key, whole(own));
  }
  const known = new Set(kept.order);
  const others = [...mine.keys()].filter((key) => !known.has(key));
  const lines = [...kept.order, ...others].flatMap((key) => mine.get(key) ?? []);
  return { base: { total: kept.totals.base, lines: [...was.values()] }, mine: { total: kept.totals.mine, lines } };
}
