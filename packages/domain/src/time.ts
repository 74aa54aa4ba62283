import type { Language } from './language.js';
import { Problem } from './problem.js';

/** A calendar day, 'YYYY-MM-DD'. Days compare as text. */
export type LocalDate = string & { readonly __unit: 'day' };

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;

/** Asserts a day that exists in the calendar; a RangeError otherwise. */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`not a day: ${text}`);
  return text;
}

/** True for a day that exists: 2023-02-29 does not. */
export function isLocalDate(text: string): text is LocalDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text;
}

/** The day so many calendar days later (or earlier, when negative). */
export function addDays(on: LocalDate, days: number): LocalDate {
  return localDate(new Date(new Date(`${on}T00:00:00Z`).getTime() + days * dayMs).toISOString().slice(0, 10));
}

/** The calendar year of a day. */
export function yearOf(on: LocalDate): number {
  return Number(on.slice(0, 4));
}

const brusselsFields = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Brussels',
  calendar: 'gregory',
  numberingSystem: 'latn',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

function brusselsParts(at: Date): { on: LocalDate; clock: string } {
  const parts = new Map<string, string>(brusselsFields.formatToParts(at).map((part) => [part.type, part.value]));
  const part = (type: string) => parts.get(type) ?? '';
  return {
    on: localDate(`${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`),
    clock: `${part('hour')}:${part('minute')}`,
  };
}

/** The day in Brussels at that instant. */
export function brusselsDay(at: Date): LocalDate {
  return brusselsParts(at).on;
}

/** The hour in Brussels at that instant, 'HH:MM'. */
export function brusselsClock(at: Date): string {
  return brusselsParts(at).clock;
}

function brusselsOffsetMs(at: number): number {
  const { on, clock } = brusselsParts(new Date(at));
  return new Date(`${on}T${clock}:00Z`).getTime() - Math.floor(at / minuteMs) * minuteMs;
}

/**
 * The instant at which a Brussels clock shows that hour on that day. A deadline is an instant, computed once, when the
 * call is published. Throws 'time.skipped' for an hour that the start of summer time leaves out, and
 * 'time.ambiguous' for one that its end repeats: a deadline that two people can read differently is refused.
 */
export function brusselsInstant(on: LocalDate, clock: string): Date {
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(clock)) throw new RangeError(`not an hour: ${clock}`);
  const asUtc = new Date(`${on}T${clock}:00Z`).getTime();
  // The clock changes at most once within two days, so that one of these two offsets holds at the instant sought.
  const offsets = new Set([brusselsOffsetMs(asUtc - dayMs), brusselsOffsetMs(asUtc + dayMs)]);
  const instants = [...offsets]
    .map((offset) => asUtc - offset)
    .filter((instant) => instant + brusselsOffsetMs(instant) === asUtc);
  const [instant] = instants;
  if (instant === undefined) throw new Problem('time.skipped', { on, clock });
  if (instants.length > 1) throw new Problem('time.ambiguous', { on, clock });
  return new Date(instant);
}

const locales: Record<Language, string> = { nl: 'nl', fr: 'fr', de: 'de', en: 'en-GB' };
const names = new Map<string, Intl.DateTimeFormat>();

function nameOf(on: LocalDate, language: Language, field: 'weekday' | 'month'): string {
  const key = `${language} ${field}`;
  let format = names.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locales[language], { timeZone: 'UTC', [field]: 'long' });
    names.set(key, format);
  }
  return format.format(new Date(`${on}T00:00:00Z`));
}

/** A day in words, '29 april 2022'; with `weekday` when it binds somebody. */
export function formatDay(on: LocalDate, language: Language, options: { readonly weekday?: boolean } = {}): string {
  const number = Number(on.slice(8));
  // Written out here: the phrases of Intl differ between releases, and the server must write what the browser writes.
  const day = { nl: `${number}`, fr: number === 1 ? '1er' : `${number}`, de: `${number}.`, en: `${number}` }[language];
  const date = `${day} ${nameOf(on, language, 'month')} ${yearOf(on)}`;
  if (options.weekday !== true) return date;
  return `${nameOf(on, language, 'weekday')}${language === 'de' ? ',' : ''} ${date}`;
}

/** An instant in words, with its weekday, its hour and the clock that is meant. */
export function formatInstant(at: Date, language: Language): string {
  const { on, clock } = brusselsParts(at);
  const day = formatDay(on, language, { weekday: true });
  switch (language) {
    case 'nl':
      return `${day} om ${clock} uur (Brusselse tijd)`;
    case 'fr':
      return `${day} à ${clock} (heure de Bruxelles)`;
    case 'de':
      return `${day} um ${clock} Uhr (Brüsseler Zeit)`;
    case 'en':
      return `${day} at ${clock} (Brussels time)`;
  }
}
