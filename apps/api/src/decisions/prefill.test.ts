import { nl } from './act-templates.nl.js';
import { criterionReasonsOf, meanScore, percentOf, shorten } from './prefill.js';

test.each([
  [8125, '81,25'],
  [8000, '80'],
  [10_000, '100'],
  [5, '0,05'],
])('%s basis points are read as %s per cent', (basisPoints, expected) => {
  expect(percentOf(basisPoints)).toBe(expected);
});

test.each([
  [[], null],
  [[7, 8], '7.5'],
  [[0], '0'],
  [[1, 1, 2], '1.33'],
])('the mean of %j is %s', (scores, expected) => {
  expect(meanScore(scores)).toBe(expected);
});

test('a text is cut between letters, never within one', () => {
  expect(shorten('abc', 3)).toBe('abc');
  expect(shorten('abcd', 3)).toBe('ab…');
  expect(shorten('a🎉bc', 3)).toBe('a…');
});

test('a criterion gets its mean score and what was written on it, within what the field takes', () => {
  const title = { nl: 'Nood', fr: 'Besoin' };
  const criterion = { id: 'need', title, description: title, weight: 1, maxScore: 10 };
  const given = { criterionId: 'need', scores: [7, 8], comments: ['Sterk.', 'x'.repeat(4000)] };
  const { need = '' } = criterionReasonsOf([given], [criterion], nl);
  expect(need.startsWith('Score: 7,5 op 10.\nSterk.\nxxx')).toBe(true);
  expect(need).toHaveLength(2000);
});
