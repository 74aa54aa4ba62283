import fc from 'fast-check';
import { cents } from '../money.js';
import type { LineKind } from './line-kinds.js';
import type { PlanLineFacts } from './plan-line.js';
import {
  compareCodes,
  draftLineErrors,
  leafSum,
  type PlanLineColumn,
  type PlanLineErrorCode,
  parentCodeOf,
  planLineErrors,
  subtotals,
  unassigned,
} from './plan-tree.js';

function line(code: string, amount: number | null, change: Partial<PlanLineFacts> = {}): PlanLineFacts {
  const above = code.split('.').slice(0, -1).join('.');
  return {
    code,
    parentCode: above === '' ? null : above,
    kind: 'nominative',
    amountCents: amount === null ? null : cents(amount),
    isPm: false,
    labels: { nl: `Lijn ${code}`, fr: `Ligne ${code}` },
    ...change,
  };
}
const heading = (code: string, amount: number | null = null) => line(code, amount, { kind: 'heading' });

const total = cents(1_000);
const plan = [
  heading('1', 700),
  line('1.1', 600),
  line('1.2', 100),
  line('1.3', null, { isPm: true }),
  heading('2'),
  heading('2.1', 300),
  line('2.1.9', 100, { kind: 'call-envelope' }),
  line('2.1.10', 200, { kind: 'balancing' }),
];

test('a sound plan has no errors, and nothing is left over', () => {
  expect(planLineErrors(plan, total)).toEqual([]);
  expect(leafSum(plan)).toBe(1_000);
  expect(unassigned(total, plan)).toBe(0);
  expect(unassigned(cents(900), plan)).toBe(-100);
});

test('a heading holds what the lines under it hold, at every level', () => {
  expect([...subtotals(plan)]).toEqual([
    ['1', 700],
    ['1.1', 600],
    ['1.2', 100],
    ['1.3', 0],
    ['2', 300],
    ['2.1', 300],
    ['2.1.9', 100],
    ['2.1.10', 200],
  ]);
});

test.each<[string, number, Partial<PlanLineFacts>, PlanLineColumn, PlanLineErrorCode]>([
  ['a code with letters', 2, { code: '1.x' }, 'code', 'code-invalid'],
  ['a code with a leading zero', 2, { code: '1.02' }, 'code', 'code-invalid'],
  ['an empty code', 2, { code: '', parentCode: null }, 'code', 'code-invalid'],
  ['a code that stood before', 2, { code: '1.1' }, 'code', 'code-duplicate'],
  ['a parent that does not exist', 2, { parentCode: '9' }, 'parentCode', 'parent-missing'],
  ['a parent that is not above the code', 2, { parentCode: '2' }, 'parentCode', 'parent-wrong'],
  ['itself as its parent', 2, { parentCode: '1.2' }, 'parentCode', 'parent-wrong'],
  ['no parent where a heading stands above', 2, { parentCode: null }, 'parentCode', 'parent-wrong'],
  ['a parent further up than the nearest', 6, { parentCode: '2' }, 'parentCode', 'parent-wrong'],
  ['lines below it but no heading', 0, { kind: 'nominative' }, 'kind', 'heading-expected'],
  ['a heading without lines', 1, { kind: 'heading' }, 'kind', 'heading-empty'],
  ['a second balancing line', 7, { kind: 'balancing' }, 'kind', 'balancing-duplicate'],
  ['a heading that differs from its lines', 0, { amountCents: cents(699) }, 'amountCents', 'heading-differs'],
  ['no amount and not PM', 1, { amountCents: null }, 'amountCents', 'amount-missing'],
  ['PM with an amount', 1, { isPm: true }, 'amountCents', 'amount-with-pm'],
  ['PM with an amount of zero', 1, { isPm: true, amountCents: cents(0) }, 'amountCents', 'amount-with-pm'],
  ['a negative amount', 1, { amountCents: cents(-1) }, 'amountCents', 'amount-negative'],
  ['more than the whole plan', 1, { amountCents: cents(1_001) }, 'amountCents', 'amount-above-total'],
  ['no Dutch label', 1, { labels: { nl: ' ', fr: 'Ligne' } }, 'labels.nl', 'label-missing'],
  ['no French label', 1, { labels: { nl: 'Lijn', fr: '' } }, 'labels.fr', 'label-missing'],
])('reports %s on its row', (_case, row, change, column, code) => {
  const changed = plan.map((each, index) => (index === row ? { ...each, ...change } : each));
  // A balancing line further up makes the one that stands last the second.
  if (code === 'balancing-duplicate') changed[1] = line('1.1', 600, { kind: 'balancing' });
  expect(planLineErrors(changed, total)).toContainEqual({ row, column, code });
});

test('a heading without lines holds nothing, whatever it prints', () => {
  const printed = (amount: number) => planLineErrors([heading('1', amount), line('2', 1_000)], total);
  expect(printed(5)).toContainEqual({ row: 0, column: 'amountCents', code: 'heading-differs' });
  expect(printed(0)).toEqual([{ row: 0, column: 'kind', code: 'heading-empty' }]);
});

test('a draft may lack labels, lines under a heading and balance, but must be a tree with sums that mean something', () => {
  const unfinished = [
    heading('1'),
    line('2', 5_000, { kind: 'balancing', labels: { nl: '', fr: '' } }),
    line('3', 1, { kind: 'balancing' }),
  ];
  expect(planLineErrors(unfinished, total).map((error) => error.code)).toEqual([
    'heading-empty',
    'amount-above-total',
    'label-missing',
    'label-missing',
    'balancing-duplicate',
  ]);
  expect(draftLineErrors(unfinished, total)).toEqual([]);
  expect(draftLineErrors([line('1', null)], total)).toEqual([
    { row: 0, column: 'amountCents', code: 'amount-missing' },
  ]);
  const huge = Array.from({ length: 200 }, (_, index) => line(`${index + 1}`, 90_000_000_000_000));
  expect(draftLineErrors(huge, total)).toEqual([{ row: 1, column: 'amountCents', code: 'amount-above-total' }]);
});

test('the parent of a code is the nearest code above that is in the list', () => {
  const codes = new Set(['2', '2.1', '2.1.1']);
  expect(['2.1.1', '2.1.1.4', '2.7.3', '2', '9.1'].map((code) => parentCodeOf(code, codes))).toEqual([
    '2.1',
    '2.1.1',
    '2',
    null,
    null,
  ]);
});

test('an empty code is nobody’s parent', () => {
  expect(parentCodeOf('2', new Set(['']))).toBeNull();
});

test('a line may stand behind the balancing line', () => {
  expect(planLineErrors([line('1', 400, { kind: 'balancing' }), line('2', 600)], total)).toEqual([]);
});

test('a draft may hold a thousand billion euros, and not a cent more', () => {
  const most = [line('1', 60_000_000_000_000), line('2', 40_000_000_000_000)];
  expect(draftLineErrors(most, total)).toEqual([]);
  expect(draftLineErrors([...most, line('3', 1)], total)).toEqual([
    { row: 2, column: 'amountCents', code: 'amount-above-total' },
  ]);
});

test('a zero amount is an amount', () => {
  const lines = [line('1', 0), line('2', 1_000)];
  expect(planLineErrors(lines, total)).toEqual([]);
});

test('a level may be skipped, as decrees do', () => {
  expect(planLineErrors([heading('2'), line('2.1.1', 1_000, { parentCode: '2' })], total)).toEqual([]);
});

test('codes stand in the order of the decree', () => {
  const ordered = ['1', '1.1', '1.2', '2', '2.1', '2.1.1', '2.1.1.2', '2.1.9', '2.1.10', '2.2', '10'];
  expect(ordered.toReversed().toSorted(compareCodes)).toEqual(ordered);
  expect(compareCodes('2.1', '2.1')).toBe(0);
});

interface Branch {
  readonly amount: number | null;
  readonly children: readonly Branch[];
}

const branches: fc.Arbitrary<Branch> = fc.letrec<{ branch: Branch }>((tie) => ({
  branch: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.record({ amount: fc.option(fc.nat({ max: 1_000_000 })), children: fc.constant([]) }),
    fc.record({ amount: fc.constant(null), children: fc.array(tie('branch'), { minLength: 1, maxLength: 4 }) }),
  ),
})).branch;

function flatten(list: readonly Branch[], prefix = ''): PlanLineFacts[] {
  return list.flatMap(({ amount, children }, index) => {
    const code = `${prefix}${index + 1}`;
    const kind: LineKind = children.length > 0 ? 'heading' : 'nominative';
    return [
      line(code, amount, { kind, isPm: kind === 'nominative' && amount === null }),
      ...flatten(children, `${code}.`),
    ];
  });
}

test('in any tree the roots hold together what the leaves hold, whatever the order of the lines', () => {
  fc.assert(
    fc.property(fc.array(branches, { minLength: 1, maxLength: 4 }), (list) => {
      const lines = flatten(list);
      const sum = leafSum(lines);
      const totals = subtotals(lines);
      const roots = lines.filter((each) => each.parentCode === null);
      expect(roots.reduce((running, root) => running + (totals.get(root.code) ?? 0), 0)).toBe(sum);
      expect(planLineErrors(lines, sum)).toEqual([]);
      const shuffled = lines.toSorted((a, b) => (a.code < b.code ? 1 : -1));
      expect(leafSum(shuffled)).toBe(sum);
      expect(shuffled.toSorted((a, b) => compareCodes(a.code, b.code))).toEqual(lines);
      // Printing the subtotals as amounts of the headings is right by definition.
      const printed = lines.map((each) =>
        each.kind === 'heading' ? { ...each, amountCents: totals.get(each.code) ?? null } : each,
      );
      expect(planLineErrors(printed, sum)).toEqual([]);
    }),
  );
});
