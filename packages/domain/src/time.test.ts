import fc from 'fast-check';
import { languages } from './language.js';
import {
  addDays,
  brusselsClock,
  brusselsDay,
  brusselsInstant,
  formatDay,
  formatInstant,
  isLocalDate,
  localDate,
  yearOf,
} from './time.js';

test.each(['2024-02-29', '2000-02-29', '1999-12-31', '2026-01-01'])('%s is a day', (text) => {
  expect(localDate(text)).toBe(text);
});

test.each([
  '',
  '2023-02-29',
  '1900-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-04-31',
  '2026-4-1',
  '26-04-01',
  '2026-04-01T00:00',
  ' 2026-04-01',
  '2026/04/01',
  '2026-04-01\n',
  '-000001-01',
  '+012026-01',
])('%j is no day', (text) => {
  expect(isLocalDate(text)).toBe(false);
  expect(() => localDate(text)).toThrow(new RangeError(`not a day: ${text}`));
});

test('days are counted by the calendar, across months, leap days and clock changes', () => {
  expect(addDays(localDate('2024-02-28'), 1)).toBe('2024-02-29');
  expect(addDays(localDate('2025-12-31'), 1)).toBe('2026-01-01');
  expect(addDays(localDate('2026-03-30'), -2)).toBe('2026-03-28');
  expect(addDays(localDate('2026-01-31'), 60)).toBe('2026-04-01');
  expect(yearOf(localDate('2026-04-01'))).toBe(2026);
});

test.each([
  ['2026-01-15', '12:00', '2026-01-15T11:00:00.000Z'],
  ['2026-07-15', '12:00', '2026-07-15T10:00:00.000Z'],
  ['2022-04-29', '12:00', '2022-04-29T10:00:00.000Z'],
  ['2026-01-01', '00:00', '2025-12-31T23:00:00.000Z'],
  ['2026-07-01', '23:59', '2026-07-01T21:59:00.000Z'],
])('in Brussels %s %s is %s', (on, clock, expected) => {
  expect(brusselsInstant(localDate(on), clock).toISOString()).toBe(expected);
});

test.each(['24:00', '12:60', '1:00', '12.00', '12:00:00', '112:00', '12:000', ''])('%j is no hour', (clock) => {
  expect(() => brusselsInstant(localDate('2026-01-01'), clock)).toThrow(new RangeError(`not an hour: ${clock}`));
});

/** Last Sundays of March and October, when the clocks change (directive 2000/84/EC). */
const nights: [spring: string, autumn: string][] = [
  ['2017-03-26', '2017-10-29'],
  ['2018-03-25', '2018-10-28'],
  ['2019-03-31', '2019-10-27'],
  ['2020-03-29', '2020-10-25'],
  ['2021-03-28', '2021-10-31'],
  ['2022-03-27', '2022-10-30'],
  ['2023-03-26', '2023-10-29'],
  ['2024-03-31', '2024-10-27'],
  ['2025-03-30', '2025-10-26'],
  ['2026-03-29', '2026-10-25'],
  ['2027-03-28', '2027-10-31'],
];

test.each(nights)('the hour from 02:00 is skipped on %s and doubled on %s', (springText, autumnText) => {
  const spring = localDate(springText);
  const autumn = localDate(autumnText);
  for (const clock of ['02:00', '02:30', '02:59']) {
    expect(() => brusselsInstant(spring, clock)).toThrow('time.skipped');
    expect(() => brusselsInstant(autumn, clock)).toThrow('time.ambiguous');
  }
  expect(brusselsInstant(spring, '01:59').toISOString()).toBe(`${spring}T00:59:00.000Z`);
  expect(brusselsInstant(spring, '03:00').toISOString()).toBe(`${spring}T01:00:00.000Z`);
  expect(brusselsInstant(autumn, '01:59').toISOString()).toBe(`${addDays(autumn, -1)}T23:59:00.000Z`);
  expect(brusselsInstant(autumn, '03:00').toISOString()).toBe(`${autumn}T02:00:00.000Z`);
});

test('the refusal of an hour names the day and the hour', () => {
  expect(() => brusselsInstant(localDate('2026-03-29'), '02:30')).toThrow(
    expect.objectContaining({ code: 'time.skipped', details: { on: '2026-03-29', clock: '02:30' } }),
  );
  expect(() => brusselsInstant(localDate('2026-10-25'), '02:30')).toThrow(
    expect.objectContaining({ code: 'time.ambiguous', details: { on: '2026-10-25', clock: '02:30' } }),
  );
});

test('an instant that has one reading comes back from its day and hour', () => {
  const minute = fc.date({
    min: new Date('1980-01-01T00:00Z'),
    max: new Date('2037-12-31T00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(minute, (date) => {
      const at = new Date(Math.floor(date.getTime() / 60_000) * 60_000);
      const clock = brusselsClock(at);
      if (clock.startsWith('02:')) return;
      expect(brusselsInstant(brusselsDay(at), clock)).toEqual(at);
    }),
    { numRuns: 300 },
  );
});

test('the day in Brussels begins before the day in Greenwich', () => {
  expect(brusselsDay(new Date('2026-06-30T21:59:59.999Z'))).toBe('2026-06-30');
  expect(brusselsDay(new Date('2026-06-30T22:00Z'))).toBe('2026-07-01');
  expect(brusselsClock(new Date('2026-06-30T22:00Z'))).toBe('00:00');
  expect(brusselsDay(new Date('2025-12-31T23:00Z'))).toBe('2026-01-01');
  expect(brusselsDay(new Date('0999-06-01T12:00Z'))).toBe('0999-06-01');
});

test.each([
  ['nl', '1 maart 2022', 'dinsdag 1 maart 2022 om 12:00 uur (Brusselse tijd)'],
  ['fr', '1er mars 2022', 'mardi 1er mars 2022 à 12:00 (heure de Bruxelles)'],
  ['de', '1. März 2022', 'Dienstag, 1. März 2022 um 12:00 Uhr (Brüsseler Zeit)'],
  ['en', '1 March 2022', 'Tuesday 1 March 2022 at 12:00 (Brussels time)'],
] as const)('days and instants are written out in %s', (language, day, instant) => {
  expect(formatDay(localDate('2022-03-01'), language)).toBe(day);
  expect(formatInstant(new Date('2022-03-01T11:00Z'), language)).toBe(instant);
});

test('only the first of a month is an ordinal in French', () => {
  expect(formatDay(localDate('2026-08-02'), 'fr', { weekday: true })).toBe('dimanche 2 août 2026');
});

test.each(languages)('every instant says in %s which clock is meant', (language) => {
  expect(formatInstant(new Date('2026-07-01T22:30Z'), language)).toMatch(/00:30.*\(.+\)$/);
});
