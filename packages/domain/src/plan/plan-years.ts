import { type Cents, cents } from '../money.js';

/** `reported`: a figure of which nobody says whether it was the provisional or the definitive one. */
export const totalStages = ['provisional', 'definitive', 'reported'] as const;
export type TotalStage = (typeof totalStages)[number];

export interface KnownPlanTotal {
  readonly year: number;
  readonly stage: TotalStage;
  readonly totalCents: Cents;
  /** Where the figure was made public. */
  readonly source: string;
}

const known = (year: number, stage: TotalStage, euros: number, source: string): KnownPlanTotal => ({
  year,
  stage,
  totalCents: cents(euros * 100),
  source,
});

const council = (on: string) => `news.belgium.be Council of Ministers ${on}`;
const decree = (on: string, numac: string) => `Royal Decree ${on} (NUMAC ${numac})`;
const notice2012 = 'news.belgium.be (2012 plan notice)';
const sameAsNotice2012 = 'news.belgium.be (2012 plan notice says same amount as 2011)';

/** Totals of distribution plans that were made public before this system published any, each with its source. */
export const knownPlanTotals: readonly KnownPlanTotal[] = [
  known(2006, 'definitive', 225_000_000, council('2007-09-07')),
  known(2008, 'definitive', 225_300_000, decree('2009-09-10', '2009003231')),
  known(2010, 'definitive', 225_300_000, council('2011-07-20')),
  known(2011, 'provisional', 225_300_000, sameAsNotice2012),
  known(2011, 'definitive', 225_300_000, sameAsNotice2012),
  known(2012, 'provisional', 225_300_000, notice2012),
  known(2013, 'definitive', 214_035_000, decree('2014-08-23', '2014003356')),
  known(2014, 'provisional', 205_300_000, council('2014-02-28')),
  known(2016, 'reported', 185_300_000, 'monasbl.be / alterechos.be (annual figures)'),
  known(2017, 'provisional', 185_362_018, decree('2017-08-30', '2017031161')),
  known(2017, 'definitive', 185_300_000, `${council('2018-07-13')}; ${decree('2018-07-19', '2018031605')}`),
  known(2018, 'provisional', 185_300_000, council('2018-07-13')),
  known(2019, 'definitive', 185_300_000, 'lavenir.net 2020-07-11'),
  known(2020, 'provisional', 185_300_000, 'lavenir.net 2020-07-11'),
  known(2021, 'provisional', 200_000_000, decree('2021-10-07', '2021033200')),
  known(2022, 'provisional', 200_000_000, council('2022-09-16')),
  known(2022, 'definitive', 210_000_000, `${council('2023-05-12')}; ${decree('2023-05-23', '2023031111')}`),
  known(2023, 'provisional', 200_000_000, council('2023-07-20')),
  known(2023, 'definitive', 220_000_000, council('2024-05-17')),
  known(2024, 'provisional', 200_000_000, council('2024-05-17')),
];

/** A version that this system published. */
export interface PublishedTotal {
  readonly year: number;
  readonly number: number;
  readonly stage: 'provisional' | 'definitive';
  readonly totalCents: Cents;
  readonly decreeReference: string;
}

export interface PlanTotal {
  readonly stage: TotalStage;
  readonly totalCents: Cents;
  readonly source: string;
  /** The number of the version that can be read here; null where only the total is known. */
  readonly number: number | null;
}

export interface PlanYear {
  readonly year: number;
  /** In the order of `totalStages`, at most one of each; empty for a year of which nothing is known. */
  readonly totals: readonly PlanTotal[];
}

/**
 * Every year from the first that is known until `until` (or the last published, if later), without gaps in the years but
 * with gaps in the figures: a year of which nothing is known stands there empty. Of a year and stage the version
 * published here with the highest number counts before what others reported.
 */
export function planYears(published: readonly PublishedTotal[], until: number): PlanYear[] {
  const years = [...knownPlanTotals, ...published].map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(until, ...published.map(({ year }) => year))];
  return Array.from({ length: last - first + 1 }, (_, place) => {
    const year = first + place;
    return { year, totals: totalStages.flatMap((stage) => totalOf(year, stage, published) ?? []) };
  });
}

function totalOf(year: number, stage: TotalStage, published: readonly PublishedTotal[]): PlanTotal | null {
  const [newest] = published
    .filter((each) => each.year === year && each.stage === stage)
    .toSorted((a, b) => b.number - a.number);
  if (newest !== undefined) {
    const { totalCents, number, decreeReference } = newest;
    return { stage, totalCents, source: decreeReference, number };
  }
  // A figure of an unknown stage adds nothing where the system knows the stages.
  if (stage === 'reported' && published.some((each) => each.year === year)) return null;
  const told = knownPlanTotals.find((each) => each.year === year && each.stage === stage);
  return told === undefined ? null : { stage, totalCents: told.totalCents, source: told.source, number: null };
}
