import { adviceOfText, dutyErrors, parseCommitments, parseLineIds } from '@commonlot/domain';
import type { ImportColumn } from './columns.js';
import type { ImportError, ImportedRow } from './read-row.js';
import type { Table } from './table.js';

/** The years of the lines that there are, by the mark of the line. */
export type LineYears = ReadonlyMap<string, number>;

const mark = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi;

/** Every mark of a line that the table may name. */
export function lineIdsIn({ rows }: Table): string[] {
  const ids = rows.flatMap(({ cells }) => cells.flatMap(({ text }) => text.match(mark) ?? []));
  return [...new Set(ids.map((id) => id.toLowerCase()))];
}

export const withYear = (row: ImportedRow, years: LineYears | null): ImportedRow => ({
  ...row,
  lineYear: years?.get(row.lineId) ?? null,
});

/** A year before all plans: which plan the rows will be is not known yet, so no commitment is too early here. */
const anyYear = 0;
const columnOfDuty = {
  'commitment-not-later': 'commitments',
  'commitment-duplicate': 'commitments',
  'commitment-on-heading': 'commitments',
  'advice-without-minister': 'advice_of',
  'advice-days-wrong': 'advice_given_on',
} as const satisfies Record<ReturnType<typeof dutyErrors>[number]['code'], ImportColumn>;

/** What the rows are wrong about in what they promise, in the advice, and in the lines that they name. */
export function linkErrorsOf(rows: readonly ImportedRow[], years: LineYears | null): ImportError[] {
  const seen = new Set<string>();
  const links = rows.flatMap((row) => {
    const errors: ImportError[] = [];
    const report = (column: ImportColumn, code: string) => errors.push({ row: row.row, column, code });
    const isKnown = (id: string) => years === null || years.has(id);
    if (row.lineId !== '' && !isKnown(row.lineId)) report('line', 'line-unknown');
    if (row.lineId !== '' && seen.has(row.lineId)) report('line', 'line-duplicate');
    seen.add(row.lineId);
    const earlier = parseLineIds(row.predecessors) ?? [];
    if (!earlier.every(isKnown)) report('predecessors', 'line-unknown');
    if (new Set([row.lineId, ...earlier]).size <= earlier.length) report('predecessors', 'line-duplicate');
    return errors;
  });
  const duties = rows.map(({ kind, coMinister, commitments, advice }) => ({
    kind: kind ?? ('nominative' as const),
    coMinister,
    commitments: parseCommitments(commitments) ?? [],
    advice: adviceOfText(advice),
  }));
  const ofDuties = dutyErrors(duties, anyYear).flatMap(({ row: at, code }) => {
    const row = rows[at]?.row;
    return row === undefined ? [] : [{ row, column: columnOfDuty[code], code }];
  });
  return [...links, ...ofDuties];
}
