import { type PasswordBlocker, passwordBlockers } from './password.js';

const person = { email: 'lea.peeters@choir.example', name: 'Léa Peeters' };

test.each<[string, string, PasswordBlocker[]]>([
  ['a passphrase', 'tram langs het kanaal', []],
  ['twelve characters', 'xK4-mordulip', []],
  ['eleven characters', 'xK4-mordulz', ['too-short']],
  ['nothing', '', ['too-short']],
  ['twelve emoji', '🐝🎺🚲🧀🌧🍺🏰🎭🥁🧇🍟🎲', []],
  ['256 characters', `${'vier woorden '.repeat(19)}mooi staa`, []],
  ['257 characters', `${'vier woorden '.repeat(19)}mooi staan`, ['too-long']],
  ['a common word with digits', 'Password1234', ['too-common']],
  ['a common word in French', 'motdepasse2026', ['too-common']],
  ['a row of keys', 'azertyuiop123', ['too-common']],
  ['a famous example', 'correct horse battery staple', ['too-common']],
  ['one letter again and again', 'aaaaaaaaaaaaaa', ['too-common']],
  ['a pattern again and again', 'abababababab', ['too-common']],
  ['a run of digits', '123456789012', ['too-common']],
  ['a run backwards', '987654321098', ['too-common']],
  ['a run of the alphabet', 'fghijklmnopq', ['too-common']],
  ['a row of a French keyboard', 'yuiopqsdfghj', ['too-common']],
  ['a row of an English keyboard, backwards', 'gfdsapoiuytr', ['too-common']],
  ['four signs, which repeat nothing', 'xk4!', ['too-short']],
  ['three digits in a row', '123', ['too-short']],
  ['four digits in a row', '1234', ['too-short', 'too-common']],
  ['the whole address', 'lea.peeters@choir.example', ['contains-email']],
  ['the part before the @', 'my-Lea.Peeters-99', ['contains-email']],
  ['the name', 'LÉA PEETERS zingt', ['contains-email']],
  ['the name with other signs between', 'léa - peeters zingt', ['contains-email']],
  ['a common word and short', 'welkom1', ['too-short', 'too-common']],
])('blockers of %s', (_case, password, expected) => {
  expect(passwordBlockers(password, person)).toEqual(expected);
});

test('a name is found whichever capitals it is written with', () => {
  const other = { email: 'a@b.be', name: 'İpek Demir' };
  expect(passwordBlockers('ipekdemir zingt', other)).toEqual(['contains-email']);
  expect(passwordBlockers('İPEK DEMIR ZINGT', other)).toEqual(['contains-email']);
});

test('a name or address of less than four letters forbids nothing', () => {
  expect(passwordBlockers('tram langs het kanaal', { email: 'a@b.be', name: 'Al' })).toEqual([]);
  expect(passwordBlockers('de tuin van Bas', { email: 'a@b.be', name: 'Bas' })).toEqual([]);
  expect(passwordBlockers('de tuin van Bart', { email: 'a@b.be', name: 'Bart' })).toEqual(['contains-email']);
});
