import fc from 'fast-check';
import { type Cents, cents, sumCents } from '../money.js';
import { freeLines } from './absorption.js';
import { computeFormulas } from './formula.js';
import type { LineKind } from './line-kinds.js';
import type { LineFormula } from './plan-line.js';
import { leafSum, unassigned } from './plan-tree.js';
import { applyScenario, type ScenarioAdjustment, type ScenarioLine } from './scenario.js';
import type { PlanSector } from './sectors.js';

type Change = Partial<ScenarioLine> & { sector?: PlanSector };
function line(code: string, amount: number | null, change: Change = {}): ScenarioLine {
  const amountCents = amount === null ? null : cents(amount);
  const place = { code, parentCode: code.includes('.') ? code.slice(0, code.lastIndexOf('.')) : null };
  return { ...place, kind: 'nominative', amountCents, isPm: false, labels: { nl: code, fr: code }, ...change };
}
const share: LineFormula = { kind: 'share', of: 'total', less: [], share: '0.2744' };
const balance: LineFormula = { kind: 'balance' };

/** 1 000 000 euros: the Communities by formula, two lines that are owed, two envelopes, one line for memory. */
const draft: ScenarioLine[] = [
  line('1', 27_440_000, { kind: 'statutory-community', formula: share }),
  line('2', null, { kind: 'heading' }),
  line('2.1', 20_000_000, { kind: 'statutory-named' }),
  line('2.2', 12_560_000, { kind: 'special-contribution', sector: 'health' }),
  line('3', null, { kind: 'heading' }),
  line('3.1', 30_000_000, { kind: 'open-envelope', sector: 'culture' }),
  line('3.2', 10_000_000, { kind: 'call-envelope', sector: 'culture' }),
  line('3.3', null, { isPm: true }),
];
const total = cents(100_000_000);
const absorbing: ScenarioAdjustment = { kind: 'absorb', how: 'proportional' };
const apply = (...adjustments: ScenarioAdjustment[]) => applyScenario(draft, total, adjustments);
const amounts = ({ lines }: { lines: readonly ScenarioLine[] }) =>
  Object.fromEntries(lines.flatMap((each) => (each.amountCents === null ? [] : [[each.code, each.amountCents]])));
const codesOf = ({ faults }: { faults: readonly { code: string }[] }) => faults.map((fault) => fault.code);

test('without adjustments a scenario is the draft itself', () => {
  expect(apply()).toEqual({ lines: draft, totalCents: total, unassignedCents: 0, faults: [] });
});

test('the total 5 % lower takes the Communities with it, and leaves the rest to be found', () => {
  const result = apply({ kind: 'total', basisPoints: -500 });
  expect(result.totalCents).toBe(95_000_000);
  expect(amounts(result)).toEqual({ ...amounts({ lines: draft }), 1: 26_068_000 });
  expect(result.unassignedCents).toBe(-3_628_000);
});

test('what is missing is taken from the free lines in proportion; what is owed stays', () => {
  const result = apply({ kind: 'total', basisPoints: -500 }, absorbing);
  expect(amounts(result)).toEqual({
    1: 26_068_000,
    2.1: 20_000_000,
    2.2: 12_560_000,
    3.1: 27_279_000,
    3.2: 9_093_000,
  });
  expect(result).toMatchObject({ unassignedCents: 0, faults: [] });
});

test('the order counts: what comes after the absorption is not absorbed', () => {
  const down: ScenarioAdjustment = { kind: 'total', basisPoints: -500 };
  expect(apply(absorbing, down).unassignedCents).toBe(-3_628_000);
});

test('a heading that is indexed stands for its lines; amounts go half up to the whole euro, PM stays PM', () => {
  const odd = draft.map((each) => (each.code === '3.2' ? { ...each, amountCents: cents(10_000_050) } : each));
  const result = applyScenario(odd, total, [{ kind: 'index', codes: ['3'], basisPoints: 250 }]);
  expect(amounts(result)).toMatchObject({ 2.1: 20_000_000, 3.1: 30_750_000, 3.2: 10_250_100 });
  expect(result.lines.at(-1)).toEqual(draft.at(-1));
});

test('half a euro goes up and less goes down', () => {
  const of = (amount: number) =>
    applyScenario([line('1', amount)], cents(900_00), [{ kind: 'index', codes: ['1'], basisPoints: 1_000 }]).lines[0]
      ?.amountCents;
  expect([of(5_00), of(4_99), of(14_00), of(15_00)]).toEqual([6_00, 5_00, 15_00, 17_00]);
});

test('a line that is named twice is indexed once', () => {
  const result = apply({ kind: 'index', codes: ['3', '3.1', '3.1'], basisPoints: 100 });
  expect(amounts(result)['3.1']).toBe(30_300_000);
});

test('a sector gets its amount in proportion to its lines, and equally when they hold nothing', () => {
  const more: ScenarioAdjustment = { kind: 'sector', sector: 'culture', amountCents: cents(1_000_001) };
  expect(amounts(apply(more))).toMatchObject({ 3.1: 30_750_001, 3.2: 10_250_000 });
  const empty = draft.map((each) =>
    each.code.startsWith('3.') && !each.isPm ? { ...each, amountCents: cents(0) } : each,
  );
  expect(amounts(applyScenario(empty, total, [more]))).toMatchObject({ 3.1: 500_001, 3.2: 500_000 });
});

test('a line takes the amount it is set to, and is no longer pro memoria', () => {
  const result = apply({ kind: 'line', code: '3.3', amountCents: cents(5) });
  expect(result.lines.at(-1)).toMatchObject({ amountCents: 5, isPm: false });
  expect(result.unassignedCents).toBe(-5);
});

test('a balancing line follows by itself', () => {
  const lines = [...draft, line('9', 0, { kind: 'balancing', formula: balance })];
  const result = applyScenario(lines, total, [{ kind: 'line', code: '3.1', amountCents: cents(29_000_000) }]);
  expect(amounts(result)['9']).toBe(1_000_000);
  expect(result.unassignedCents).toBe(0);
});

test('a balancing line is used up before the free lines are taken from', () => {
  const lines = [
    ...draft.filter((each) => each.code !== '3.2'),
    line('9', 10_000_000, { kind: 'balancing', formula: balance }),
  ];
  const less = (basisPoints: number) => applyScenario(lines, total, [{ kind: 'total', basisPoints }, absorbing]);
  expect(amounts(less(-1_000))).toMatchObject({ 3.1: 30_000_000, 9: 2_744_000 });
  expect(amounts(less(-2_000))).toMatchObject({ 3.1: 25_488_000, 9: 0 });
  expect(less(-2_000)).toMatchObject({ unassignedCents: 0, faults: [] });
});

test.each<[string, ScenarioAdjustment, object]>([
  [
    'indexing a line that is gone',
    { kind: 'index', codes: ['8'], basisPoints: 1 },
    { code: 'line-missing', lineCode: '8' },
  ],
  [
    'indexing what the law computes',
    { kind: 'index', codes: ['1'], basisPoints: 1 },
    { code: 'line-computed', lineCode: '1' },
  ],
  [
    'setting a line that is gone',
    { kind: 'line', code: '8', amountCents: cents(1) },
    { code: 'line-missing', lineCode: '8' },
  ],
  [
    'setting what the law computes',
    { kind: 'line', code: '1', amountCents: cents(1) },
    { code: 'line-computed', lineCode: '1' },
  ],
  ['setting a heading', { kind: 'line', code: '3', amountCents: cents(1) }, { code: 'line-heading', lineCode: '3' }],
  [
    'setting below zero',
    { kind: 'line', code: '3.1', amountCents: cents(-1) },
    { code: 'below-zero', lineCode: '3.1' },
  ],
  [
    'a sector without lines',
    { kind: 'sector', sector: 'sport', amountCents: cents(1) },
    { code: 'sector-empty', lineCode: null },
  ],
  [
    'a cut beyond what a sector holds',
    { kind: 'sector', sector: 'culture', amountCents: cents(-40_000_001) },
    { code: 'below-zero', lineCode: null },
  ],
  [
    'an amount beyond any plan',
    { kind: 'sector', sector: 'culture', amountCents: cents(100_000_000_000_000) },
    { code: 'too-large', lineCode: null },
  ],
])('%s is told by its place, and changes nothing', (_case, adjustment, fault) => {
  const result = apply({ kind: 'total', basisPoints: 0 }, adjustment);
  expect(result.faults).toEqual([{ adjustment: 1, ...fault }]);
  expect(result.lines).toEqual(draft);
});

test('what is gone keeps nobody else from being indexed', () => {
  const result = apply({ kind: 'index', codes: ['8', '3.2'], basisPoints: 1_000 });
  expect(codesOf(result)).toEqual(['line-missing']);
  expect(amounts(result)['3.2']).toBe(11_000_000);
});

test('a total that would be nothing, or beyond any plan, stays what it was', () => {
  const small = applyScenario([], cents(1), [{ kind: 'total', basisPoints: -5_000 }]);
  expect(small).toMatchObject({ totalCents: 1, faults: [{ adjustment: 0, code: 'total-zero' }] });
  const doubled = applyScenario(draft, total, Array(50).fill({ kind: 'total', basisPoints: 10_000 }));
  expect(doubled.totalCents).toBe(52_428_800_000_000);
  expect(doubled.faults[0]).toEqual({ adjustment: 19, code: 'too-large', lineCode: null });
});

test('free lines that cannot carry it fall to zero, and the rest is told', () => {
  const result = apply({ kind: 'total', basisPoints: -6_000 }, absorbing);
  expect(amounts(result)).toMatchObject({ 2.1: 20_000_000, 3.1: 0, 3.2: 0 });
  expect(result).toMatchObject({ unassignedCents: -3_536_000, faults: [{ adjustment: 1, code: 'free-short' }] });
});

test('without free lines what is left over stays, and is told', () => {
  const owed = draft.slice(0, 4);
  const result = applyScenario(owed, total, [absorbing]);
  expect(result).toMatchObject({ unassignedCents: 40_000_000, lines: owed, faults: [{ code: 'free-short' }] });
});

test('a formula that an adjustment breaks is told; one that the draft breaks already is not', () => {
  const lines = [...draft, line('9', 0, { kind: 'balancing', formula: balance })];
  const broken = applyScenario(lines, total, [{ kind: 'line', code: '3.1', amountCents: cents(30_000_001) }]);
  expect(broken.faults).toEqual([{ adjustment: null, code: 'formula-negative', lineCode: '9' }]);
  expect(applyScenario(broken.lines, total, []).faults).toEqual([]);
});

test('absorption finds the amount also where formulas start from free lines', () => {
  const tenth: LineFormula = { kind: 'share', of: '3', less: [], share: '0.1' };
  const whole: LineFormula = { kind: 'share', of: '3', less: [], share: '1' };
  for (const formula of [tenth, whole]) {
    const lines = [
      line('3', null, { kind: 'heading' }),
      line('3.1', 600_00),
      line('3.2', 200_00),
      line('4', 0, { formula }),
    ];
    const result = applyScenario(lines, cents(880_00), [{ kind: 'total', basisPoints: -1_000 }, absorbing]);
    expect(Math.abs(result.unassignedCents)).toBeLessThan(100);
    expect(result.lines.every((each) => (each.amountCents ?? 0) >= 0)).toBe(true);
  }
});

const kinds: LineKind[] = ['nominative', 'open-envelope', 'statutory-named', 'special-contribution', 'sector-envelope'];
const anyAmount = fc.integer({ min: 0, max: 900_000_000 });
const anyLines = fc
  .array(fc.record({ amount: anyAmount, kind: fc.constantFrom(...kinds), pm: fc.boolean() }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((rows) => [
    line('1', 0, { kind: 'statutory-community', formula: share }),
    line('2', null, { kind: 'heading' }),
    ...rows.map(({ amount, kind, pm }, at) =>
      line(`2.${at + 1}`, pm ? null : amount, { kind, isPm: pm, sector: at % 2 === 0 ? 'culture' : 'sport' }),
    ),
  ]);
const points = fc.integer({ min: -9_999, max: 10_000 });
const anyAdjustment: fc.Arbitrary<ScenarioAdjustment> = fc.oneof(
  points.map((basisPoints) => ({ kind: 'total' as const, basisPoints })),
  points.map((basisPoints) => ({ kind: 'index' as const, codes: ['2', '2.3'], basisPoints })),
  fc.integer({ min: -99_999_999, max: 99_999_999 }).map((amount) => ({
    kind: 'sector' as const,
    sector: 'culture' as const,
    amountCents: cents(amount),
  })),
  anyAmount.map((amount) => ({ kind: 'line' as const, code: '2.2', amountCents: cents(amount) })),
  fc.constant(absorbing),
);
const anyTotal = fc.integer({ min: 1, max: 9_000_000_000 }).map(cents);
const computed = (lines: readonly ScenarioLine[], totalCents: Cents) => computeFormulas(lines, totalCents).lines;

test('lines and what is unassigned are the total, no amount is negative, and the same gives the same', () => {
  fc.assert(
    fc.property(anyLines, anyTotal, fc.array(anyAdjustment, { maxLength: 8 }), (lines, totalCents, adjustments) => {
      const result = applyScenario(lines, totalCents, adjustments);
      expect(leafSum(result.lines) + result.unassignedCents).toBe(result.totalCents);
      expect(result.lines.every((each) => (each.amountCents ?? 0) >= 0)).toBe(true);
      expect(result.lines.map((each) => each.code)).toEqual(lines.map((each) => each.code));
      expect(applyScenario(lines, totalCents, adjustments)).toEqual(result);
    }),
  );
});

test('no adjustments, or changes by nothing, give the draft itself', () => {
  fc.assert(
    fc.property(anyLines, anyTotal, (typed, totalCents) => {
      const lines = computed(typed, totalCents);
      const nothing: ScenarioAdjustment[] = [
        { kind: 'total', basisPoints: 0 },
        { kind: 'index', codes: ['2'], basisPoints: 0 },
      ];
      const unassignedCents = unassigned(totalCents, lines);
      const same = { lines, totalCents, unassignedCents, faults: [] };
      expect(applyScenario(lines, totalCents, [])).toEqual(same);
      expect(applyScenario(lines, totalCents, nothing)).toEqual(same);
    }),
  );
});

test('absorption leaves nothing unassigned whenever the free lines can carry it, and touches no other line', () => {
  fc.assert(
    fc.property(anyLines, anyTotal, points, (typed, totalCents, basisPoints) => {
      const down: ScenarioAdjustment = { kind: 'total', basisPoints };
      const before = applyScenario(typed, totalCents, [down]);
      const free = freeLines(before.lines);
      const held = sumCents(free.map((each) => each.amountCents ?? cents(0)));
      const result = applyScenario(typed, totalCents, [down, absorbing]);
      const canCarry = free.length > 0 && held + before.unassignedCents >= 0;
      if (canCarry) expect(result.unassignedCents).toBe(0);
      expect(result.faults.some((fault) => fault.code === 'free-short')).toBe(
        !canCarry && before.unassignedCents !== 0,
      );
      const freeCodes = new Set(free.map((each) => each.code));
      const others = (lines: readonly ScenarioLine[]) => lines.filter((each) => !freeCodes.has(each.code));
      expect(others(result.lines)).toEqual(others(before.lines));
    }),
  );
});
