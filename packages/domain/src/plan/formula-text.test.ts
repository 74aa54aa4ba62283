import fc from 'fast-check';
import { formulaText, parseFormula } from './formula-text.js';
import type { LineFormula } from './plan-line.js';

const code = fc
  .array(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 6 })
  .map((levels) => levels.join('.'));
const base = fc.oneof(fc.constant('total'), code);
const less = fc.array(code, { maxLength: 50 });
const share = fc.oneof(fc.constantFrom('0', '1', '1.0', '0,5'), fc.stringMatching(/^0[.,][0-9]{1,14}$/));
const formula: fc.Arbitrary<LineFormula> = fc.oneof(
  fc.record({ kind: fc.constant('share' as const), of: base, less, share }),
  fc.record({ kind: fc.constant('rest' as const), of: base, less }),
  fc.constant({ kind: 'balance' as const }),
);

test('every formula comes back from its text as it was', () => {
  fc.assert(fc.property(formula, (given) => expect(parseFormula(formulaText(given))).toEqual(given)));
});

test('no formula is no text, and a text that is none is no formula', () => {
  expect([formulaText(null), formulaText(undefined)]).toEqual(['', '']);
  expect(parseFormula('')).toBeNull();
});

test.each<[string, LineFormula]>([
  ['share 0.2744 of total', { kind: 'share', of: 'total', less: [], share: '0.2744' }],
  ['  Share 0.5968  of 1.1\tless 1.1.1 ', { kind: 'share', of: '1.1', less: ['1.1.1'], share: '0.5968' }],
  ['REST OF TOTAL LESS 1 2.10', { kind: 'rest', of: 'total', less: ['1', '2.10'] }],
  ['Balance', { kind: 'balance' }],
])('%s is read', (text, expected) => {
  expect(parseFormula(text)).toEqual(expected);
});

test.each([
  'share of total',
  'share 27.44 of total',
  'share -0.1 of total',
  'share 0.2744 of everything',
  'rest of 1.1 less',
  'rest of 1.1 less 1.1.1,1.1.2',
  'rest 0.5 of total',
  'balance of total',
  '=0.2744*B1',
  `rest of total less ${Array.from({ length: 51 }, (_, index) => index + 1).join(' ')}`,
])('%s is none', (text) => {
  expect(parseFormula(text)).toBeNull();
});
