import { missingLanguages } from '../language.js';
import { type Cents, cents, subtractCents, sumCents } from '../money.js';
import { computeFormulas, type FormulaErrorCode, headingFormulas } from './formula.js';
import { codesAbove, largestSumCents, leavesOf, type PlanLineFacts, parentCodes } from './plan-line.js';

export type PlanLineColumn =
  | 'code'
  | 'parentCode'
  | 'kind'
  | 'amountCents'
  | 'isPm'
  | 'labels.nl'
  | 'labels.fr'
  | 'formula';
export type PlanLineErrorCode =
  | 'code-invalid'
  | 'code-duplicate'
  | 'parent-missing'
  | 'parent-wrong'
  | 'heading-expected'
  | 'heading-empty'
  | 'heading-differs'
  | 'balancing-duplicate'
  | 'amount-missing'
  | 'amount-negative'
  | 'amount-above-total'
  | 'amount-with-pm'
  | 'formula-differs'
  | FormulaErrorCode
  | 'label-missing';

export interface PlanLineError {
  /** Place in the list, from 0. */
  readonly row: number;
  readonly column: PlanLineColumn;
  readonly code: PlanLineErrorCode;
}

const codeShape = /^[1-9]\d{0,3}(?:\.[1-9]\d{0,3}){0,5}$/;

/** Order of the decree: by number, level by level, so that 2.1.10 comes after 2.1.9 and a heading before its lines. */
export function compareCodes(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  const levels = Math.min(left.length, right.length);
  for (let level = 0; level < levels; level += 1) {
    const difference = (left[level] ?? 0) - (right[level] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** The nearest code above that is in the list, or null at the top: '2' above '2.1.1' where no '2.1' stands. */
export function parentCodeOf(code: string, codes: ReadonlySet<string>): string | null {
  return codesAbove(code).find((above) => codes.has(above)) ?? null;
}

/** Sum of the lines that carry money; headings would count it twice, PM lines have none. */
export function leafSum(lines: readonly PlanLineFacts[]): Cents {
  return sumCents(leavesOf(lines).map((line) => line.amountCents ?? cents(0)));
}

/** What each line holds: of a heading the sum of the lines under it, of others their own amount (PM: zero). */
export function subtotals(lines: readonly PlanLineFacts[]): Map<string, Cents> {
  const totals = new Map<string, Cents>(lines.map((line) => [line.code, cents(0)]));
  for (const leaf of leavesOf(lines)) {
    for (const code of [leaf.code, ...codesAbove(leaf.code)]) {
      const total = totals.get(code);
      if (total !== undefined) totals.set(code, cents(total + (leaf.amountCents ?? 0)));
    }
  }
  return totals;
}

/** What the plan has not yet given to a line; below zero when the lines hold more than the total. */
export function unassigned(totalCents: Cents, lines: readonly PlanLineFacts[]): Cents {
  return subtractCents(totalCents, leafSum(lines));
}

/** Everything that is wrong with the lines themselves. Whether they add up to the total is `unassigned`'s question. */
export function planLineErrors(lines: readonly PlanLineFacts[], totalCents: Cents): PlanLineError[] {
  const totals = subtotals(lines);
  return errorsOfLines(lines, totals, totalCents, formulaErrorsOf(lines, totals, totalCents));
}

/** The errors of the lines in their order, those of their formulas among them. */
function errorsOfLines(
  lines: readonly PlanLineFacts[],
  totals: ReadonlyMap<string, Cents>,
  totalCents: Cents,
  formulaErrors: ReadonlyMap<number, PlanLineError[]>,
): PlanLineError[] {
  const codes = new Set(lines.map((line) => line.code));
  const parents = parentCodes(lines);
  const seen = new Set<string>();
  let balancingSeen = false;

  return lines.flatMap((line, row) => {
    const errors: PlanLineError[] = [];
    const report = (column: PlanLineColumn, code: PlanLineErrorCode) => errors.push({ row, column, code });

    if (!codeShape.test(line.code)) report('code', 'code-invalid');
    if (seen.has(line.code)) report('code', 'code-duplicate');
    seen.add(line.code);

    const parentError = parentErrorOf(line, codes);
    if (parentError !== null) report('parentCode', parentError);

    const isParent = parents.has(line.code);
    if (isParent && line.kind !== 'heading') report('kind', 'heading-expected');
    if (!isParent && line.kind === 'heading') report('kind', 'heading-empty');
    if (line.kind === 'balancing' && balancingSeen) report('kind', 'balancing-duplicate');
    balancingSeen ||= line.kind === 'balancing';

    const amountError = amountErrorOf(line, isParent, totals.get(line.code) ?? cents(0), totalCents);
    if (amountError !== null) report('amountCents', amountError);
    errors.push(...(formulaErrors.get(row) ?? []));
    const missing = missingLanguages(line.labels, ['nl', 'fr']);
    if (missing.includes('nl')) report('labels.nl', 'label-missing');
    if (missing.includes('fr')) report('labels.fr', 'label-missing');
    return errors;
  });
}

/** What a draft may still lack while it is being written; a plan that is submitted may not. */
const unfinished: ReadonlySet<PlanLineErrorCode> = new Set([
  'heading-empty',
  'balancing-duplicate',
  'amount-above-total',
  'label-missing',
  'formula-differs',
  'formula-cycle',
  'formula-unknown',
  'formula-negative',
  'formula-invalid',
]);

/** True for an error that a draft may keep until it is submitted. */
export function mayWait(error: PlanLineError): boolean {
  return unfinished.has(error.code);
}

/** The errors that keep even a draft from being saved: with them its lines are no tree, or its sums mean nothing. */
export function draftLineErrors(lines: readonly PlanLineFacts[], totalCents: Cents): PlanLineError[] {
  const beyond = sumBeyondReason(lines);
  if (beyond !== null) return [beyond];
  // All errors of formulas may wait, and so are not looked for.
  return errorsOfLines(lines, subtotals(lines), totalCents, new Map()).filter((error) => !mayWait(error));
}

/** The line with which the lines come to more than any plan can hold, or null. Ask it before anything adds them up. */
export function sumBeyondReason(lines: readonly PlanLineFacts[]): PlanLineError | null {
  const parents = parentCodes(lines);
  let sum = 0;
  const row = lines.findIndex((line) => {
    if (!parents.has(line.code)) sum += Math.abs(line.amountCents ?? 0);
    return sum > largestSumCents;
  });
  return row < 0 ? null : { row, column: 'amountCents', code: 'amount-above-total' };
}

/** The parent is the nearest code above that is in the list, and nothing else. */
function parentErrorOf(line: PlanLineFacts, codes: ReadonlySet<string>): 'parent-missing' | 'parent-wrong' | null {
  const expected = parentCodeOf(line.code, codes);
  if (line.parentCode === expected) return null;
  return line.parentCode !== null && !codes.has(line.parentCode) ? 'parent-missing' : 'parent-wrong';
}

function amountErrorOf(
  line: PlanLineFacts,
  isParent: boolean,
  subtotalCents: Cents,
  totalCents: Cents,
): PlanLineErrorCode | null {
  if (line.amountCents === null) return isParent || line.isPm || line.kind === 'heading' ? null : 'amount-missing';
  if (line.isPm) return 'amount-with-pm';
  if (line.amountCents < 0) return 'amount-negative';
  if (isParent && line.amountCents !== subtotalCents) return 'heading-differs';
  // Without lines under it a heading holds nothing, whatever it prints.
  if (!isParent && line.kind === 'heading' && line.amountCents !== 0) return 'heading-differs';
  return line.amountCents > totalCents ? 'amount-above-total' : null;
}

/** Formulas that fail, amounts that are not what their formula gives, headings whose lines do not add up to theirs. */
function formulaErrorsOf(
  lines: readonly PlanLineFacts[],
  totals: ReadonlyMap<string, Cents>,
  totalCents: Cents,
): Map<number, PlanLineError[]> {
  const { lines: computed, errors } = computeFormulas(lines, totalCents);
  const headings = headingFormulas(lines, totalCents);
  const differing = lines.flatMap((line, row): PlanLineError[] => {
    const expected = line.kind === 'heading' ? headings.get(line.code) : computed[row]?.amountCents;
    const held = line.kind === 'heading' ? totals.get(line.code) : line.amountCents;
    if (!line.formula || expected === undefined || held === expected) return [];
    return [{ row, column: 'formula', code: 'formula-differs' }];
  });
  const byRow = new Map<number, PlanLineError[]>();
  for (const error of [...errors, ...differing]) byRow.set(error.row, [...(byRow.get(error.row) ?? []), error]);
  return byRow;
}
