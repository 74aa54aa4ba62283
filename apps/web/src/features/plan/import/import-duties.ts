import type { plan, RequestOf, ResponseOf } from '@commonlot/contracts';
import {
  type AdviceText,
  adviceOfText,
  adviceTextErrors,
  dutiesInYear,
  dutyErrors,
  type LineKind,
  parseCommitments,
  parseLineIds,
} from '@commonlot/domain';

type ImportedRow = ResponseOf<typeof plan.previewPlanImport>['rows'][number];
type LineInput = RequestOf<typeof plan.savePlanLines>['body']['lines'][number];

/** Which line a row is, what it promises and the advice about it, as it is typed. */
export interface TypedDuties {
  /** The mark of the line of an earlier version; of which year it is, when the file named it. */
  readonly line: string;
  readonly line_year: number | null;
  /** Marks of the lines that it continues. */
  readonly predecessors: string;
  /** As text: `2027: 1250,50 "KB 3 mei"`. */
  readonly commitments: string;
  readonly advice_of: string;
  readonly advice_asked_on: string;
  readonly advice_given_on: string;
  readonly advice_reference: string;
}

export const typedDuties = ({ lineId, lineYear, predecessors, commitments, advice }: ImportedRow): TypedDuties => ({
  line: lineId,
  line_year: lineYear,
  predecessors,
  commitments,
  advice_of: advice.adviser,
  advice_asked_on: advice.askedOn,
  advice_given_on: advice.givenOn,
  advice_reference: advice.reference,
});

interface DutyRow extends TypedDuties {
  readonly row: number;
  readonly kind: LineKind | '';
  readonly co_minister: string;
}

const columnOfCell = {
  adviser: 'advice_of',
  askedOn: 'advice_asked_on',
  givenOn: 'advice_given_on',
  reference: 'advice_reference',
} as const satisfies Record<keyof AdviceText, keyof TypedDuties>;
const adviceCells = (row: TypedDuties): AdviceText => ({
  adviser: row.advice_of,
  askedOn: row.advice_asked_on,
  givenOn: row.advice_given_on,
  reference: row.advice_reference,
});

/** What is wrong with them now, in a plan of this year. */
export function dutyFaults(rows: readonly DutyRow[], year: number) {
  const seen = new Set<string>();
  const ofCells = rows.flatMap((row) => {
    const faults: { row: number; column: Exclude<keyof TypedDuties, 'line_year'>; code: string; isLater: boolean }[] =
      [];
    const report = (column: (typeof faults)[number]['column'], code: string) =>
      faults.push({ row: row.row, column, code, isLater: false });
    const own = parseLineIds(row.line);
    const earlier = parseLineIds(row.predecessors);
    if (own === null || own.length > 1) report('line', 'line-unreadable');
    else if (own[0] !== undefined && seen.has(own[0])) report('line', 'line-duplicate');
    if (earlier === null) report('predecessors', 'line-unreadable');
    else if (new Set([...(own ?? []), ...earlier]).size < (own?.length ?? 0) + earlier.length) {
      report('predecessors', 'line-duplicate');
    }
    for (const id of own ?? []) seen.add(id);
    if (parseCommitments(row.commitments) === null) report('commitments', 'commitments-unreadable');
    for (const { cell, code } of adviceTextErrors(adviceCells(row))) report(columnOfCell[cell], code);
    return faults;
  });
  const ofYear = rows.map((row) => ({
    ...dutiesOf(row, year),
    kind: row.kind === '' ? ('nominative' as const) : row.kind,
    coMinister: row.co_minister,
  }));
  const ofDuties = dutyErrors(ofYear, year).map(({ row, column, code }) => ({
    row: rows[row]?.row ?? 0,
    column:
      column === 'commitments'
        ? column
        : code === 'advice-days-wrong'
          ? ('advice_given_on' as const)
          : ('advice_of' as const),
    code,
    isLater: false,
  }));
  return [...ofCells, ...ofDuties];
}

/**
 * The row as a line of a plan of `year`: the line that it is when that is one of this year; a line of another year is
 * continued, as by a version that begins from another, with the promises that are still later and the advice to ask anew.
 */
export function dutiesOf(row: TypedDuties, year: number) {
  const line = parseLineIds(row.line)?.[0] ?? null;
  const duties = { commitments: parseCommitments(row.commitments) ?? [], advice: adviceOfText(adviceCells(row)) };
  if (line === null || row.line_year === null || row.line_year === year) {
    return {
      lineId: line,
      predecessorIds: parseLineIds(row.predecessors) ?? [],
      ...duties,
    } satisfies Partial<LineInput>;
  }
  const predecessorIds = row.line_year < year ? [line] : [];
  return { lineId: null, predecessorIds, ...dutiesInYear(duties, year) } satisfies Partial<LineInput>;
}
