import fc from 'fast-check';
import { cents, sumCents } from '../money.js';
import { type Edit, editActs, edited, type GivenLine, givenHeading, givenLine } from './given-edits.js';
import { applyDifference, type PlanMove, planDifference } from './plan-difference.js';
import { compareCodes, leafSum } from './plan-tree.js';

const planOf = (...lines: GivenLine[]) => ({ totalCents: leafSum(lines), lines });
const difference = (before: GivenLine[], after: GivenLine[]) => planDifference(planOf(...before), planOf(...after));
const shape = ({ kind, before, after, differences, differenceCents }: PlanMove) => [
  kind,
  before.map((line) => line.code),
  after.map((line) => line.code),
  differences,
  differenceCents,
];
const shapes = (before: GivenLine[], after: GivenLine[]) => difference(before, after).moves.map(shape);
const line = givenLine;
const heading = givenHeading;

test('a version does not differ from itself', () => {
  const lines = [heading('1'), line('1.1'), line('1.2', { amountCents: null, isPm: true })];
  expect(shapes(lines, lines)).toEqual([
    ['same', ['1'], ['1'], [], 0],
    ['same', ['1.1'], ['1.1'], [], 0],
    ['same', ['1.2'], ['1.2'], [], 0],
  ]);
});

test.each<[string, Partial<GivenLine>, string[], number]>([
  ['code', { code: '8' }, ['code'], 0],
  ['a label in any language', { labels: { nl: 'Lijn 7', fr: 'Ligne 7', en: 'Line 7' } }, ['label'], 0],
  ['kind', { kind: 'call-envelope' }, ['kind'], 0],
  ['amount', { amountCents: cents(70_00) }, ['amount'], -30_00],
  ['pm', { amountCents: null, isPm: true }, ['amount', 'pm'], -100_00],
  ['legal ground', { legalGround: 'art. 62bis' }, ['legalGround'], 0],
  ['beneficiary', { beneficiaryNumber: '0903000021' }, ['beneficiary'], 0],
  ['formula', { formula: { kind: 'balance' } }, ['formula'], 0],
  ['sector', { sector: 'health' }, ['sector'], 0],
  ['extra support', { isExtraSupport: true }, ['extraSupport'], 0],
  ['co-minister', { coMinister: 'Minister van Cultuur' }, ['coMinister'], 0],
])('a line that differs in its %s says so, and nothing else', (_, change, differences, differenceCents) => {
  const before = line('7');
  const after = { ...before, ...change };
  expect(shapes([before], [after])).toEqual([['changed', ['7'], [after.code], differences, differenceCents]]);
});

test('a label that is absent is the same as one that is null or empty', () => {
  const labels = { nl: 'Lijn 1', fr: 'Ligne 1', de: null, en: '' };
  expect(shapes([line('1')], [line('1', { labels })])).toEqual([['same', ['1'], ['1'], [], 0]]);
});

test('the order in which a formula names what it takes off makes no difference, its share does', () => {
  const share = (less: string[], key: string) =>
    line('1', { formula: { kind: 'share', of: 'total', less, share: key } });
  expect(shapes([share(['2', '3'], '0.5')], [share(['3', '2'], '0.5')])[0]?.[0]).toBe('same');
  expect(shapes([share(['2'], '0.5')], [share(['2'], '0.6')])[0]?.[3]).toEqual(['formula']);
});

test('PM and an amount of zero are not the same, though neither holds money', () => {
  const pm = line('1', { amountCents: null, isPm: true });
  expect(shapes([pm], [line('1', { amountCents: cents(0) })])).toEqual([
    ['changed', ['1'], ['1'], ['amount', 'pm'], 0],
  ]);
});

test('a heading that is renumbered takes its lines along; a line that goes under another heading changes place', () => {
  const before = [heading('1'), line('1.1'), line('1.2'), heading('2'), line('2.1')];
  const moved = { code: '2.2', parentCode: '2' };
  const after = [
    heading('3', { lineId: 'line-1' }),
    line('3.1', { lineId: 'line-1.1', labels: line('1.1').labels }),
    heading('2'),
    line('2.1'),
    line('1.2', moved),
  ].map((each) => (each.code === '3' ? { ...each, labels: heading('1').labels } : each));
  expect(shapes(before, after)).toEqual([
    ['same', ['2'], ['2'], [], 0],
    ['same', ['2.1'], ['2.1'], [], 0],
    ['changed', ['1.2'], ['2.2'], ['code', 'place'], 0],
    ['changed', ['1'], ['3'], ['code'], 0],
    ['changed', ['1.1'], ['3.1'], ['code'], 0],
  ]);
});

test('lines of another year are found through those that they continue', () => {
  const next = (code: string, change: Partial<GivenLine> = {}) =>
    line(code, { lineId: `next-${code}`, predecessorIds: [`line-${code}`], ...change });
  expect(shapes([line('1'), line('2')], [next('1'), next('2', { amountCents: cents(150_00) }), line('3')])).toEqual([
    ['same', ['1'], ['1'], [], 0],
    ['changed', ['2'], ['2'], ['amount'], 50_00],
    ['added', [], ['3'], [], 100_00],
  ]);
});

test('merged, split and regrouped lines are one move each; their sums are compared, and PM holds nothing', () => {
  const before = [line('1'), line('2', { amountCents: null, isPm: true }), line('3'), line('4'), line('5')];
  const from = (code: string, ...codes: string[]) =>
    line(code, { lineId: `new-${code}`, predecessorIds: codes.map((each) => `line-${each}`) });
  const after = [from('1', '1', '2'), from('6', '3'), from('7', '3'), from('8', '4', '5'), from('9', '5')];
  expect(shapes(before, after)).toEqual([
    ['merged', ['1', '2'], ['1'], ['code', 'label', 'pm'], 0],
    ['split', ['3'], ['6', '7'], ['code', 'label', 'amount'], 100_00],
    ['regrouped', ['4', '5'], ['8', '9'], ['code', 'label'], 0],
  ]);
});

test('a line that becomes a heading over the lines it was split into gives its money away and loses none', () => {
  const parts = ['1.1', '1.2'].map((code) =>
    line(code, { predecessorIds: ['line-1'], amountCents: cents(50_00), labels: line('1').labels }),
  );
  expect(shapes([line('1')], [heading('1'), ...parts])).toEqual([
    ['split', ['1'], ['1', '1.1', '1.2'], ['code', 'kind', 'place'], 0],
  ]);
});

test('an amount printed at a heading is not counted beside its lines', () => {
  const printed = heading('1', { amountCents: cents(100_00) });
  expect(shapes([heading('1'), line('1.1')], [printed, line('1.1')]).map((each) => each[0])).toEqual(['same', 'same']);
});

test('a split that both versions know is no difference between them', () => {
  const lines = [line('1'), line('2', { predecessorIds: ['line-1'] })];
  expect(shapes(lines, lines).map((each) => each[0])).toEqual(['same', 'same']);
  expect(shapes([line('1'), line('2')], lines).map((each) => each[0])).toEqual(['regrouped']);
});

test('a line that ended comes before the one that took its code', () => {
  expect(shapes([line('2', { lineId: 'old' })], [line('2', { lineId: 'new' })]).map((each) => each[0])).toEqual([
    'ended',
    'added',
  ]);
});

test('the totals are those of the versions, whatever their lines hold', () => {
  const before = { totalCents: cents(500), lines: [line('1')] };
  expect(planDifference(before, { totalCents: cents(700), lines: [] })).toMatchObject({
    beforeTotalCents: 500,
    afterTotalCents: 700,
    differenceCents: 200,
  });
});

test('a difference is applied only to a version that has the lines it takes away', () => {
  const found = difference([line('1')], [line('2')]);
  expect(() => applyDifference([line('3')], found)).toThrow(
    new RangeError('line 1 is not in the version that is changed'),
  );
});

const start = [heading('1'), line('1.1'), line('1.2'), heading('2'), line('2.1'), line('2.2'), line('2.3')];
const edits = fc.array(
  fc.record<Edit>({
    act: fc.constantFrom(...editActs),
    line: fc.nat(20),
    other: fc.nat(20),
    euros: fc.nat(100_000),
  }),
  { maxLength: 20 },
);
const sameYear = (list: readonly Edit[], prefix: string, from = start) => edited(from, list, prefix).at(-1) ?? from;
/** The version as a draft of the next year begins: other lines, each of which continues one. */
const nextYear = (lines: readonly GivenLine[]) =>
  lines.map((each) => ({ ...each, lineId: `next-${each.lineId}`, predecessorIds: [each.lineId] }));

test('the difference of two versions applied to the old one gives the new one, with or without what stayed the same', () => {
  fc.assert(
    fc.property(edits, edits, fc.boolean(), (first, second, isNextYear) => {
      const before = sameYear(first, 'a');
      const after = sameYear(second, 'b', isNextYear ? nextYear(before) : before);
      const found = difference(before, after);
      expect(applyDifference(before, found)).toEqual(after);
      if (isNextYear) return;
      const moves = found.moves.filter(({ kind }) => kind !== 'same');
      expect(applyDifference(before, { moves })).toEqual(after);
    }),
  );
});

test('every line is in exactly one move, moves are in the order of the decree, and their differences add up', () => {
  fc.assert(
    fc.property(edits, edits, (first, second) => {
      const [before, after] = [sameYear(first, 'a'), sameYear(second, 'b')];
      const { moves } = difference(before, after);
      const ids = (lines: readonly GivenLine[]) => lines.map((each) => each.lineId).toSorted();
      expect(ids(moves.flatMap((move) => [...move.before]))).toEqual(ids(before));
      expect(ids(moves.flatMap((move) => [...move.after]))).toEqual(ids(after));
      const codes = moves.map((move) => (move.after[0] ?? move.before[0])?.code ?? '');
      expect(codes).toEqual(codes.toSorted(compareCodes));
      expect(sumCents(moves.map((move) => move.differenceCents))).toBe(leafSum(after) - leafSum(before));
    }),
  );
});

test('only what was edited differs: without an edit nothing does, in the same year and in the next', () => {
  fc.assert(
    fc.property(edits, (list) => {
      const version = sameYear(list, 'a');
      for (const after of [version, nextYear(version)]) {
        expect(difference(version, after).moves.every(({ kind }) => kind === 'same')).toBe(true);
      }
    }),
  );
});
