import { cents } from '../money.js';
import { knownPlanTotals, type PublishedTotal, planYears } from './plan-years.js';

const published = (year: number, changes: Partial<PublishedTotal> = {}): PublishedTotal => ({
  year,
  number: 1,
  stage: 'provisional',
  totalCents: cents(100),
  decreeReference: 'Royal Decree',
  ...changes,
});

test('every year from 2006 on is there, and of some nothing is known', () => {
  const years = planYears([], 2026);
  expect(years.map(({ year }) => year)).toEqual(Array.from({ length: 21 }, (_, place) => 2006 + place));
  const empty = years.filter(({ totals }) => totals.length === 0).map(({ year }) => year);
  expect(empty).toEqual([2007, 2009, 2015, 2025, 2026]);
});

test('provisional and definitive stand apart, in this order, each with its source', () => {
  expect(planYears([], 2024).find(({ year }) => year === 2022)?.totals).toEqual([
    {
      stage: 'provisional',
      totalCents: 20_000_000_000,
      source: 'news.belgium.be Council of Ministers 2022-09-16',
      number: null,
    },
    {
      stage: 'definitive',
      totalCents: 21_000_000_000,
      source: 'news.belgium.be Council of Ministers 2023-05-12; Royal Decree 2023-05-23 (NUMAC 2023031111)',
      number: null,
    },
  ]);
});

test('what was published here counts before what others reported, the newest version of each stage', () => {
  const of2017 = planYears(
    [published(2017), published(2017, { number: 3, totalCents: cents(300) }), published(2017, { number: 2 })],
    2026,
  ).find(({ year }) => year === 2017);
  expect(of2017?.totals).toEqual([
    { stage: 'provisional', totalCents: 300, source: 'Royal Decree', number: 3 },
    expect.objectContaining({ stage: 'definitive', totalCents: 18_530_000_000, number: null }),
  ]);
});

test('a figure of unknown stage stands only as long as nothing better is known', () => {
  const stagesOf2016 = (own: readonly PublishedTotal[]) =>
    planYears(own, 2026)
      .find(({ year }) => year === 2016)
      ?.totals.map(({ stage }) => stage);
  expect(stagesOf2016([])).toEqual(['reported']);
  expect(stagesOf2016([published(2016, { stage: 'definitive' })])).toEqual(['definitive']);
});

test('a plan of next year, and one before all others, make the row of years longer', () => {
  expect(planYears([published(2027)], 2026).at(-1)).toMatchObject({ year: 2027, totals: [{ number: 1 }] });
  expect(planYears([published(2004)], 2026)[0]).toMatchObject({ year: 2004, totals: [{ number: 1 }] });
});

test('no year has two figures of one stage', () => {
  const keys = knownPlanTotals.map(({ year, stage }) => `${year} ${stage}`);
  expect(new Set(keys).size).toBe(keys.length);
});
