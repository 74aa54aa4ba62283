import { type Cents, inLanguage, type Language } from '@commonlot/domain';
import type { PlanLine, PlanVersion } from '../plan-state';

/** A line that a line of the draft may continue. */
export interface EarlierLine extends Pick<PlanLine, 'lineId' | 'code' | 'label' | 'kind' | 'commitments'> {
  readonly year: number;
  readonly subtotalCents: Cents;
}

type Head = Pick<PlanVersion, 'id' | 'year' | 'state'>;

/**
 * The versions whose lines a draft continues: of the nearest year before it the one in force, and the one in force of
 * its own year, which it will replace.
 */
export function versionsBefore(draft: Head, versions: readonly Head[]): string[] {
  const inForce = versions.filter(
    ({ id, state, year }) => state === 'in-force' && id !== draft.id && year <= draft.year,
  );
  const lastYear = Math.max(...inForce.flatMap(({ year }) => (year < draft.year ? [year] : [])));
  return inForce.filter(({ year }) => year === lastYear || year === draft.year).map(({ id }) => id);
}

/** The lines of a version as a draft needs to know them. */
export const earlierLines = ({ year, lines }: Pick<PlanVersion, 'year' | 'lines'>): EarlierLine[] =>
  lines.map(({ lineId, code, label, kind, subtotalCents, commitments }) => ({
    ...{ lineId, code, label, kind, subtotalCents, commitments, year },
  }));

/** The codes of these lines by their year, oldest year first; lines that are not known are counted. */
export function codesByYear(lineIds: readonly string[], earlier: readonly EarlierLine[]) {
  const known = new Map(earlier.map((line) => [line.lineId, line]));
  const byYear = new Map<number, string[]>();
  for (const line of lineIds.flatMap((id) => known.get(id) ?? [])) {
    byYear.set(line.year, [...(byYear.get(line.year) ?? []), line.code]);
  }
  const years = [...byYear].sort(([one], [other]) => one - other).map(([year, codes]) => ({ year, codes }));
  return { years, unknown: lineIds.filter((id) => !known.has(id)).length };
}

/** What the line was called, in the language of the screen where it has a name in it. */
export const earlierLabel = ({ label }: EarlierLine, language: Language) =>
  inLanguage({ ...label, nl: label.nl, fr: label.fr }, language);
