import type { AnswerOf, workspace as contract, ledger } from '@commonlot/contracts';
import { groupFigures, type PlanSector, sumFigures } from '@commonlot/domain';

type Dashboard = AnswerOf<typeof contract.readDashboard>;
export type YearStatement = AnswerOf<typeof ledger.readYearStatement>;
type StatementRow = YearStatement['rows'][number];

/** What the statement of a line does not say of it. */
export interface LineFacts {
  readonly lineId: string;
  readonly sector: PlanSector | null;
  readonly predecessorIds: readonly string[];
}

/** The facts of every line of a plan in its newest version that has it. $1 are the years. */
export const lineFacts = `
  SELECT DISTINCT ON (l.line_id) l.line_id AS "lineId", l.sector,
    ARRAY(SELECT r.predecessor_id FROM plan_version_line_predecessor r
      WHERE r.version_id = l.version_id AND r.line_id = l.line_id) AS "predecessorIds"
  FROM plan p JOIN plan_version v ON v.plan_id = p.id AND v.state IN ('in-force', 'superseded')
    JOIN plan_version_line l ON l.version_id = v.id
  WHERE p.year = ANY ($1::int[]) ORDER BY l.line_id, v.number DESC`;

/** Only lines that carry money themselves: the figures of a heading are those of the lines under it. */
const carrying = (statement: YearStatement | null) => (statement?.rows ?? []).filter(({ kind }) => kind !== 'heading');

type Grouped = Pick<Dashboard, 'rubrics' | 'sectors' | 'kinds'>;

/** The lines of a year by rubric, sector and kind, each beside the year before. */
export function lineGroups(now: YearStatement, before: YearStatement | null, facts: readonly LineFacts[]): Grouped {
  const factsOf = new Map(facts.map((each) => [each.lineId, each]));
  const bySector = (statement: YearStatement | null) =>
    carrying(statement).map(({ lineId, closing }) => ({
      key: factsOf.get(lineId)?.sector ?? ('none' as const),
      figures: closing,
    }));
  const byKind = (statement: YearStatement | null) =>
    carrying(statement).map(({ kind, closing }) => ({ key: kind, figures: closing }));
  return {
    rubrics: rubricsOf(now, before, factsOf),
    sectors: groupFigures(bySector(now), bySector(before)),
    kinds: groupFigures(byKind(now), byKind(before)),
  };
}

/** In the order of the plan. A rubric is compared with those that it continues; codes may mean another one each year. */
function rubricsOf(now: YearStatement, before: YearStatement | null, factsOf: ReadonlyMap<string, LineFacts>) {
  const isRubric = (row: StatementRow) => row.parentLineId === null;
  return now.rows.filter(isRubric).map(({ lineId, code, label, closing }) => {
    const continued = factsOf.get(lineId)?.predecessorIds ?? [];
    const earlier = (before?.rows ?? []).filter((row) => continued.includes(row.lineId));
    return {
      lineId,
      code,
      label,
      now: sumFigures([closing]),
      before: earlier.length === 0 ? null : sumFigures(earlier.map((row) => row.closing)),
    };
  });
}
