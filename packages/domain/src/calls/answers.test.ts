import type { LocalisedText } from '../language.js';
import { cents } from '../money.js';
import { type AnswerErrorCode, answerErrors, formAnswerErrors } from './answers.js';
import type { CallForm, CostTable, Question, QuestionType } from './call-form.js';

const words: LocalisedText = { nl: 'naam', fr: 'nom', de: 'Name', en: 'name' };

function question(type: QuestionType, change: Partial<Question> = {}): Question {
  return { id: type, type, label: words, required: true, ...change };
}
const options = ['a', 'b'].map((value) => ({ value, label: words }));
const form: CallForm = {
  sections: [
    {
      id: 'project',
      title: words,
      questions: [question('short-text', { hint: words }), question('cost-table'), question('choice', { options })],
    },
  ],
};
const withQuestions = (...questions: Question[]): CallForm => ({
  sections: [{ id: 'project', title: words, questions }],
});

describe('answerErrors', () => {
  const row = { label: 'Zaal', amountCents: cents(100) };
  const cases: [string, Question, unknown, AnswerErrorCode[], AnswerErrorCode[]][] = [
    ['a text', question('short-text'), 'koor', [], []],
    ['no answer', question('short-text'), null, ['required'], []],
    ['an absent answer', question('short-text'), undefined, ['required'], []],
    ['a blank text', question('long-text'), ' \n', ['required'], []],
    ['nothing where nothing is required', question('long-text', { required: false }), '', [], []],
    ['a text of just the length', question('short-text', { maxCharacters: 4 }), '👨‍👩‍👧‍👦oor', [], []],
    ['a text that is a character too long', question('short-text', { maxCharacters: 4 }), 'koren', ['too-long'], []],
    ['accents without end', question('short-text', { maxCharacters: 4 }), `e${'\u0301'.repeat(500)}`, ['too-long'], []],
    ['no limit of characters', question('short-text', { maxCharacters: null }), 'koren', [], []],
    ['nineteen accents on a letter', question('short-text', { maxCharacters: 1 }), `e${'\u0301'.repeat(19)}`, [], []],
    ['a number for a text', question('short-text'), 4, ['wrong-type'], ['wrong-type']],
    ['an object for a text', question('short-text'), { toString: 'x' }, ['wrong-type'], ['wrong-type']],
    ['zero', question('number'), 0, [], []],
    ['a text for a number', question('number'), '4', ['wrong-type'], ['wrong-type']],
    ['not a number', question('number'), Number.NaN, ['wrong-type'], ['wrong-type']],
    ['the least', question('number', { min: 1.5, max: 2 }), 1.5, [], []],
    ['below the least', question('number', { min: 1.5, max: 2 }), 1.4, ['too-small'], []],
    ['the most', question('number', { min: 1.5, max: 2 }), 2, [], []],
    ['above the most', question('number', { min: 1.5, max: 2 }), 2.1, ['too-large'], []],
    ['a number below zero', question('number'), -1, [], []],
    ['a number without a most', question('number', { max: null }), 5, [], []],
    ['an amount', question('amount'), 100, [], []],
    ['half a cent', question('amount'), 0.5, ['wrong-type'], ['wrong-type']],
    ['a negative amount', question('amount'), -1, ['too-small'], []],
    ['a day', question('date'), '2026-02-28', [], []],
    ['a day that does not exist', question('date'), '2026-02-29', ['date-invalid'], []],
    ['no', question('yes-no'), false, [], []],
    ['yes, where a limit of characters was left behind', question('yes-no', { maxCharacters: 1 }), true, [], []],
    ['a word for yes', question('yes-no'), 'yes', ['wrong-type'], ['wrong-type']],
    ['an option', question('choice', { options }), 'a', [], []],
    ['an unknown option', question('choice', { options }), 'c', ['option-unknown'], []],
    ['two options', question('choices', { options }), ['b', 'a'], [], []],
    ['an option twice', question('choices', { options }), ['a', 'a'], ['option-unknown'], []],
    ['one unknown option of two', question('choices', { options }), ['a', 'c'], ['option-unknown'], []],
    ['no option', question('choices', { options }), [], ['required'], []],
    ['a text for a list', question('choices', { options }), 'a', ['wrong-type'], ['wrong-type']],
    ['a list of numbers', question('choices', { options }), [1], ['wrong-type'], ['wrong-type']],
    ['a municipality', question('municipality'), '21004', [], []],
    ['a postal code for a municipality', question('municipality'), '1000', ['municipality-invalid'], []],
    ['six digits for a municipality', question('municipality'), '121004', ['municipality-invalid'], []],
    ['a letter behind a municipality', question('municipality'), '21004B', ['municipality-invalid'], []],
    ['files without a limit', question('files', { maxFiles: null }), ['f1', 'f2'], [], []],
    ['as many files as allowed', question('files', { maxFiles: 2 }), ['f1', 'f2'], [], []],
    ['one file too many', question('files', { maxFiles: 2 }), ['f1', 'f2', 'f3'], ['too-many-files'], []],
    ['a cost table', question('cost-table'), { costs: [row], incomes: [{ ...row, kind: 'own' }] }, [], []],
    ['incomes without costs', question('cost-table'), { costs: [], incomes: [{ ...row, kind: 'own' }] }, [], []],
    ['a row in the making', question('cost-table'), { costs: [{ label: '', amountCents: null }], incomes: [] }, [], []],
    ['an empty cost table', question('cost-table'), { costs: [], incomes: [] }, ['required'], []],
    [
      'an unknown kind of income',
      question('cost-table'),
      { costs: [], incomes: [{ ...row, kind: 'gift' }] },
      ['wrong-type'],
      ['wrong-type'],
    ],
    [
      'an amount in euros and cents',
      question('cost-table'),
      { costs: [{ label: 'x', amountCents: 1.5 }], incomes: [] },
      ['wrong-type'],
      ['wrong-type'],
    ],
    ...[
      { costs: 'x', incomes: [] },
      { costs: [], incomes: 'x' },
      { costs: 'x', incomes: 'x' },
      { costs: ['x'], incomes: [] },
      { costs: [{ label: 4, amountCents: 1 }], incomes: [] },
      { costs: [], incomes: [{ kind: 'own' }] },
      { costs: [], incomes: [row] },
    ].map((answer): (typeof cases)[number] => [
      `the table ${JSON.stringify(answer)}`,
      question('cost-table'),
      answer,
      ['wrong-type'],
      ['wrong-type'],
    ]),
    ['half a cost table', question('cost-table'), { costs: [] }, ['wrong-type'], ['wrong-type']],
    ['a row that is nothing', question('cost-table'), { costs: [null], incomes: [] }, ['wrong-type'], ['wrong-type']],
    ['a text for a cost table', question('cost-table'), 'x', ['wrong-type'], ['wrong-type']],
  ];

  test.each(cases)('of %s', (_case, each, answer, strict, lenient) => {
    expect(answerErrors(each, answer)).toEqual(strict);
    expect(answerErrors(each, answer, 'lenient')).toEqual(lenient);
  });

  test('of a form are listed by question, in its order', () => {
    const table: CostTable = { costs: [row], incomes: [] };
    expect(formAnswerErrors(form, { choice: 'c', 'cost-table': table })).toEqual([
      { questionId: 'short-text', codes: ['required'] },
      { questionId: 'choice', codes: ['option-unknown'] },
    ]);
    expect(formAnswerErrors(form, {}, 'lenient')).toEqual([]);
  });

  test('do not take what every object has for an answer', () => {
    expect(formAnswerErrors(withQuestions(question('short-text', { id: 'constructor' })), {})).toEqual([
      { questionId: 'constructor', codes: ['required'] },
    ]);
  });
});
