import fc from 'fast-check';
import { cents, sumCents } from '../money.js';
import { localDate } from '../time.js';
import {
  dutiesInYear,
  dutyErrors,
  type LineAdvice,
  type LineCommitment,
  promiseShortfalls,
} from './later-commitments.js';

const promise = (year: number, amount = 100, reference = 'MB 1'): LineCommitment => ({
  year,
  amountCents: cents(amount),
  reference,
});
const advice = (asked: string | null, given: string | null): LineAdvice => ({
  adviser: 'Begroting',
  askedOn: asked === null ? null : localDate(asked),
  givenOn: given === null ? null : localDate(given),
  reference: '',
});
const line = { kind: 'nominative', coMinister: 'Begroting', commitments: [], advice: null } as const;
const codes = (change: Partial<Parameters<typeof dutyErrors>[0][number]>) =>
  dutyErrors([{ ...line, ...change }], 2026).map(({ column, code }) => `${column} ${code}`);

test('a commitment is against a later plan, once for each act and year, and never of a heading', () => {
  expect(codes({ commitments: [promise(2027), promise(2028), promise(2027, 5, 'MB 2')] })).toEqual([]);
  expect(codes({ commitments: [promise(2026)] })).toEqual(['commitments commitment-not-later']);
  expect(codes({ commitments: [promise(2025)] })).toEqual(['commitments commitment-not-later']);
  expect(codes({ commitments: [promise(2027), promise(2027, 5)] })).toEqual(['commitments commitment-duplicate']);
  expect(codes({ kind: 'heading', commitments: [promise(2027)] })).toEqual(['commitments commitment-on-heading']);
  expect(codes({ kind: 'heading' })).toEqual([]);
});

test('advice is that of a minister whom the line names, and is given after it was asked for', () => {
  expect(codes({ advice: advice(null, null) })).toEqual([]);
  expect(codes({ advice: advice('2026-01-05', null) })).toEqual([]);
  expect(codes({ advice: advice('2026-01-05', '2026-01-05') })).toEqual([]);
  expect(codes({ advice: advice('2026-01-05', '2026-01-04') })).toEqual(['advice advice-days-wrong']);
  expect(codes({ advice: advice(null, '2026-01-05') })).toEqual(['advice advice-days-wrong']);
  expect(codes({ advice: advice(null, null), coMinister: '' })).toEqual(['advice advice-without-minister']);
});

test('errors name their rows', () => {
  const wrong = { ...line, commitments: [promise(2026)] };
  expect(dutyErrors([line, wrong], 2026)).toEqual([{ row: 1, column: 'commitments', code: 'commitment-not-later' }]);
});

test('in another year what is later stays promised, and the same minister is asked again', () => {
  const commitments = [promise(2026), promise(2027), promise(2028)];
  const given = { ...advice('2026-01-05', '2026-01-06'), reference: 'nr. 7' };
  expect(dutiesInYear({ commitments, advice: given }, 2027)).toEqual({
    commitments: [promise(2028)],
    advice: advice(null, null),
  });
  expect(dutiesInYear({ commitments: [], advice: null }, 2027)).toEqual({ commitments: [], advice: null });
});

const earlierLine = (lineId: string, ...commitments: LineCommitment[]) => ({ lineId, commitments });
const holding = (amount: number | null, ...predecessorIds: string[]) => ({
  amountCents: amount === null ? null : cents(amount),
  predecessorIds,
});

test('a line that holds what was promised is no shortfall, and one cent less is', () => {
  const earlier = [earlierLine('a', promise(2027, 60), promise(2027, 40, 'MB 2'), promise(2028, 999))];
  expect(promiseShortfalls(earlier, [holding(100, 'a')], 2027)).toEqual([]);
  expect(promiseShortfalls(earlier, [holding(99, 'a')], 2027)).toMatchObject([{ promisedCents: 100, heldCents: 99 }]);
  expect(promiseShortfalls(earlier, [holding(99, 'a')], 2029)).toEqual([]);
  expect(promiseShortfalls(earlier, [holding(null, 'a')], 2027)).toMatchObject([{ heldCents: 0 }]);
});

test('lines that are merged hold all promises, lines that are split hold one together, and none is held by nobody', () => {
  const [a, b] = [earlierLine('a', promise(2027, 60)), earlierLine('b', promise(2027, 40))];
  expect(promiseShortfalls([a, b], [holding(99, 'a', 'b')], 2027)).toMatchObject([
    { earlier: [a, b], promisedCents: 100, heldCents: 99 },
  ]);
  expect(promiseShortfalls([a, b], [holding(100, 'a', 'b')], 2027)).toEqual([]);
  expect(promiseShortfalls([a], [holding(30, 'a'), holding(30, 'a')], 2027)).toEqual([]);
  expect(promiseShortfalls([a], [holding(30, 'a'), holding(29, 'a')], 2027)).toMatchObject([{ heldCents: 59 }]);
  expect(promiseShortfalls([a], [], 2027)).toEqual([{ earlier: [a], lines: [], promisedCents: 60, heldCents: 0 }]);
});

test('groups share no line, and what falls short is never more than what was promised', () => {
  const earlier = ['a', 'b', 'c', 'd'].map((id, at) => earlierLine(id, promise(2027, (at + 1) * 10)));
  const someLine = fc
    .tuple(fc.nat(60), fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd')))
    .map(([amount, ids]) => holding(amount, ...ids));
  fc.assert(
    fc.property(fc.array(someLine, { maxLength: 6 }), (lines) => {
      const found = promiseShortfalls(earlier, lines, 2027);
      const all = found.flatMap((each) => each.lines);
      expect(new Set(all).size).toBe(all.length);
      expect(new Set(found.flatMap((each) => each.earlier)).size).toBe(found.flatMap((each) => each.earlier).length);
      expect(sumCents(found.map((each) => each.promisedCents))).toBeLessThanOrEqual(100);
      for (const { heldCents, promisedCents } of found) expect(heldCents).toBeLessThan(promisedCents);
    }),
  );
});
