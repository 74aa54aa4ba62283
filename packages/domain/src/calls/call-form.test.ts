import type { LocalisedText } from '../language.js';
import {
  type CallForm,
  type FormBlocker,
  formBlockers,
  optionValues,
  type Question,
  type QuestionType,
} from './call-form.js';

const words: LocalisedText = { nl: 'naam', fr: 'nom', de: 'Name', en: 'name' };
const half: LocalisedText = { nl: 'naam', fr: 'nom' };

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

describe('formBlockers', () => {
  const table = question('cost-table');
  test.each<[string, CallForm, FormBlocker[]]>([
    ['a complete form', form, []],
    ['no section', { sections: [] }, ['required-question-missing', 'cost-table-missing']],
    ['nothing required', withQuestions({ ...table, required: false }), ['required-question-missing']],
    ['no cost table', withQuestions(question('amount')), ['cost-table-missing']],
    ['two cost tables', withQuestions(table, { ...table, id: 'second' }), ['cost-table-duplicate']],
    ['the same id twice', withQuestions(table, question('date', { id: 'cost-table' })), ['id-duplicate']],
    ["an id that is a section's", withQuestions(table, question('date', { id: 'project' })), ['id-duplicate']],
    [
      'a choice of one',
      withQuestions(table, question('choice', { options: options.slice(0, 1) })),
      ['options-missing'],
    ],
    ['a choice of nothing', withQuestions(table, question('choices')), ['options-missing']],
    [
      'the same option twice',
      withQuestions(table, question('choice', { options: [...options, ...options] })),
      ['option-duplicate'],
    ],
    ['a least above the most', withQuestions(table, question('number', { min: 2, max: 1 })), ['limits-crossed']],
    ['a most alone', withQuestions(table, question('number', { max: 1 })), []],
    ['a least alone', withQuestions(table, question('number', { min: 1 })), []],
    ['equal limits', withQuestions(table, question('number', { min: 2, max: 2 })), []],
    ['a label in two languages', withQuestions(table, question('date', { label: half })), ['texts-incomplete']],
    ['a hint that was begun', withQuestions(table, question('date', { hint: half })), ['texts-incomplete']],
    ['an empty hint', withQuestions(table, question('date', { hint: { nl: '', fr: ' ' } })), []],
    [
      'an option in two languages',
      withQuestions(table, question('choice', { options: options.map((option) => ({ ...option, label: half })) })),
      ['texts-incomplete'],
    ],
  ])('of %s', (_case, each, expected) => {
    expect(formBlockers(each)).toEqual(expected);
  });

  test('a question has the values of its options, and none without options', () => {
    expect(optionValues(question('choice', { options }))).toEqual(['a', 'b']);
    expect(optionValues(question('date'))).toHaveLength(0);
  });
});
