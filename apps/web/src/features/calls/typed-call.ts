import {
  brusselsInstant,
  type Cents,
  isLocalDate,
  type Language,
  type LocalDate,
  missingLanguages,
  Problem,
  parseEuros,
} from '@commonlot/domain';
import { euroText } from '@commonlot/ui';
import type { Call, CallBody, Criterion, DraftText, Section } from './call-records';

/** A criterion as it is typed: the weight is a text until it is a number. */
export type TypedCriterion = Omit<Criterion, 'weight'> & { readonly weight: string };

/** The draft as it stands on the screen, half-typed amounts and days included. */
export interface TypedCall {
  readonly lineId: string;
  readonly title: DraftText;
  readonly summary: DraftText;
  readonly description: DraftText;
  readonly eligibility: DraftText;
  readonly opensOn: string;
  readonly opensAtClock: string;
  readonly closesOn: string;
  readonly closesAtClock: string;
  readonly envelope: string;
  readonly maxAmount: string;
  readonly maxShare: string;
  readonly criteria: readonly TypedCriterion[];
  readonly sections: readonly Section[];
}

export const blankText: DraftText = { nl: '', fr: '', de: '', en: '' };

/** The draft that was read, as it is typed. The customary hours stand there before a day is chosen. */
export function typedCall(call: Call, language: Language): TypedCall {
  const amount = (value: Cents | null) => (value === null ? '' : euroText(value, language));
  return {
    lineId: call.lineId,
    title: call.title,
    summary: call.summary,
    description: call.description,
    eligibility: call.eligibility,
    opensOn: call.opensOn ?? '',
    opensAtClock: call.opensAtClock ?? '09:00',
    closesOn: call.closesOn ?? '',
    closesAtClock: call.closesAtClock ?? '12:00',
    envelope: amount(call.envelopeCents),
    maxAmount: amount(call.maxAmountCents),
    maxShare: call.maxSharePercent === null ? '' : String(call.maxSharePercent),
    criteria: call.criteria.map((criterion) => ({ ...criterion, weight: String(criterion.weight) })),
    sections: call.form.sections,
  };
}

/** What is sent. What cannot be read yet is left out, so that all the rest is kept; its field says so. */
export function draftOf(typed: TypedCall): Omit<CallBody, 'revision'> {
  const { lineId, title, summary, description, eligibility } = typed;
  const opens = momentOf(typed.opensOn, typed.opensAtClock);
  const closes = momentOf(typed.closesOn, typed.closesAtClock);
  return {
    lineId,
    title,
    summary,
    description,
    eligibility,
    opensOn: opens.on,
    opensAtClock: opens.clock,
    closesOn: closes.on,
    closesAtClock: closes.clock,
    envelopeCents: amountIn(typed.envelope),
    maxAmountCents: amountIn(typed.maxAmount),
    maxSharePercent: wholeIn(typed.maxShare, 1, 100),
    criteria: typed.criteria.map((criterion) => ({ ...criterion, weight: weightOf(criterion) })),
    form: { sections: [...typed.sections] },
  };
}

const clockShape = /^([01]\d|2[0-3]):[0-5]\d$/;

export type DateFault = 'skipped' | 'ambiguous' | 'day' | 'clock';

/** Why a day and an hour do not name one moment in Brussels; null when they do, or when no day was chosen. */
export function dateFault(on: string, clock: string): DateFault | null {
  if (on === '') return null;
  if (!isLocalDate(on)) return 'day';
  if (!clockShape.test(clock)) return 'clock';
  try {
    brusselsInstant(on, clock);
    return null;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.code === 'time.skipped' ? 'skipped' : 'ambiguous';
  }
}

function momentOf(on: string, clock: string): { on: LocalDate | null; clock: string | null } {
  const isWhole = isLocalDate(on) && dateFault(on, clock) === null;
  return isWhole ? { on, clock } : { on: null, clock: null };
}

/** The instant that is meant, to show it back in words; null while there is none. */
export function instantOf(on: string, clock: string): Date | null {
  return isLocalDate(on) && dateFault(on, clock) === null ? brusselsInstant(on, clock) : null;
}

/** An amount of zero or more, or null for nothing and for what is no amount. */
export function amountIn(text: string): Cents | null {
  const amount = parseEuros(text);
  return amount === null || amount < 0 ? null : amount;
}

/** A whole number between limits, or null. */
export function wholeIn(text: string, least: number, most: number): number | null {
  const isWhole = /^-?\d{1,15}$/.test(text.trim());
  const value = Number(text);
  return isWhole && value >= least && value <= most ? value : null;
}

/** Whole percent; what cannot be read counts as nothing. */
export const weightOf = (criterion: TypedCriterion): number => wholeIn(criterion.weight, 0, 100) ?? 0;

/** Every text that has to exist in the four languages before publication. A hint counts once it was begun. */
export function textsOf(typed: TypedCall): DraftText[] {
  const questions = typed.sections.flatMap((section) => section.questions);
  const isBegun = (text: DraftText | null): text is DraftText => text !== null && missingLanguages(text).length < 4;
  return [
    typed.title,
    typed.summary,
    typed.description,
    typed.eligibility,
    ...typed.criteria.flatMap(({ title, description }) => [title, description]),
    ...typed.sections.map(({ title }) => title),
    ...questions.map(({ label }) => label),
    ...questions.map(({ hint }) => hint).filter(isBegun),
    ...questions.flatMap(({ options }) => options.map(({ label }) => label)),
  ];
}

/** How many texts have no words yet in a language. */
export function missingIn(typed: TypedCall, language: Language): number {
  return textsOf(typed).filter((text) => missingLanguages(text, [language]).length > 0).length;
}
