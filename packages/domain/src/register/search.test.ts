import fc from 'fast-check';
import { searchWords } from './search.js';

test.each<[string, string[]]>([
  ['Liège', ['liege']],
  ['LUIK / Lüttich', ['luik', 'luttich']],
  ['Saint-Gilles', ['saint', 'gilles']],
  ["l’école, l'œuvre", ['l', 'ecole', 'oeuvre']],
  ['Straße 2024-2025', ['strasse', '2024', '2025']],
  ['Smørrebrød Æbeltoft Đuro Łódź', ['smorrebrod', 'aebeltoft', 'duro', 'lodz']],
  ['ﬁets Ⅳ', ['fiets', 'iv']],
  ['x'.repeat(60), ['x'.repeat(60)]],
  [`${'x'.repeat(60)}y`, ['x'.repeat(60)]],
  ["') | ! & :* <-> \\ --", []],
  ['choir choir Choir', ['choir']],
  ['', []],
])('the words of %j', (text, expected) => {
  expect(searchWords(text)).toEqual(expected);
});

test('a word is letters and digits, however hostile the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      for (const word of searchWords(text)) expect(word).toMatch(/^[\p{L}\p{N}]{1,60}$/u);
    }),
  );
});

test('the words of a word are the word', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 50 }), (text) => {
      const words = searchWords(text);
      expect(searchWords(words.join(' '))).toEqual(words);
    }),
  );
});
