import { cents } from '@commonlot/domain';
import { largestLines, linesInTree, linesUnder } from './plan-tree';
import type { PlanLine } from './records';

function line(code: string, parent: string | null, euros: number, kind: PlanLine['kind'] = 'nominative'): PlanLine {
  return {
    lineId: code,
    parentLineId: parent,
    code,
    kind,
    label: { nl: code, fr: code },
    isPm: false,
    legalGround: '',
    amountCents: kind === 'heading' ? null : cents(euros * 100),
    subtotalCents: cents(euros * 100),
    reservedCents: cents(0),
    awardedCents: cents(0),
    paidCents: cents(0),
    awards: 0,
  };
}

const tree = linesInTree([
  line('2.1.10', '2.1', 5),
  line('2.1.9', '2.1', 7),
  line('3', null, 99, 'balancing'),
  line('2', null, 12, 'heading'),
  line('2.1', '2', 12, 'heading'),
]);

test('lines stand in the order of the decree, 2.1.10 after 2.1.9, each at its depth', () => {
  expect(tree.map(({ line: { code }, above }) => `${code} ${above.length}`)).toEqual([
    '2 0',
    '2.1 1',
    '2.1.9 2',
    '2.1.10 2',
    '3 0',
  ]);
});

test('a line under which nothing stands carries the money', () => {
  expect(tree.filter(({ isLeaf }) => isLeaf).map(({ line: { code } }) => code)).toEqual(['2.1.9', '2.1.10', '3']);
});

test('what stands under a rubric is everything below it, at any depth', () => {
  expect(linesUnder(tree, '2').map(({ line: { code } }) => code)).toEqual(['2.1', '2.1.9', '2.1.10']);
});

test('the balance that is left over is not one of the largest receivers', () => {
  expect(largestLines(tree, 2).map(({ code }) => code)).toEqual(['2.1.9', '2.1.10']);
});
