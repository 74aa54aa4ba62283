import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../repository.mjs';
import { filesBelow } from './sources.mjs';

/** As the domain lists them: a language that is added there is missed here in every folder. */
const [, listed] = /languages = \[([^\]]+)\]/.exec(
  readFileSync(join(repository, 'packages/domain/src/language.ts'), 'utf8'),
);
const languages = [...listed.matchAll(/'(\w\w)'/g)].map(([, language]) => language);
const plural = /_(?:zero|one|two|few|many|other)$/;

/** `{ form: { save: 'Save' } }` as `[['form.save', 'Save']]`. */
function entries(words, prefix = '') {
  return Object.entries(words).flatMap(([key, value]) =>
    value !== null && typeof value === 'object' ? entries(value, `${prefix}${key}.`) : [[`${prefix}${key}`, value]],
  );
}

/** What is wrong with the words of one folder: a missing language, key or plural form, an empty word. */
function faults(wordsByLanguage) {
  const known = languages.filter((language) => wordsByLanguage[language]);
  const lists = Object.fromEntries(known.map((language) => [language, new Map(entries(wordsByLanguage[language]))]));
  const all = new Set(known.flatMap((language) => [...lists[language].keys()].map((key) => key.replace(plural, ''))));
  return [
    ...languages.filter((language) => !wordsByLanguage[language]).map((language) => `${language}: no file`),
    ...known.flatMap((language) => [...all].flatMap((key) => faultOf(lists, language, key))),
    ...known.flatMap((language) =>
      [...lists[language]]
        .filter(([, word]) => typeof word !== 'string' || word.trim() === '')
        .map(([key]) => `${language}: ${key} is empty`),
    ),
  ];
}

function faultOf(lists, language, key) {
  const isCounted = Object.values(lists).some((words) => words.has(`${key}_other`));
  const needed = isCounted ? [`${key}_one`, `${key}_other`] : [key];
  return needed.filter((form) => !lists[language].has(form)).map((form) => `${language}: ${form} is missing`);
}

/** The names in braces, which the code fills in. */
const blanks = (word) => [...String(word).matchAll(/\{\{\s*-?\s*([\w.]+)/g)].map(([, name]) => name).sort();

const folders = new Map();
for (const { path, folder, text } of filesBelow(['apps', 'packages'], /\/messages\.\w\w\.json$/)) {
  const language = path.match(/\.(\w\w)\.json$/)[1];
  folders.set(folder, { ...folders.get(folder), [language]: JSON.parse(text) });
}

test('missing languages, keys, plural forms and empty words are found', () => {
  const words = {
    nl: { a: { b: 'x' }, n_one: '1', n_other: '2' },
    fr: { a: { b: ' ' }, n_one: '1' },
    de: { n_one: '1', n_other: '2' },
  };
  expect(faults(words)).toEqual(['en: no file', 'fr: n_other is missing', 'de: a.b is missing', 'fr: a.b is empty']);
});

test('every folder has the same words in the four languages, and none is empty', () => {
  const found = [...folders].flatMap(([folder, words]) => faults(words).map((fault) => `${folder} ${fault}`));
  expect(folders.size).toBeGreaterThan(0);
  expect(found).toEqual([]);
});

test('every word fills in the same values in the four languages', () => {
  const found = [...folders].flatMap(([folder, words]) => {
    const lists = Object.entries(words).map(([language, of]) => [language, new Map(entries(of))]);
    const [, reference] = lists.find(([language]) => language === 'nl') ?? lists[0];
    return lists.flatMap(([language, list]) =>
      [...list]
        .filter(([key, word]) => reference.has(key) && String(blanks(word)) !== String(blanks(reference.get(key))))
        .map(([key]) => `${folder} ${language}: ${key}`),
    );
  });
  expect(found).toEqual([]);
});
