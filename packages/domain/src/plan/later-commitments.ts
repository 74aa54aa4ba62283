import { type Cents, cents, sumCents } from '../money.js';
import type { LocalDate } from '../time.js';
import type { LineKind } from './line-kinds.js';

/** What an act promises to a line of a plan that is still to be made. */
export interface LineCommitment {
  /** The year of that plan. */
  readonly year: number;
  readonly amountCents: Cents;
  /** The act by which it was promised. */
  readonly reference: string;
}

/** The advice of the minister who takes part in carrying out a line (law of 19 April 2002, art. 23). */
export interface LineAdvice {
  /** Whose advice. */
  readonly adviser: string;
  readonly askedOn: LocalDate | null;
  readonly givenOn: LocalDate | null;
  readonly reference: string;
}

/** As many commitments as a line may carry. */
export const mostCommitments = 30;

interface DutyLine {
  readonly kind: LineKind;
  readonly coMinister: string;
  readonly commitments: readonly LineCommitment[];
  readonly advice: LineAdvice | null;
}

export type DutyErrorCode =
  | 'commitment-not-later'
  | 'commitment-duplicate'
  | 'commitment-on-heading'
  | 'advice-without-minister'
  | 'advice-days-wrong';

export interface DutyError {
  /** Place in the list, from 0. */
  readonly row: number;
  readonly column: 'commitments' | 'advice';
  readonly code: DutyErrorCode;
}

/**
 * What is wrong with the commitments and the advice of lines. A commitment is against a later plan than this one, a
 * heading carries none, and one act promises once a year. Advice is that of a minister whom the line names, and is given
 * after it was asked for.
 */
export function dutyErrors(lines: readonly DutyLine[], planYear: number): DutyError[] {
  return lines.flatMap(({ kind, coMinister, commitments, advice }, row) => {
    const errors: DutyError[] = [];
    const report = (column: DutyError['column'], code: DutyErrorCode) => errors.push({ row, column, code });
    if (commitments.some(({ year }) => year <= planYear)) report('commitments', 'commitment-not-later');
    const acts = new Set(commitments.map(({ year, reference }) => `${year} ${reference}`));
    if (acts.size < commitments.length) report('commitments', 'commitment-duplicate');
    if (kind === 'heading' && commitments.length > 0) report('commitments', 'commitment-on-heading');
    if (advice !== null && coMinister === '') report('advice', 'advice-without-minister');
    if (advice !== null && !areDaysRight(advice)) report('advice', 'advice-days-wrong');
    return errors;
  });
}

const areDaysRight = ({ askedOn, givenOn }: LineAdvice) => givenOn === null || (askedOn !== null && askedOn <= givenOn);

/** What a line of a plan of another year takes over: the commitments that are still later, and whom to ask again. */
export function dutiesInYear({ commitments, advice }: Pick<DutyLine, 'commitments' | 'advice'>, planYear: number) {
  return {
    commitments: commitments.filter(({ year }) => year > planYear),
    advice: advice === null ? null : { adviser: advice.adviser, askedOn: null, givenOn: null, reference: '' },
  };
}

interface PromisedLine {
  readonly lineId: string;
  readonly commitments: readonly LineCommitment[];
}

interface HoldingLine {
  readonly predecessorIds: readonly string[];
  readonly amountCents: Cents | null;
}

/** Lines that together hold less than what was promised to the lines that they continue. */
export interface PromiseShortfall<Earlier, Line> {
  readonly earlier: Earlier[];
  readonly lines: Line[];
  readonly promisedCents: Cents;
  readonly heldCents: Cents;
}

/**
 * Where a plan of `year` holds less than earlier lines promised for it. Lines that are merged must hold what all of them
 * promised, and those that go on with one that was split must hold it together; a promise that nothing continues is
 * held by nobody. It is a warning and no refusal: a promise can be kept otherwise, or be released by another act.
 */
export function promiseShortfalls<Earlier extends PromisedLine, Line extends HoldingLine>(
  earlier: readonly Earlier[],
  lines: readonly Line[],
  year: number,
): PromiseShortfall<Earlier, Line>[] {
  const promiseOf = ({ commitments }: PromisedLine) =>
    sumCents(commitments.filter((each) => each.year === year).map((each) => each.amountCents));
  const groups: { earlier: Set<Earlier>; lines: Set<Line> }[] = [];
  for (const promised of earlier.filter((each) => promiseOf(each) > 0)) {
    const joined = { earlier: new Set([promised]), lines: new Set<Line>() };
    for (const line of lines) if (line.predecessorIds.includes(promised.lineId)) joined.lines.add(line);
    for (const group of groups.filter((each) => [...each.lines].some((line) => joined.lines.has(line)))) {
      groups.splice(groups.indexOf(group), 1);
      for (const each of group.earlier) joined.earlier.add(each);
      for (const each of group.lines) joined.lines.add(each);
    }
    groups.push(joined);
  }
  return groups
    .map((group) => ({
      earlier: earlier.filter((each) => group.earlier.has(each)),
      lines: lines.filter((each) => group.lines.has(each)),
      promisedCents: sumCents([...group.earlier].map(promiseOf)),
      heldCents: sumCents([...group.lines].map(({ amountCents }) => amountCents ?? cents(0))),
    }))
    .filter(({ promisedCents, heldCents }) => heldCents < promisedCents);
}
