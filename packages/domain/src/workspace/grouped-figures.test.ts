import { cents } from '../money.js';
import { localDate } from '../time.js';
import { groupFigures, sameDayYearBefore, sumFigures } from './grouped-figures.js';

const figures = (allocated: number, committed = 0) => ({
  allocatedCents: cents(allocated),
  reservedCents: cents(0),
  committedCents: cents(committed),
  paidCents: cents(0),
  availableCents: cents(allocated - committed),
});

test.each([
  ['2026-11-24', '2025-11-24'],
  ['2024-02-29', '2023-02-28'],
  ['2025-02-28', '2024-02-28'],
  ['2026-01-01', '2025-01-01'],
])('a year before %s was %s', (on, before) => {
  expect(sameDayYearBefore(localDate(on))).toBe(before);
});

test('figures are added up one by one; those of nothing are zero', () => {
  expect(sumFigures([figures(100, 40), figures(20, 5)])).toEqual(figures(120, 45));
  expect(sumFigures([])).toEqual(figures(0));
});

test('what has the same key stands together, beside the year before, the largest first', () => {
  const now = [
    { key: 'sport', figures: figures(10) },
    { key: 'health', figures: figures(30) },
    { key: 'sport', figures: figures(25, 5) },
  ];
  const before = [
    { key: 'sport', figures: figures(7) },
    { key: 'science', figures: figures(3) },
  ];
  expect(groupFigures(now, before)).toEqual([
    { key: 'sport', now: figures(35, 5), before: figures(7) },
    { key: 'health', now: figures(30), before: null },
    { key: 'science', now: figures(0), before: figures(3) },
  ]);
});

test('groups of the same size stand in the order of their keys', () => {
  const rows = ['b', 'a'].map((key) => ({ key, figures: figures(1) }));
  expect(groupFigures(rows, []).map(({ key }) => key)).toEqual(['a', 'b']);
});
