import fc from 'fast-check';
import { type Cents, cents, sumCents } from '../money.js';
import { communityShares } from './community-shares.js';
import { computeFormulas, headingFormulas } from './formula.js';
import type { LineFormula, PlanLineFacts } from './plan-line.js';
import { draftLineErrors, mayWait, type PlanLineErrorCode, planLineErrors } from './plan-tree.js';
import { parseRatio } from './ratio.js';

function line(code: string, amount: number | null, formula: LineFormula | null = null): PlanLineFacts {
  const above = code.split('.').slice(0, -1).join('.');
  const labels = { nl: `Lijn ${code}`, fr: `Ligne ${code}` };
  const parentCode = above === '' ? null : above;
  return {
    code,
    parentCode,
    kind: 'nominative',
    amountCents: amount === null ? null : cents(amount),
    isPm: false,
    labels,
    formula,
  };
}
const heading = (code: string, formula: LineFormula | null = null): PlanLineFacts => ({
  ...line(code, null, formula),
  kind: 'heading',
});
const share = (key: string, of = 'total', less: string[] = []): LineFormula => ({
  kind: 'share',
  share: key,
  of,
  less,
});
const rest = (of = 'total', less: string[] = []): LineFormula => ({ kind: 'rest', of, less });

const communities = (key: string) => [
  heading('1', share('0.2744')),
  line('1.1', 0, share('0.008428', '1')),
  line('1.2', 0, share(key, '1', ['1.1'])),
  line('1.3', 0, rest('1', ['1.1', '1.2'])),
];
const amounts = (lines: readonly PlanLineFacts[]) => lines.map((each) => each.amountCents);
const codesOf = (lines: readonly PlanLineFacts[], total: Cents) =>
  planLineErrors(lines, total).map((error) => error.code);

test('formulas give the Communities what the rule of the special law gives them, whatever the total and the key', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000_000_000_000 }),
      fc.integer({ min: 0, max: 100_000 }),
      (total, part) => {
        const key = `0.${part.toString().padStart(5, '0')}`.replace('0.100000', '1.00000');
        const totalCents = cents(total * 100);
        const rule = communityShares(totalCents, parseRatio(key) ?? { numerator: 0, denominator: 1 });
        const { lines, errors } = computeFormulas(communities(key), totalCents);
        expect(errors).toEqual([]);
        expect(amounts(lines)).toEqual([null, rule.germanSpeakingCents, rule.flemishCents, rule.frenchCents]);
        expect(headingFormulas(lines, totalCents)).toEqual(new Map([['1', rule.poolCents]]));
        expect(codesOf(lines, totalCents)).toEqual([]);
      },
    ),
  );
});

test('a balance takes what all other lines leave, and the plan adds up to the cent', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 999_999 }), { maxLength: 20 }), (others) => {
      const total = cents(20_000_000);
      const typed = others.map((amount, index) => line(`2.${index + 1}`, amount));
      const all = [...typed, line('3', 0, { kind: 'balance' }), ...communities('0.5')];
      const { lines, errors } = computeFormulas(all, total);
      expect(errors).toEqual([]);
      expect(sumCents(lines.map((each) => each.amountCents ?? cents(0)))).toBe(total);
      expect(computeFormulas(lines, total).lines).toEqual(lines);
    }),
  );
});

test('a formula on a heading that only adds up its lines is no base of its own', () => {
  const lines = [heading('1'), line('1.1', 300), line('1.2', 200), line('2', 0, share('0.5', '1'))];
  expect(amounts(computeFormulas(lines.map(euros), cents(1_000_00)).lines)).toEqual([null, 300_00, 200_00, 250_00]);
});
const euros = (each: PlanLineFacts) => ({
  ...each,
  amountCents: each.amountCents === null ? null : cents(each.amountCents * 100),
});

test.each<[string, PlanLineFacts[], PlanLineErrorCode[]]>([
  ['itself', [line('1', 7, rest('1'))], ['formula-cycle']],
  ['each other', [line('1', 7, rest('2')), line('2', 8, rest('1'))], ['formula-cycle', 'formula-cycle']],
  ['the heading above it', [heading('1'), line('1.1', 7, rest('1'))], ['formula-cycle']],
  ['what is not there', [line('1', 7, rest('9'))], ['formula-unknown']],
  ['less what is not there', [line('1', 7, rest('total', ['9']))], ['formula-unknown']],
  ['more than there is', [line('1', 7, rest('total', ['2'])), line('2', 900)], ['formula-negative']],
  ['a key that is none', [line('1', 7, share('1.5'))], ['formula-invalid']],
  [
    'two balances',
    [line('1', 7, { kind: 'balance' }), line('2', 7, { kind: 'balance' })],
    ['formula-cycle', 'formula-cycle'],
  ],
])('a formula that needs %s is refused once a plan is handed in, and its line keeps its amount', (_, lines, codes) => {
  const { lines: computed, errors } = computeFormulas(lines, cents(800));
  expect(planLineErrors(lines, cents(800)).filter((error) => !mayWait(error))).toEqual([]);
  expect(draftLineErrors(lines, cents(800))).toEqual([]);
  expect(errors.map((error) => error.code)).toEqual(codes);
  expect(amounts(computed)).toEqual(amounts(lines));
});

test('formulas on formulas end after fifty, so that a long chain does not exhaust the stack', () => {
  const chain = (length: number) =>
    Array.from({ length }, (_, index) =>
      line(`${index + 1}`, 0, rest(index + 1 === length ? 'total' : `${index + 2}`)),
    );
  expect(computeFormulas(chain(40), cents(800)).errors).toEqual([]);
  expect(computeFormulas(chain(5_000), cents(800)).errors.map((error) => error.code)).toContain('formula-cycle');
});

test('an amount that is not what its formula gives keeps a plan from being handed in', () => {
  const lines = [line('1', 7, rest()), heading('2', share('0.5')), line('2.1', 1)];
  expect(codesOf(lines, cents(200))).toEqual(['formula-differs', 'formula-differs']);
});
