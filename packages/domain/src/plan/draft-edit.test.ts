import fc from 'fast-check';
import {
  type DraftRow,
  draftPlaces,
  duplicateLine,
  insertLine,
  type LineMove,
  type LinePlace,
  moveLine,
  placeLine,
  recodeLine,
  removeLines,
  renumberLines,
  withLinesUnder,
} from './draft-edit.js';
import { byCodes, byKeys, noLine } from './formula-links.js';
import type { LineFormula } from './plan-line.js';

interface Row extends DraftRow {
  readonly formula: LineFormula | null;
}
/** Rows whose keys are the codes that they begin with. */
const rowsOf = (...codes: string[]): Row[] => codes.map((code) => ({ key: code, code, formula: null }));
const shown = (rows: readonly DraftRow[]) => rows.map(({ key, code }) => (key === code ? code : `${key}>${code}`));
const fresh = (key = 'new'): Row => ({ key, code: '', formula: null });
const plan = rowsOf('1', '1.1', '1.2', '2', '2.1', '2.1.1', '2.2');

test('a line goes in after another and what stands under it, and the lines after it count on', () => {
  expect(shown(insertLine(plan, fresh(), 'after', '1.1'))).toEqual(
    shown([...rowsOf('1', '1.1'), { key: 'new', code: '1.2' }, { key: '1.2', code: '1.3' }, ...plan.slice(3)]),
  );
  expect(shown(insertLine(plan, fresh(), 'after', '2.1'))).toContain('new>2.2');
  expect(shown(insertLine(plan, fresh(), 'under', '2.1'))).toContain('new>2.1.2');
  expect(shown(insertLine(plan, fresh(), 'under', '1.1'))).toContain('new>1.1.1');
  expect(shown(insertLine([], fresh(), 'after', null))).toEqual(['new>1']);
});

test('a heading goes with its lines, and the group closes up', () => {
  expect(shown(removeLines(plan, ['1']))).toEqual(['2>1', '2.1>1.1', '2.1.1>1.1.1', '2.2>1.2']);
  expect(shown(removeLines(plan, ['1.1', '2']))).toEqual(['1', '1.2>1.1']);
  expect(removeLines(plan, ['nowhere'])).toBe(plan);
});

test('a line moves among its neighbours, in under the one before it, and out after its heading', () => {
  expect(shown(moveLine(plan, '1.1', 'down')).slice(0, 3)).toEqual(['1', '1.2>1.1', '1.1>1.2']);
  expect(shown(moveLine(plan, '2', 'up')).slice(0, 4)).toEqual(['2>1', '2.1>1.1', '2.1.1>1.1.1', '2.2>1.2']);
  expect(shown(moveLine(plan, '2.2', 'in')).at(-1)).toBe('2.2>2.1.2');
  expect(shown(moveLine(plan, '1.1', 'out')).slice(0, 4)).toEqual(['1', '1.2>1.1', '1.1>2', '2>3']);
  for (const [key, move] of [
    ['1', 'up'],
    ['2', 'down'],
    ['1', 'out'],
    ['1.1', 'in'],
    ['nowhere', 'up'],
  ] as const) {
    expect(moveLine(plan, key, move)).toBe(plan);
  }
});

test('a line does not go deeper than codes have room for', () => {
  const deep = rowsOf('1', '1.1', '1.1.1', '1.1.1.1', '1.1.1.1.1', '1.1.1.1.1.1', '1.1.1.1.1.2');
  expect(moveLine(deep, '1.1.1.1.1.2', 'in')).toBe(deep);
  expect(insertLine(deep, fresh(), 'under', '1.1.1.1.1.1')).toBe(deep);
});

test('a copy stands after its line, with what stands under it', () => {
  const copied = duplicateLine(plan, '2.1', (row) => ({ ...row, key: `${row.key}'` }));
  expect(shown(copied).slice(4)).toEqual(['2.1', '2.1.1', "2.1'>2.2", "2.1.1'>2.2.1", '2.2>2.3']);
});

test('a group keeps the number that it begins with, and a group that nobody touched keeps its gaps', () => {
  const gaps = rowsOf('3', '3.2', '3.7', '5', '5.4');
  expect(shown(removeLines(gaps, ['3.2']))).toEqual(['3', '3.7>3.2', '5', '5.4']);
  expect(shown(moveLine(gaps, '5', 'up'))).toEqual(['5>3', '5.4>3.4', '3>4', '3.2>4.2', '3.7>4.7']);
  expect(shown(renumberLines(gaps))).toEqual(['3', '3.2', '3.7>3.3', '5>4', '5.4>4.4']);
});

test('another code takes along what stands under it, unless it is taken', () => {
  expect(shown(recodeLine(plan, '2', '4')).slice(3)).toEqual(['2>4', '2.1>4.1', '2.1.1>4.1.1', '2.2>4.2']);
  expect(shown(recodeLine(plan, '2', '1')).slice(3)).toEqual(['2>1', '2.1', '2.1.1', '2.2']);
  expect(recodeLine(plan, '2', '2')).toBe(plan);
});

type Step = { readonly at: number; readonly what: LineMove | 'after' | 'under' | 'remove' | 'copy' };
const step = fc.record<Step>({
  at: fc.nat(30),
  what: fc.constantFrom('up', 'down', 'in', 'out', 'after', 'under', 'remove', 'copy'),
});

/** The rows after one step at the row with this place. */
function after(rows: readonly Row[], { at, what }: Step, number: number): readonly Row[] {
  const key = rows[at % Math.max(1, rows.length)]?.key ?? null;
  if (what === 'after' || what === 'under') return insertLine(rows, fresh(`new${number}`), what, key);
  if (key === null) return rows;
  if (what === 'remove') return removeLines(rows, [key]);
  if (what === 'copy') return duplicateLine(rows, key, (row) => ({ ...row, key: `${row.key}c${number}` }));
  return moveLine(rows, key, what);
}

const steps = fc.array(step, { maxLength: 15 });

test('whatever is done, codes stay different and in the order of the tree, and counting anew changes no place', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const rows = all.reduce<readonly Row[]>((now, one, index) => after(now, one, index), plan);
      expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length);
      const counted = renumberLines(rows);
      expect(counted.map(({ key }) => key)).toEqual(rows.map(({ key }) => key));
      expect(draftPlaces(counted)).toEqual(draftPlaces(rows));
      // Each line stands right under the line that its code says, so nothing was torn out of its group.
      for (const { key } of rows) {
        const under = withLinesUnder(rows, key);
        const from = rows.findIndex((row) => row.key === key);
        expect(rows.slice(from, from + under.length)).toEqual(under);
      }
    }),
  );
});

test('after any steps a formula names the lines that it named before, or says that they are gone', () => {
  fc.assert(
    fc.property(steps, fc.nat(6), fc.nat(6), (all, of, less) => {
      const named = [plan[of]?.code ?? '', plan[less]?.code ?? ''] as const;
      const formula: LineFormula = { kind: 'rest', of: named[0], less: [named[1]] };
      const keyed = plan.map((row) => ({ ...row, key: `k${row.code}` }));
      const start = byKeys(keyed.map((row) => (row.key === 'k2.2' ? { ...row, formula } : row)));
      const rows = all.reduce<readonly Row[]>((now, one, index) => after(now, one, index), start);
      const found = byCodes(rows).find(({ key }) => key === 'k2.2')?.formula;
      if (found?.kind !== 'rest') return;
      const codeOf = (key: string) => rows.find((row) => row.key === `k${key}`)?.code ?? noLine;
      expect([found.of, ...found.less]).toEqual(named.map(codeOf));
    }),
  );
});

test('a formula keeps a code that no line has, and the total', () => {
  const formula: LineFormula = { kind: 'share', of: 'total', less: ['9.9'], share: '0.5' };
  const rows = rowsOf('1').map((row) => ({ ...row, formula }));
  expect(byCodes(byKeys(rows))).toEqual(rows);
});

const place = (key: string, where: LinePlace['where'], target: string, rows = plan) =>
  placeLine(rows, key, { where, key: target });

test('a line goes before or after any other, or under it, with all that stands under it', () => {
  expect(shown(place('2.2', 'before', '1.1'))).toEqual([
    ...['1', '2.2>1.1', '1.1>1.2', '1.2>1.3', '2', '2.1', '2.1.1'],
  ]);
  expect(shown(place('2.1', 'after', '1.1'))).toEqual([
    ...['1', '1.1', '2.1>1.2', '2.1.1>1.2.1', '1.2>1.3', '2', '2.2>2.1'],
  ]);
  expect(shown(place('1.1', 'under', '2.1'))).toEqual([...['1', '1.2>1.1', '2', '2.1', '2.1.1', '1.1>2.1.2', '2.2']]);
  expect(shown(place('2', 'before', '1'))).toEqual([
    '2>1',
    '2.1>1.1',
    '2.1.1>1.1.1',
    '2.2>1.2',
    '1>2',
    '1.1>2.1',
    '1.2>2.2',
  ]);
  expect(shown(place('1.2', 'after', '2'))).toEqual(['1', '1.1', '2', '2.1', '2.1.1', '2.2', '1.2>3']);
});

test('a line goes nowhere that is not there, not into itself, and not deeper than codes go', () => {
  for (const where of ['before', 'after', 'under'] as const) {
    expect(place('2', where, '2')).toBe(plan);
    expect(place('2', where, '2.1.1')).toBe(plan);
    expect(place('2', where, 'nowhere')).toBe(plan);
    expect(place('nowhere', where, '2')).toBe(plan);
  }
  const deep = rowsOf('1', '1.1', '1.1.1', '1.1.1.1', '1.1.1.1.1', '1.1.1.1.1.1', '2', '2.1');
  expect(place('2', 'under', '1.1.1.1.1', deep)).toBe(deep);
  expect(shown(place('2.1', 'under', '1.1.1.1.1', deep))).toContain('2.1>1.1.1.1.1.2');
});

test('wherever a line is put, all lines are there once, its own go with it, and it stands where it was put', () => {
  const keys = plan.map(({ key }) => key);
  fc.assert(
    fc.property(
      fc.constantFrom(...keys),
      fc.constantFrom('before', 'after', 'under'),
      fc.constantFrom(...keys),
      (key, where, target) => {
        const rows = place(key, where, target);
        expect(rows.map((row) => row.key).toSorted()).toEqual(keys.toSorted());
        expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length);
        const under = withLinesUnder(plan, key).map((row) => row.key);
        expect(withLinesUnder(rows, key).map((row) => row.key)).toEqual(
          under.includes(target) ? under : expect.arrayContaining(under),
        );
        if (under.includes(target)) return;
        const [own, other] = [draftPlaces(rows).get(key), draftPlaces(rows).get(target)];
        expect(own?.parent).toBe(where === 'under' ? target : other?.parent);
      },
    ),
  );
});
