import { type Cents, fileLanguages, type LocalDate, languages } from '@commonlot/domain';
import { z } from 'zod';

/** The largest amount that a field takes: a thousand billion euros, in cents. */
const maxCents = 100_000_000_000_000;

const noControl = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]*$/u;
const wellFormed = (text: string) => text.isWellFormed();

/** Text as people type it: trimmed, no control characters, no lone surrogates, at most `max` characters (code points). */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(noControl)
    .refine(wellFormed)
    .meta({ description: `at most ${max} characters` });
export const requiredText = (max: number, min = 1) => text(max).min(min);

/**
 * Line ends, tabs, every other control character, and the marks that turn the direction of a text: in a name they forge
 * lines of letters and mails, or make it read as another name.
 */
const oneLine = /^[^\p{Cc}\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]*$/u;
/** A name of a person, an organisation or an office: one line, never empty. */
export const nameText = (max: number) =>
  requiredText(max)
    .regex(oneLine)
    .meta({ description: `one line of at most ${max} characters` });

/** An amount of money in whole euro cents, zero or more. */
export const centsField = z.int().min(0).max(maxCents).meta({ description: 'euro cents' }) as unknown as z.ZodType<
  Cents,
  number
>;
/** An amount of money in whole euro cents that is not nothing. */
export const amountAboveZero = z
  .int()
  .min(1, { error: 'form.error.amount' })
  .max(maxCents)
  .meta({ description: 'euro cents, above zero' }) as unknown as z.ZodType<Cents, number>;
/** An amount that may be negative (differences, unassigned remainders). */
export const signedCentsField = z
  .int()
  .min(-maxCents)
  .max(maxCents)
  .meta({ description: 'euro cents, may be negative' }) as unknown as z.ZodType<Cents, number>;
export const basisPoints = z.int().min(0).max(10_000).meta({ description: 'hundredths of a per cent' });

/** No record is of another century: a year beyond these is a slip of the keyboard, and few calendars agree on it. */
const inOurTime = (text: string) => text >= '1900' && text < '2200';

/** An instant: ISO 8601 text in UTC on the wire. A handler may return a Date. */
export const instant = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString() : value),
  z.iso.datetime({ offset: true }).refine(inOurTime),
);
/** A calendar day, 'YYYY-MM-DD'. */
export const day = z.iso.date().refine(inOurTime) as unknown as z.ZodType<LocalDate, string>;

/** One text per language in an answer: what was asked of it when it was typed is not asked again. */
export const localisedShown = z.object({
  nl: z.string(),
  fr: z.string(),
  de: z.string().nullable().optional(),
  en: z.string().nullable().optional(),
});

export const language = z.enum(languages);
export const fileLanguage = z.enum(fileLanguages);

/** One text per language: Dutch and French always, German and English if there are. */
export const localisedText = (max: number) =>
  z.object({
    nl: requiredText(max),
    fr: requiredText(max),
    de: text(max).nullable().optional(),
    en: text(max).nullable().optional(),
  });
/** The same while it is being written: nothing is required yet. */
export const localisedDraft = (max: number) =>
  z.object({ nl: text(max), fr: text(max), de: text(max).nullable().optional(), en: text(max).nullable().optional() });

/** In small letters, as the database writes it: an id has one spelling, so that two that are the same compare so. */
export const id = z.uuid().toLowerCase();
export const revision = z.int().nonnegative();
export const atRevision = z.strictObject({ revision });
export const saved = z.object({ id, revision });
export const done = z.object({ revision });
export const email = z
  .email()
  .max(254)
  .transform((value) => value.trim().toLowerCase());
export const enterpriseNumber = z.string().regex(/^[01][0-9]{9}$/);
export const nis = z.string().regex(/^[0-9]{5}$/);

/** Lists page by key: `after` is the `next` of the page before. */
export const paging = {
  after: text(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
};
export const page = <T extends z.ZodType>(row: T) => z.object({ rows: z.array(row), next: z.string().nullable() });
