import type { ResponseOf, register } from '@commonlot/contracts';
import { type Cents, cents } from '@commonlot/domain';

export type YearRecord = ResponseOf<typeof register.readPlanYears>['years'][number];
export type TotalRecord = YearRecord['totals'][number];

/** The figure of a year that counts: the definitive one, else the provisional, else what was reported. */
export function finalTotal({ totals }: YearRecord): TotalRecord | null {
  const of = (stage: TotalRecord['stage']) => totals.find((total) => total.stage === stage);
  return of('definitive') ?? of('provisional') ?? of('reported') ?? null;
}

export interface YearRow {
  readonly year: number;
  /** Null for a year without a figure, which stands in the table too. */
  readonly total: TotalRecord | null;
  /** From the provisional figure of the same year to its definitive one; null where there are not both. */
  readonly differenceCents: Cents | null;
  /** The first of the rows of its year. */
  readonly isFirst: boolean;
}

/** A row for each figure, the newest year first, and one for each year without any. */
export function yearRows(years: readonly YearRecord[]): YearRow[] {
  return years.toReversed().flatMap(({ year, totals }): YearRow[] => {
    const provisional = totals.find(({ stage }) => stage === 'provisional');
    if (totals.length === 0) return [{ year, total: null, differenceCents: null, isFirst: true }];
    return totals.map((total, place) => ({
      year,
      total,
      differenceCents:
        total.stage === 'definitive' && provisional !== undefined
          ? cents(total.totalCents - provisional.totalCents)
          : null,
      isFirst: place === 0,
    }));
  });
}

/** The first and the last year with a figure; null when there are none. */
export function knownSpan(years: readonly YearRecord[]) {
  const known = years.flatMap((year) => {
    const total = finalTotal(year);
    return total === null ? [] : [{ year: year.year, totalCents: total.totalCents }];
  });
  const [first, last] = [known.at(0), known.at(-1)];
  return first === undefined || last === undefined ? null : { first, last };
}
