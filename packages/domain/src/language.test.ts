import { inLanguage, type Language, type LocalisedText, missingLanguages } from './language.js';

const all: LocalisedText = { nl: 'lijn', fr: 'ligne', de: 'Posten', en: 'line' };

test.each<[string, LocalisedText, Language, string, Language]>([
  ['the language asked for', all, 'de', 'Posten', 'de'],
  ['English where German is missing', { ...all, de: null }, 'de', 'line', 'en'],
  ['Dutch where English is missing too', { nl: 'lijn', fr: 'ligne' }, 'de', 'lijn', 'nl'],
  ['Dutch for English', { nl: 'lijn', fr: 'ligne' }, 'en', 'lijn', 'nl'],
  ['French when Dutch is blank', { nl: ' ', fr: 'ligne' }, 'en', 'ligne', 'fr'],
  ['German as the last resort', { nl: '', fr: '', de: 'Posten' }, 'nl', 'Posten', 'de'],
  ['an empty text in the language asked for when there is none', { nl: '', fr: '' }, 'fr', '', 'fr'],
])('gives %s', (_case, text, asked, expected, language) => {
  expect(inLanguage(text, asked)).toEqual({ text: expected, language });
});

test('names the languages that are still missing', () => {
  expect(missingLanguages(all)).toEqual([]);
  expect(missingLanguages({ nl: 'lijn', fr: '  ', de: null })).toEqual(['fr', 'de', 'en']);
  expect(missingLanguages({ nl: 'lijn', fr: '  ', de: null }, ['nl', 'fr'])).toEqual(['fr']);
});
