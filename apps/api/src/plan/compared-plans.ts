import type { AnswerOf, plan as contract } from '@commonlot/contracts';
import {
  type ComparableLine,
  type ComparablePlan,
  cents,
  parentCodeOf,
  planDifference,
  subtotals,
} from '@commonlot/domain';

type Difference = AnswerOf<typeof contract.comparePlanVersions>;
type ComparedLine = Difference['moves'][number]['before'][number];

/** What changed from one version to another, as the contract says it. */
export function differenceOf(
  before: ComparablePlan,
  after: ComparablePlan,
): Pick<Difference, 'differenceCents' | 'moves'> {
  const [ofBefore, ofAfter] = [before, after].map(({ lines }) => viewOf(lines)) as [View, View];
  const { differenceCents, moves } = planDifference(before, after);
  return {
    differenceCents,
    moves: moves.map((move) => ({
      ...move,
      differences: [...move.differences],
      before: move.before.map(ofBefore),
      after: move.after.map(ofAfter),
    })),
  };
}

type View = (line: ComparableLine) => ComparedLine;

function viewOf(lines: readonly ComparableLine[]): View {
  const codes = new Set(lines.map((line) => line.code));
  const held = subtotals(lines.map((line) => ({ ...line, parentCode: parentCodeOf(line.code, codes) })));
  return ({ code, kind, labels, amountCents, isPm }) => ({
    code,
    kind,
    label: labels,
    amountCents,
    subtotalCents: held.get(code) ?? cents(0),
    isPm,
  });
}
