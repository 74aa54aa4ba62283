import { compareCodes } from '@commonlot/domain';
import type { PlanLine } from './records';

export interface LineInTree {
  readonly line: PlanLine;
  /** The lines it stands under, from the top. */
  readonly above: readonly PlanLine[];
  /** True for a line that carries money itself: nothing stands under it. */
  readonly isLeaf: boolean;
}

/** The lines in the order of the decree, each with its place in the tree. */
export function linesInTree(lines: readonly PlanLine[]): LineInTree[] {
  const byId = new Map(lines.map((line) => [line.lineId, line]));
  const parents = new Set(lines.map((line) => line.parentLineId));
  return lines
    .toSorted((a, b) => compareCodes(a.code, b.code))
    .map((line) => ({ line, above: linesAbove(line, byId), isLeaf: !parents.has(line.lineId) }));
}

function linesAbove(line: PlanLine, byId: ReadonlyMap<string, PlanLine>): PlanLine[] {
  const parent = line.parentLineId === null ? undefined : byId.get(line.parentLineId);
  return parent === undefined ? [] : [...linesAbove(parent, byId), parent];
}

/** What stands under a line, at any depth. */
export function linesUnder(tree: readonly LineInTree[], lineId: string): LineInTree[] {
  return tree.filter(({ above }) => above.some((line) => line.lineId === lineId));
}

/** The lines that receive the most. What is left over or not itemised names nobody, so it is no answer to "who". */
export function largestLines(tree: readonly LineInTree[], count: number): PlanLine[] {
  return tree
    .filter(({ line, isLeaf }) => isLeaf && line.kind !== 'balancing' && line.kind !== 'not-itemised')
    .map(({ line }) => line)
    .toSorted((a, b) => b.subtotalCents - a.subtotalCents)
    .slice(0, count);
}

/** The anchor of a line on the page of its plan. */
export function lineAnchor(code: string): string {
  return `line-${code}`;
}
