import { type Cents, cents } from '../money.js';
import { computeFormulas } from './formula.js';
import type { LineKind } from './line-kinds.js';
import { largestSumCents, type PlanLineFacts, parentCodes } from './plan-line.js';
import { unassigned } from './plan-tree.js';
import { shareAmong } from './scenario-amounts.js';

/** Lines that the plan is free to set: no law gives them an amount, nobody is owed it. */
const freeKinds: ReadonlySet<LineKind> = new Set(['nominative', 'open-envelope', 'call-envelope', 'sector-envelope']);

/** The lines that an absorption takes from or gives to: of a free kind, with an amount that somebody typed. */
export function freeLines<Line extends PlanLineFacts>(lines: readonly Line[]): Line[] {
  const parents = parentCodes(lines);
  return lines.filter(
    (line) => freeKinds.has(line.kind) && line.amountCents !== null && !line.formula && !parents.has(line.code),
  );
}

/** An answer is nearly always found in two rounds; formulas on free lines may need some more, never this many. */
const mostRounds = 100;

/**
 * Takes from the free lines, in proportion to what they hold, what all lines hold too much, or gives them what is left
 * over, until `restCents` of the total is unassigned. No line falls below zero. Formulas are computed on the way: one
 * that starts from a free line changes with it. `isComplete` is false when the free lines cannot carry it; then they
 * are taken as far as they go, or left as they are when there is none. A balancing line is used up before them.
 */
export function absorb<Line extends PlanLineFacts>(
  lines: readonly Line[],
  totalCents: Cents,
  restCents: Cents,
): { readonly lines: readonly Line[]; readonly isComplete: boolean } {
  const free = new Set(freeLines(lines));
  const held = cents([...free].reduce((sum, line) => sum + (line.amountCents ?? 0), 0));
  /** The lines when the free ones together get `change`, and what they then hold too little. */
  const after = (change: number) => {
    const shared = change === 0 ? lines : (shareAmong(lines, free, cents(change)) ?? lines);
    const computed = withNothingBelowZero(shared, totalCents);
    return { lines: computed, left: unassigned(totalCents, computed) - restCents };
  };
  const bounds = { tooLittle: -held - 1, tooMuch: largestSumCents + 1 };
  let change = 0;
  let best = after(0);
  if (free.size === 0) return { lines: best.lines, isComplete: best.left === 0 };
  for (let round = 0; round < mostRounds && best.left !== 0; round += 1) {
    if (best.left > 0) bounds.tooLittle = Math.max(bounds.tooLittle, change);
    else bounds.tooMuch = Math.min(bounds.tooMuch, change);
    const next = nextChange(Math.max(change + best.left, -held), bounds);
    if (next === null) break;
    change = next;
    best = after(change);
  }
  return { lines: best.lines, isComplete: best.left === 0 };
}

/** The computed lines, where a formula that would give less than nothing gives nothing: a balance is used up first. */
function withNothingBelowZero<Line extends PlanLineFacts>(lines: readonly Line[], totalCents: Cents): Line[] {
  const { lines: computed, errors } = computeFormulas(lines, totalCents);
  const below = new Set(errors.flatMap(({ row, code }) => (code === 'formula-negative' ? [row] : [])));
  if (below.size === 0) return computed;
  return computed.map((line, row) =>
    below.has(row) && line.kind !== 'heading' ? { ...line, amountCents: cents(0) } : line,
  );
}

/** What to try next: what is wanted if it lies between the bounds, else the middle; null when nothing is between. */
function nextChange(wanted: number, bounds: { tooLittle: number; tooMuch: number }): number | null {
  const { tooLittle, tooMuch } = bounds;
  if (tooMuch - tooLittle <= 1) return null;
  if (wanted > tooLittle && wanted < tooMuch) return wanted;
  return tooLittle + Math.trunc((tooMuch - tooLittle) / 2);
}
