import { type Cents, cents, subtractCents } from '../money.js';
import { absorb } from './absorption.js';
import { computeFormulas } from './formula.js';
import type { LineKind } from './line-kinds.js';
import { leavesOf, type PlanLineFacts } from './plan-line.js';
import { subtotals, unassigned } from './plan-tree.js';
import { changedInWholeEuros } from './scenario-amounts.js';

/** The changes of the total that the overview shows, in hundredths of a per cent. */
export const sensitivitySteps: readonly number[] = [-100, -200, -500, -1_000, 500];

export interface SensitivityStep {
  /** The change of the total in hundredths of a per cent. */
  readonly basisPoints: number;
  readonly totalCents: Cents;
  /** False when the free lines cannot carry it: then not all of it is found. */
  readonly isComplete: boolean;
  /** What each line and each heading gets more, or less if negative, by its code. */
  readonly byCode: ReadonlyMap<string, Cents>;
  /** The same over all lines of a kind. */
  readonly byKind: ReadonlyMap<LineKind, Cents>;
}

/**
 * Who loses what when the total falls: what follows from a formula follows, lines that are owed or typed stay what they
 * are, and the free lines carry the rest in proportion. What the draft leaves unassigned stays unassigned, so that all
 * changes together are the change of the total.
 */
export function planSensitivity(
  lines: readonly PlanLineFacts[],
  totalCents: Cents,
  steps: readonly number[] = sensitivitySteps,
): SensitivityStep[] {
  const draft = computeFormulas(lines, totalCents).lines;
  const rest = unassigned(totalCents, draft);
  const before = subtotals(draft);
  const leaves = leavesOf(draft);
  return steps.map((basisPoints) => {
    const total = changedInWholeEuros(totalCents, basisPoints);
    const { lines: changed, isComplete } = absorb(draft, total, rest);
    const after = subtotals(changed);
    const changeOf = (code: string) => subtractCents(after.get(code) ?? cents(0), before.get(code) ?? cents(0));
    const byKind = new Map<LineKind, Cents>();
    for (const { kind, code } of leaves) byKind.set(kind, cents((byKind.get(kind) ?? 0) + changeOf(code)));
    const byCode = new Map(draft.map(({ code }) => [code, changeOf(code)]));
    return { basisPoints, totalCents: total, isComplete, byCode, byKind };
  });
}
