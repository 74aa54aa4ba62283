import type { PublicPlan } from './records';

/** A version, or without a number the one of the year that is in force. */
export interface ChosenVersion {
  readonly year: number;
  readonly number?: number;
}

/** Reads `2025` or `2025-1`, as the address names a version; null for anything else. */
export function readChoice(text: string): ChosenVersion | null {
  const [, year, number] = /^((?:19|20)\d\d)(?:-([1-9]\d{0,2}))?$/.exec(text) ?? [];
  if (year === undefined) return null;
  return number === undefined ? { year: Number(year) } : { year: Number(year), number: Number(number) };
}

/** Reads what an address of before could name in one place: a year and number, a year, or a number of the year of its page. */
export function readEarlierChoice(text: string, year: number): ChosenVersion | null {
  return /^[1-9]\d{0,2}$/.test(text) ? { year, number: Number(text) } : readChoice(text);
}

/** What a version is compared with unless somebody asks for another: the one before it, else the plan of the year before. */
export function usualChoice(plan: Pick<PublicPlan, 'year' | 'number' | 'versions' | 'years'>): ChosenVersion {
  const before = plan.versions.findLast((version) => version.number < plan.number);
  if (before !== undefined) return { year: plan.year, number: before.number };
  const year = plan.years.findLast((each) => each < plan.year);
  return year === undefined ? { year: plan.year, number: plan.number } : { year };
}

/** The choice as the address writes it. */
export const choiceText = ({ year, number }: ChosenVersion) =>
  number === undefined ? String(year) : `${year}-${number}`;
