import type { LocalisedText, Question, QuestionType } from '@commonlot/domain';

/** One text in the four languages of the product. */
export const inFour = (nl: string, fr: string, de: string, en: string): LocalisedText => ({ nl, fr, de, en });

/** A required question without limits; `more` says what is different. Every field is there, as the contract wants. */
export function question(id: string, type: QuestionType, label: LocalisedText, more: Partial<Question> = {}): Question {
  const plain = { hint: null, required: true, maxCharacters: null, min: null, max: null, options: [], maxFiles: null };
  return { id, type, label, ...plain, ...more };
}
