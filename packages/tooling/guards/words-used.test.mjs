import { filesBelow } from './sources.mjs';

const plural = /_(?:zero|one|two|few|many|other)$/;

/** `{ form: { save: 'Save', row_one: '', row_other: '' } }` as `['form.save', 'form.row']`. */
function keysOf(words, prefix = '') {
  const keys = Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' ? keysOf(value, `${prefix}${key}.`) : [`${prefix}${key}`.replace(plural, '')],
  );
  return [...new Set(keys)];
}

const escaped = (text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * What the sources may ask for: words in quotes as they stand, and templates in which anything can stand for a blank.
 * A template without a word of its own would match everything and counts for nothing.
 */
function asked(sources) {
  const plain = new Set();
  const patterns = [];
  for (const text of sources) {
    for (const [, word] of text.matchAll(/['"]((?:\w+:)?[\w.-]+)['"]/g)) plain.add(word.replace(/^\w+:/, ''));
    for (const [, template] of text.matchAll(/`((?:[^`\\]|\\.)*)`/g)) {
      if (!template.includes('${')) plain.add(template);
      const parts = template.split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/);
      const isKey = parts.every((part) => /^[\w.:-]*$/.test(part)) && parts.some((part) => /\w\./.test(part));
      if (isKey) patterns.push(new RegExp(`^${parts.map((part) => escaped(part.replace(/^\w+:/, ''))).join('.+')}$`));
    }
  }
  return { plain, patterns };
}

function unused(keys, { plain, patterns }) {
  // A word in quotes may also be the branch from which a value picks a word.
  const branches = (key) =>
    key.split('.').flatMap((_, index, parts) => (index > 1 ? [parts.slice(0, index).join('.')] : []));
  return keys.filter(
    (key) => ![key, ...branches(key)].some((word) => plain.has(word)) && !patterns.some((one) => one.test(key)),
  );
}

test('a word that no source asks for is found, and a template asks for all that fits', () => {
  const template = (word, blank) => `t(\`${word}$` + `{${blank}}\`)`;
  const sources = [
    "t('form.save')",
    template('state.', 'row.state'),
    "i18n.t('shared:menu.open')",
    template('', 'name'),
  ];
  expect(unused(['form.save', 'state.open', 'menu.open', 'form.drop'], asked(sources))).toEqual(['form.drop']);
});

test('every word of every screen is asked for somewhere', () => {
  const sources = filesBelow(['apps/web/src', 'packages/ui/src'], /(?<!\.test)\.tsx?$/).map(({ text }) => text);
  const wanted = asked(sources);
  const found = filesBelow(['apps'], /\/messages\.nl\.json$/).flatMap(({ folder, text }) =>
    unused(keysOf(JSON.parse(text)), wanted).map((key) => `${folder} ${key}`),
  );
  expect(found).toEqual([]);
});
