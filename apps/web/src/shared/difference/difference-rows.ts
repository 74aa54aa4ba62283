import type { plan, ResponseOf } from '@commonlot/contracts';
import { type Cents, cents, planMoveKinds, sumCents } from '@commonlot/domain';

export type Move = ResponseOf<typeof plan.comparePlanVersions>['moves'][number];
export type ComparedLine = Move['before'][number];

/** A version as the difference names it; within the workspace it may have no decree yet. */
export interface ShownVersion {
  readonly year: number;
  readonly number: number;
  readonly stage: 'provisional' | 'definitive';
  readonly totalCents: Cents;
  readonly decreeReference: string | null;
  readonly decreeOn: ResponseOf<typeof plan.comparePlanVersions>['before']['decreeOn'];
  readonly accountsReference: string | null;
}

export interface ShownDifference {
  readonly before: ShownVersion;
  readonly after: ShownVersion;
  readonly differenceCents: Cents;
  readonly moves: readonly Move[];
}

/** One line of the table: a line of the plan, a group of lines that became others, or one line of such a group. */
export interface DifferenceRow {
  readonly key: string;
  /** Depth in the table: 0 for a heading, 2 for a line of a group. */
  readonly level: 0 | 1 | 2;
  readonly move: Move;
  readonly before: ComparedLine | null;
  readonly after: ComparedLine | null;
  /** What the lines held and hold; null where there was or is none. */
  readonly beforeCents: Cents | null;
  readonly afterCents: Cents | null;
  /** Null for a line of a group: only the group as a whole has a difference. */
  readonly differenceCents: Cents | null;
}

const isGroup = ({ before, after }: Move) => before.length > 1 || after.length > 1;

/** What a line carries itself: a heading nothing, for its figure is that of the lines under it. */
const carried = ({ kind, amountCents }: ComparedLine) => (kind === 'heading' ? cents(0) : (amountCents ?? cents(0)));

const keyOf = (move: Move) => [...move.before, null, ...move.after].map((line) => line?.code ?? '>').join(' ');

/** True for what a reader who asks for changes wants to see: headings of which the sum changed are among it. */
export function isChanged(move: Move): boolean {
  const [before, after] = [move.before[0], move.after[0]];
  return move.kind !== 'same' || before?.subtotalCents !== after?.subtotalCents;
}

/** The rows of the table, in the order of the decree. */
export function differenceRows(moves: readonly Move[]): DifferenceRow[] {
  return moves.flatMap((move) => (isGroup(move) ? groupRows(move) : [lineRow(move)]));
}

function lineRow(move: Move): DifferenceRow {
  const [before = null, after = null] = [move.before[0], move.after[0]];
  const [old, now] = [before?.subtotalCents ?? null, after?.subtotalCents ?? null];
  const isHeading = (after ?? before)?.kind === 'heading';
  return {
    key: keyOf(move),
    level: isHeading ? 0 : 1,
    move,
    before,
    after,
    beforeCents: old,
    afterCents: now,
    differenceCents: isHeading ? cents((now ?? 0) - (old ?? 0)) : move.differenceCents,
  };
}

function groupRows(move: Move): DifferenceRow[] {
  const key = keyOf(move);
  const part = { move, level: 2, differenceCents: null } as const;
  return [
    {
      key,
      level: 1,
      move,
      before: null,
      after: null,
      beforeCents: sumCents(move.before.map(carried)),
      afterCents: sumCents(move.after.map(carried)),
      differenceCents: move.differenceCents,
    },
    ...move.before.map((line) => ({
      ...part,
      key: `${key} - ${line.code}`,
      before: line,
      after: null,
      beforeCents: line.subtotalCents,
      afterCents: null,
    })),
    ...move.after.map((line) => ({
      ...part,
      key: `${key} + ${line.code}`,
      before: null,
      after: line,
      beforeCents: null,
      afterCents: line.subtotalCents,
    })),
  ];
}

/** How many moves there are of each kind that is a change. */
export function movesByKind(moves: readonly Move[]): { kind: Exclude<Move['kind'], 'same'>; count: number }[] {
  return planMoveKinds.flatMap((kind) => {
    const count = moves.filter((move) => move.kind === kind).length;
    return kind === 'same' || count === 0 ? [] : [{ kind, count }];
  });
}

/** The moves of money that are the largest, whichever way, largest first. */
export function largestMoves(moves: readonly Move[], count: number): Move[] {
  return moves
    .filter((move) => move.differenceCents !== 0)
    .toSorted((a, b) => Math.abs(b.differenceCents) - Math.abs(a.differenceCents))
    .slice(0, count);
}
