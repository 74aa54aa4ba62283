import type { PublicPlan } from './records';

/** A version as the address names it: `2` is a version of the year of the page, `2025` the plan of that year. */
export type ChosenVersion = { readonly number: number } | { readonly year: number; readonly number?: number };

/** Reads `2`, `2025` or `2025-1`; null for anything else, such as nothing. */
export function readChoice(text: string): ChosenVersion | null {
  const [, own, year, number] = /^(?:([1-9]\d{0,2})|((?:19|20)\d\d)(?:-([1-9]\d{0,2}))?)$/.exec(text) ?? [];
  if (own !== undefined) return { number: Number(own) };
  if (year === undefined) return null;
  return number === undefined ? { year: Number(year) } : { year: Number(year), number: Number(number) };
}

/** What a version is compared with unless somebody asks for another: the one before it, else the plan of the year before. */
export function usualChoice(plan: Pick<PublicPlan, 'year' | 'number' | 'versions' | 'years'>): ChosenVersion {
  const before = plan.versions.findLast((version) => version.number < plan.number);
  if (before !== undefined) return { number: before.number };
  const year = plan.years.findLast((each) => each < plan.year);
  return year === undefined ? { number: plan.number } : { year };
}

/** The choice as the address writes it. */
export function choiceText(choice: ChosenVersion): string {
  if (!('year' in choice)) return String(choice.number);
  return choice.number === undefined ? String(choice.year) : `${choice.year}-${choice.number}`;
}
