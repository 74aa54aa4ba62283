import { countCharacters } from '../text.js';
import { isLocalDate } from '../time.js';
import { type Answers, type CallForm, incomeKinds, optionValues, type Question, questionsOf } from './call-form.js';

export type AnswerErrorCode =
  | 'wrong-type'
  | 'required'
  | 'too-long'
  | 'too-small'
  | 'too-large'
  | 'date-invalid'
  | 'option-unknown'
  | 'too-many-files'
  | 'municipality-invalid';

/** 'strict' when it is sent; 'lenient' while it is a draft, which may be incomplete but never of the wrong type. */
export type AnswerMode = 'strict' | 'lenient';

/** What is wrong with an answer, which is anything that came in. Whether ids of files exist is not known here. */
export function answerErrors(question: Question, answer: unknown, mode: AnswerMode = 'strict'): AnswerErrorCode[] {
  if (answer !== null && answer !== undefined && !hasType(question, answer)) return ['wrong-type'];
  if (mode === 'lenient') return [];
  if (isUnanswered(answer)) return question.required ? ['required'] : [];
  return contentErrors(question, answer);
}

/** True for an answer that says nothing: absent, blank, an empty list or a table without rows. */
export function isUnanswered(answer: unknown): boolean {
  if (answer === null || answer === undefined) return true;
  if (typeof answer === 'string') return answer.trim() === '';
  if (Array.isArray(answer)) return answer.length === 0;
  return isCostTable(answer) && answer.costs.length === 0 && answer.incomes.length === 0;
}

function hasType(question: Question, answer: unknown): boolean {
  switch (question.type) {
    case 'number':
      return typeof answer === 'number' && Number.isFinite(answer);
    case 'amount':
      return Number.isSafeInteger(answer);
    case 'yes-no':
      return typeof answer === 'boolean';
    case 'choices':
    case 'files':
      return Array.isArray(answer) && answer.every((item) => typeof item === 'string');
    case 'cost-table':
      return isCostTable(answer);
    default:
      return typeof answer === 'string';
  }
}

interface LooseTable {
  readonly costs: readonly unknown[];
  readonly incomes: readonly unknown[];
}

function isCostTable(answer: unknown): answer is LooseTable {
  if (typeof answer !== 'object' || answer === null || !('costs' in answer) || !('incomes' in answer)) return false;
  const { costs, incomes } = answer;
  if (!Array.isArray(costs) || !Array.isArray(incomes)) return false;
  return costs.every(isRow) && incomes.every((row) => isRow(row) && 'kind' in row && isIncomeKind(row.kind));
}

function isRow(row: unknown): row is object {
  if (typeof row !== 'object' || row === null || !('label' in row) || !('amountCents' in row)) return false;
  return typeof row.label === 'string' && (row.amountCents === null || Number.isSafeInteger(row.amountCents));
}

function isIncomeKind(kind: unknown): boolean {
  return (incomeKinds as readonly unknown[]).includes(kind);
}

function contentErrors(question: Question, answer: unknown): AnswerErrorCode[] {
  if (typeof answer === 'number') return rangeErrors(question, answer);
  if (Array.isArray(answer)) return listErrors(question, answer as string[]);
  if (typeof answer === 'string') return textErrors(question, answer);
  return [];
}

function rangeErrors(question: Question, answer: number): AnswerErrorCode[] {
  // An amount is never negative, whatever the form forgot to say.
  const min = question.min ?? (question.type === 'amount' ? 0 : null);
  if (min !== null && answer < min) return ['too-small'];
  return question.max != null && answer > question.max ? ['too-large'] : [];
}

function listErrors(question: Question, answer: readonly string[]): AnswerErrorCode[] {
  if (question.type === 'files') {
    return question.maxFiles != null && answer.length > question.maxFiles ? ['too-many-files'] : [];
  }
  const values = optionValues(question);
  const isKnown = answer.every((value) => values.includes(value)) && new Set(answer).size === answer.length;
  return isKnown ? [] : ['option-unknown'];
}

function textErrors(question: Question, answer: string): AnswerErrorCode[] {
  switch (question.type) {
    case 'date':
      return isLocalDate(answer) ? [] : ['date-invalid'];
    case 'municipality':
      return /^\d{5}$/.test(answer) ? [] : ['municipality-invalid'];
    case 'choice':
      return optionValues(question).includes(answer) ? [] : ['option-unknown'];
    default:
      return question.maxCharacters != null && isTooLong(answer, question.maxCharacters) ? ['too-long'] : [];
  }
}

/** A "character" may carry any number of accents: twenty code units for each is more than any language needs. */
function isTooLong(text: string, maxCharacters: number): boolean {
  return text.length > maxCharacters * 20 || countCharacters(text) > maxCharacters;
}

/** What is wrong with a whole set of answers, by question; empty when all is well. */
export function formAnswerErrors(form: CallForm, answers: Answers, mode: AnswerMode = 'strict') {
  return questionsOf(form)
    .map((question) => ({
      questionId: question.id,
      // Own property only: an id such as 'constructor' must not find what every object has.
      codes: answerErrors(question, Object.hasOwn(answers, question.id) ? answers[question.id] : null, mode),
    }))
    .filter((found) => found.codes.length > 0);
}
