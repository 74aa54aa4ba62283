import { type LocalisedText, missingLanguages } from '../language.js';
import type { Cents } from '../money.js';

export const questionTypes = [
  'short-text',
  'long-text',
  'number',
  'amount',
  'date',
  'yes-no',
  'choice',
  'choices',
  'municipality',
  'files',
  'cost-table',
] as const;
export type QuestionType = (typeof questionTypes)[number];

export interface QuestionOption {
  /** Stored and exported; the same in every language. */
  readonly value: string;
  readonly label: LocalisedText;
}

export interface Question {
  readonly id: string;
  readonly type: QuestionType;
  readonly label: LocalisedText;
  readonly hint?: LocalisedText | null;
  readonly required: boolean;
  /** Of texts, in characters as `countCharacters` counts them. */
  readonly maxCharacters?: number | null;
  /** Of a number as typed, of an amount in cents. */
  readonly min?: number | null;
  readonly max?: number | null;
  readonly options?: readonly QuestionOption[] | null;
  readonly maxFiles?: number | null;
}

export interface FormSection {
  readonly id: string;
  readonly title: LocalisedText;
  readonly questions: readonly Question[];
}

export interface CallForm {
  readonly sections: readonly FormSection[];
}

/** A row whose amount is still empty has null, so that nothing typed is lost while the table is being filled in. */
export interface CostRow {
  readonly label: string;
  readonly amountCents: Cents | null;
}

export const incomeKinds = ['own', 'other-subsidy', 'requested'] as const;
export type IncomeKind = (typeof incomeKinds)[number];

export interface IncomeRow extends CostRow {
  readonly kind: IncomeKind;
}

export interface CostTable {
  readonly costs: readonly CostRow[];
  readonly incomes: readonly IncomeRow[];
}

/**
 * By question type: texts, dates ('YYYY-MM-DD'), the value of an option and the code of a municipality are text;
 * numbers and amounts (cents) are numbers; choices are option values; files are ids. Null is "not answered".
 */
export type Answer = string | number | boolean | readonly string[] | CostTable | null;
export type Answers = Readonly<Record<string, Answer>>;

export function questionsOf(form: CallForm): Question[] {
  return form.sections.flatMap((section) => [...section.questions]);
}

export type FormBlocker =
  | 'required-question-missing'
  | 'cost-table-missing'
  | 'cost-table-duplicate'
  | 'id-duplicate'
  | 'options-missing'
  | 'option-duplicate'
  | 'limits-crossed'
  | 'texts-incomplete';

/**
 * Why the form cannot be published. It has exactly one cost table: the amount requested comes from there, and from
 * nowhere else. Every text exists in the four languages.
 */
export function formBlockers(form: CallForm): FormBlocker[] {
  const questions = questionsOf(form);
  const ids = [...form.sections.map((section) => section.id), ...questions.map((question) => question.id)];
  const costTables = questions.filter((question) => question.type === 'cost-table').length;
  const texts = [...form.sections.map((section) => section.title), ...questions.flatMap(textsOf)];
  const blockers: FormBlocker[] = [];
  if (!questions.some((question) => question.required)) blockers.push('required-question-missing');
  if (costTables === 0) blockers.push('cost-table-missing');
  if (costTables > 1) blockers.push('cost-table-duplicate');
  if (new Set(ids).size < ids.length) blockers.push('id-duplicate');
  if (questions.some((question) => isChoice(question) && optionValues(question).length < 2)) {
    blockers.push('options-missing');
  }
  if (questions.some((question) => new Set(optionValues(question)).size < optionValues(question).length)) {
    blockers.push('option-duplicate');
  }
  if (questions.some((question) => (question.min ?? -Infinity) > (question.max ?? Infinity))) {
    blockers.push('limits-crossed');
  }
  if (texts.some((text) => missingLanguages(text).length > 0)) blockers.push('texts-incomplete');
  return blockers;
}

/** The values of a question's options; empty for questions without. */
export function optionValues(question: Question): string[] {
  return (question.options ?? []).map((option) => option.value);
}

function isChoice(question: Question): boolean {
  return question.type === 'choice' || question.type === 'choices';
}

/** A hint is optional; one that was begun in a language has to be finished in all. */
function textsOf(question: Question): LocalisedText[] {
  const options = isChoice(question) ? (question.options ?? []).map((option) => option.label) : [];
  const hint = question.hint != null && missingLanguages(question.hint).length < 4 ? [question.hint] : [];
  return [question.label, ...hint, ...options];
}
