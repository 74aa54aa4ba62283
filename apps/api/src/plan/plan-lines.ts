import type { plan as contract, InputOf } from '@commonlot/contracts';
import {
  type Cents,
  dutyErrors,
  isSame,
  type LineAdvice,
  type LineCommitment,
  type LineFormula,
  type PlanLineFacts,
  type PlanSector,
  parentCodeOf,
  parseEnterpriseNumber,
  predecessorErrors,
} from '@commonlot/domain';
import { newId } from '../platform/index.js';

/** A line of a version as it is stored. */
export interface PlanLine extends PlanLineFacts {
  readonly lineId: string;
  readonly legalGround: string;
  readonly beneficiaryNumber: string | null;
  readonly formula: LineFormula | null;
  readonly sector: PlanSector | null;
  readonly isExtraSupport: boolean;
  readonly coMinister: string;
  readonly predecessorIds: string[];
  readonly commitments: LineCommitment[];
  readonly advice: LineAdvice | null;
}

export type LineInput = InputOf<typeof contract.savePlanLines>['body']['lines'][number];

export interface LineError {
  readonly row: number;
  readonly column: string;
  readonly code: string;
}

/** Lines as they were typed, each with its place in the tree: the parent is the nearest code above. */
export function treeOf(inputs: readonly LineInput[]): PlanLine[] {
  const codes = new Set(inputs.map((input) => input.code));
  return inputs.map(({ lineId, label, ...input }) => ({
    ...input,
    lineId: lineId ?? newId(),
    parentCode: parentCodeOf(input.code, codes),
    labels: label,
  }));
}

/**
 * What is wrong with the links of lines to things outside their version, which is of `year`, and with what they promise. `known` are the lines of
 * that year, `yearOf` gives the years of the lines that they continue.
 */
export function linkErrors(
  inputs: readonly LineInput[],
  known: ReadonlySet<string>,
  year: number,
  yearOf: ReadonlyMap<string, number>,
): LineError[] {
  const seen = new Set<string>();
  const own = inputs.flatMap(({ lineId, beneficiaryNumber }, row) => {
    const errors: LineError[] = [];
    if (lineId !== null && !known.has(lineId)) errors.push({ row, column: 'lineId', code: 'line-unknown' });
    if (lineId !== null && seen.has(lineId)) errors.push({ row, column: 'lineId', code: 'line-duplicate' });
    if (lineId !== null) seen.add(lineId);
    if (beneficiaryNumber !== null && parseEnterpriseNumber(beneficiaryNumber) === null) {
      errors.push({ row, column: 'beneficiaryNumber', code: 'number-invalid' });
    }
    return errors;
  });
  const links = predecessorErrors(inputs, year, yearOf);
  return [...own, ...links.map((error) => ({ ...error, column: 'predecessorIds' })), ...dutyErrors(inputs, year)];
}

/**
 * A heading prints the sum of its lines; what is stored is that it has no amount of its own, and so none that could be
 * pro memoria.
 */
export function withoutHeadingAmounts(lines: readonly PlanLine[]): PlanLine[] {
  return lines.map((line) => (line.kind === 'heading' ? { ...line, amountCents: null, isPm: false } : line));
}

/** What each line that carries money is given, in cents; headings and PM lines are given nothing. */
export function amountsOf(lines: readonly PlanLine[]): Map<string, Cents> {
  return new Map(lines.flatMap((line) => (line.amountCents === null ? [] : [[line.lineId, line.amountCents]])));
}

/** A line with its place among the lines of its version, from 0. */
export interface StoredLine extends PlanLine {
  readonly position: number;
  readonly parentLineId: string | null;
}

/**
 * What has to be written so that `before` becomes `after`, both in the order of their version: the ids of rows that go,
 * the rows that come, those that only stand elsewhere, and the ids of lines that `before` did not have. A row that
 * changes goes and comes.
 */
export function changedRows(before: readonly PlanLine[], after: readonly PlanLine[]) {
  const had = new Map(stored(before).map((row) => [row.lineId, row]));
  const rows = stored(after);
  const kept = new Set(rows.map((row) => row.lineId));
  const come = rows.filter((row) => !isSame({ ...had.get(row.lineId), position: row.position }, row));
  const coming = new Set(come.map((row) => row.lineId));
  const gone = [...had.keys()].filter((id) => !kept.has(id) || coming.has(id));
  const moved = rows.filter((row) => !coming.has(row.lineId) && had.get(row.lineId)?.position !== row.position);
  const fresh = come.map((row) => row.lineId).filter((id) => !had.has(id));
  return { gone, come, moved, fresh };
}

function stored(lines: readonly PlanLine[]): StoredLine[] {
  const ids = new Map(lines.map((line) => [line.code, line.lineId]));
  return lines.map((line, position) => ({
    ...line,
    position,
    predecessorIds: line.predecessorIds.toSorted(),
    commitments: line.commitments.toSorted(byYearAndAct),
    parentLineId: line.parentCode === null ? null : (ids.get(line.parentCode) ?? null),
  }));
}

/** As the database gives them back. */
const byYearAndAct = (a: LineCommitment, b: LineCommitment) => a.year - b.year || (a.reference < b.reference ? -1 : 1);

type Mark = string | number | null;

/** For the journal: the codes whose kind or amount differ between two sets of lines, with what they had and have. */
export function changedAmounts(before: readonly PlanLine[], after: readonly PlanLine[]) {
  const had = new Map(before.map((line) => [line.code, markOf(line)]));
  const has = new Map(after.map((line) => [line.code, markOf(line)]));
  const changed = [...new Set([...had.keys(), ...has.keys()])].filter((code) => had.get(code) !== has.get(code));
  const pick = (marks: ReadonlyMap<string, Mark>) =>
    Object.fromEntries(changed.flatMap((code) => (marks.has(code) ? [[code, marks.get(code)]] : [])));
  return { before: pick(had), after: pick(has) };
}

/** The amount in cents, or the word for why there is none. */
function markOf(line: PlanLine): Mark {
  return line.amountCents ?? (line.isPm ? 'PM' : line.kind);
}
