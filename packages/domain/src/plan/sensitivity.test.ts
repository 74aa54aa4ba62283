import fc from 'fast-check';
import { cents, sumCents } from '../money.js';
import type { LineKind } from './line-kinds.js';
import type { PlanLineFacts } from './plan-line.js';
import { planSensitivity, sensitivitySteps } from './sensitivity.js';

function line(code: string, kind: LineKind, amount: number | null, formula: PlanLineFacts['formula'] = null) {
  const amountCents = amount === null ? null : cents(amount);
  const parentCode = code.includes('.') ? code.slice(0, code.lastIndexOf('.')) : null;
  return { code, parentCode, kind, amountCents, isPm: false, labels: { nl: code, fr: code }, formula };
}
const communities = line('1', 'statutory-community', 0, { kind: 'share', of: 'total', less: [], share: '0.2744' });
const lines: PlanLineFacts[] = [
  communities,
  line('2', 'statutory-named', 20_000_000),
  line('3', 'heading', null),
  line('3.1', 'open-envelope', 39_420_000),
  line('3.2', 'nominative', 13_140_000),
];

test('statutory parts follow by formula, named lines lose nothing, free lines carry the rest in proportion', () => {
  const [step] = planSensitivity(lines, cents(100_000_000), [-1_000]);
  expect(step).toMatchObject({ basisPoints: -1_000, totalCents: 90_000_000, isComplete: true });
  expect(Object.fromEntries(step?.byCode ?? [])).toEqual({
    1: -2_744_000,
    2: 0,
    3: -7_256_000,
    3.1: -5_442_000,
    3.2: -1_814_000,
  });
  expect(Object.fromEntries(step?.byKind ?? [])).toEqual({
    'statutory-community': -2_744_000,
    'statutory-named': 0,
    'open-envelope': -5_442_000,
    nominative: -1_814_000,
  });
});

test('the usual steps are from one to ten per cent less, and five per cent more', () => {
  expect(planSensitivity(lines, cents(100_000_000)).map((step) => step.totalCents)).toEqual([
    99_000_000, 98_000_000, 95_000_000, 90_000_000, 105_000_000,
  ]);
});

test('a plan whose free lines cannot carry a step says so', () => {
  const [step] = planSensitivity(
    [line('1', 'statutory-named', 90), line('2', 'nominative', 10)],
    cents(1_00),
    [-9_000],
  );
  expect(step).toMatchObject({ isComplete: false });
  expect(step?.byCode.get('2')).toBe(-10);
});

test('all changes together are the change of the total, also of a draft that does not add up yet', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 90_000_000 }),
      fc.integer({ min: 10_000_000, max: 90_000_000 }),
      (one, two) => {
        const total = cents(100_000_000);
        const draft = [communities, line('2', 'statutory-named', one), line('3', 'nominative', two)];
        for (const step of planSensitivity(draft, total, sensitivitySteps)) {
          expect(step.isComplete).toBe(true);
          expect(sumCents(step.byCode.values())).toBe(step.totalCents - total);
          expect(sumCents(step.byKind.values())).toBe(step.totalCents - total);
          expect(step.byCode.get('2')).toBe(0);
        }
      },
    ),
  );
});
