import { type Cents, cents, subtractCents, sumCents } from '../money.js';
import {
  type ComparableLine,
  factsThatDiffer,
  holdSame,
  type LineDifference,
  lineDifferences,
} from './line-differences.js';
import { compareCodes, parentCodeOf } from './plan-tree.js';

export interface ComparablePlan<Line extends ComparableLine = ComparableLine> {
  readonly totalCents: Cents;
  readonly lines: readonly Line[];
}

/** What became of a group of lines: one stayed, came or went; several became one, one became several, or both. */
export const planMoveKinds = ['same', 'changed', 'added', 'ended', 'merged', 'split', 'regrouped'] as const;
export type PlanMoveKind = (typeof planMoveKinds)[number];

export interface PlanMove<Line extends ComparableLine = ComparableLine> {
  readonly kind: PlanMoveKind;
  /** The lines of the older version, by code; none for a line that was added. */
  readonly before: readonly Line[];
  /** The lines of the newer version, by code; none for a line that ended. */
  readonly after: readonly Line[];
  /** What differs, in the order of `lineDifferences`; nothing for a line that was added or ended. */
  readonly differences: readonly LineDifference[];
  /** What the lines of `after` that carry money hold more than those of `before`, in cents; PM holds nothing. */
  readonly differenceCents: Cents;
}

export interface PlanDifference<Line extends ComparableLine = ComparableLine> {
  readonly beforeTotalCents: Cents;
  readonly afterTotalCents: Cents;
  readonly differenceCents: Cents;
  /** In the order of the decree: by the first line of `after`, else by the first of `before`. */
  readonly moves: readonly PlanMove<Line>[];
}

/**
 * What one version of a plan says otherwise than another. Each line is in exactly one move, so that the differences of
 * the moves add up to the difference between the sums of the two versions.
 *
 * A line of `after` belongs with the line of `before` that has its id and with those that it continues. A link that the
 * line had in `before` already says nothing new: a split that both versions know is no difference between them.
 */
export function planDifference<Line extends ComparableLine>(
  before: ComparablePlan<Line>,
  after: ComparablePlan<Line>,
): PlanDifference<Line> {
  const groups = groupsOf(before.lines, after.lines);
  const sides = { before: new Side(before.lines, groups), after: new Side(after.lines, groups) };
  const moves = groups.list.map((group) => moveOf(group, sides));
  return {
    beforeTotalCents: before.totalCents,
    afterTotalCents: after.totalCents,
    differenceCents: subtractCents(after.totalCents, before.totalCents),
    moves: moves.toSorted(byCode),
  };
}

/**
 * The lines of the newer version, by code: those of `before`, with what each move took away and brought. Moves may be
 * left out, such as those that are `same`. Throws a RangeError when a move takes away a line that is not there.
 */
export function applyDifference<Line extends ComparableLine>(
  before: readonly Line[],
  difference: Pick<PlanDifference<Line>, 'moves'>,
): Line[] {
  const left = new Map(before.map((line) => [line.lineId, line]));
  for (const { lineId, code } of difference.moves.flatMap((move) => move.before)) {
    if (!left.delete(lineId)) throw new RangeError(`line ${code} is not in the version that is changed`);
  }
  const brought = difference.moves.flatMap((move) => move.after);
  return [...left.values(), ...brought].toSorted((a, b) => compareCodes(a.code, b.code));
}

interface Group<Line> {
  readonly before: Line[];
  readonly after: Line[];
}

interface Groups<Line> {
  readonly list: readonly Group<Line>[];
  readonly ofBefore: ReadonlyMap<string, Group<Line>>;
  readonly ofAfter: ReadonlyMap<string, Group<Line>>;
}

/** The connected components: each line with all those that it is linked to, directly or through others. */
function groupsOf<Line extends ComparableLine>(before: readonly Line[], after: readonly Line[]): Groups<Line> {
  const old = new Map(before.map((line) => [line.lineId, line]));
  const ofBefore = new Map(before.map((line) => [line.lineId, { before: [line], after: [] } as Group<Line>]));
  const ofAfter = new Map<string, Group<Line>>();
  for (const line of after) {
    const known = new Set(old.get(line.lineId)?.predecessorIds);
    const linked = [line.lineId, ...line.predecessorIds.filter((id) => !known.has(id))];
    const found = new Set(linked.flatMap((id) => ofBefore.get(id) ?? []));
    const group = joined([...found]);
    group.after.push(line);
    for (const each of group.before) ofBefore.set(each.lineId, group);
    for (const each of group.after) ofAfter.set(each.lineId, group);
  }
  return { list: [...new Set([...ofBefore.values(), ...ofAfter.values()])], ofBefore, ofAfter };
}

/** One group of several; the largest takes in the others, so that a long chain of them does not take for ever. */
function joined<Line>(groups: readonly Group<Line>[]): Group<Line> {
  const [largest, ...others] = groups.toSorted((a, b) => b.before.length - a.before.length);
  if (largest === undefined) return { before: [], after: [] };
  for (const other of others) {
    largest.before.push(...other.before);
    largest.after.push(...other.after);
  }
  return largest;
}

/** One of the two versions: what a line holds there, and under what it stands. */
class Side<Line extends ComparableLine> {
  private readonly parents: ReadonlyMap<string, string | null>;
  private readonly headings: ReadonlySet<string | null>;
  private readonly idOfCode: ReadonlyMap<string, string>;

  constructor(
    lines: readonly Line[],
    private readonly groups: Groups<Line>,
  ) {
    const codes = new Set(lines.map((line) => line.code));
    this.parents = new Map(lines.map(({ code }) => [code, parentCodeOf(code, codes)]));
    this.headings = new Set(this.parents.values());
    this.idOfCode = new Map(lines.map((line) => [line.code, line.lineId]));
  }

  /** Null for a line that carries no money itself: others stand under it, or it is PM. */
  amountOf(line: Line): Cents | null {
    return this.headings.has(line.code) ? null : line.amountCents;
  }

  sumOf(lines: readonly Line[]): Cents {
    return sumCents(lines.map((line) => this.amountOf(line) ?? cents(0)));
  }

  /** The group of lines that the line stands under; null at the top. A heading that is renumbered stays one place. */
  placeOf(line: Line, which: 'ofBefore' | 'ofAfter'): Group<Line> | null {
    const parent = this.parents.get(line.code) ?? null;
    return parent === null ? null : (this.groups[which].get(this.idOfCode.get(parent) ?? '') ?? null);
  }
}

interface Sides<Line extends ComparableLine> {
  readonly before: Side<Line>;
  readonly after: Side<Line>;
}

function moveOf<Line extends ComparableLine>(group: Group<Line>, sides: Sides<Line>): PlanMove<Line> {
  const [before, after] = [group.before.toSorted(byLineCode), group.after.toSorted(byLineCode)];
  const isBoth = before.length > 0 && after.length > 0;
  const differences = isBoth ? differencesOf({ before, after }, sides) : [];
  const differenceCents = subtractCents(sides.after.sumOf(after), sides.before.sumOf(before));
  return {
    kind: kindOf(before.length, after.length, differences.length > 0),
    before,
    after,
    differences,
    differenceCents,
  };
}

function kindOf(before: number, after: number, differs: boolean): PlanMoveKind {
  if (before === 0) return 'added';
  if (after === 0) return 'ended';
  if (before === 1 && after === 1) return differs ? 'changed' : 'same';
  if (after === 1) return 'merged';
  return before === 1 ? 'split' : 'regrouped';
}

function differencesOf<Line extends ComparableLine>({ before, after }: Group<Line>, sides: Sides<Line>) {
  const facts = factsThatDiffer(before, after);
  const places = [
    before.map((line) => sides.before.placeOf(line, 'ofBefore')),
    after.map((line) => sides.after.placeOf(line, 'ofAfter')),
  ] as const;
  if (amountsDiffer({ before, after }, sides)) facts.add('amount');
  if (!holdSame(...places)) facts.add('place');
  return lineDifferences.filter((name) => facts.has(name));
}

/** Of one line its own amount, where PM is not zero; of several lines their sum, for none of them is another's. */
function amountsDiffer<Line extends ComparableLine>({ before, after }: Group<Line>, sides: Sides<Line>): boolean {
  const [old, now] = [before[0], after[0]];
  if (before.length === 1 && after.length === 1 && old !== undefined && now !== undefined) {
    return sides.before.amountOf(old) !== sides.after.amountOf(now);
  }
  return sides.before.sumOf(before) !== sides.after.sumOf(after);
}

const byLineCode = (a: ComparableLine, b: ComparableLine) => compareCodes(a.code, b.code);

/** A line that ended comes before the one that took its code. */
function byCode(a: PlanMove, b: PlanMove): number {
  const codeOf = ({ before, after }: PlanMove) => (after[0] ?? before[0])?.code ?? '';
  return compareCodes(codeOf(a), codeOf(b)) || Math.sign(a.after.length) - Math.sign(b.after.length);
}
