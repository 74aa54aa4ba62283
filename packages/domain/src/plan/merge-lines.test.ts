import fc from 'fast-check';
import { chooseSide, isSame, mergeLines } from './merge-lines.js';

interface Row {
  readonly key: string;
  readonly code: string;
  readonly label: string;
  readonly amount: string;
  readonly isPm: boolean;
}
const row = (code: string, change: Partial<Row> = {}): Row => ({
  key: `k${code}`,
  code,
  label: `Line ${code}`,
  amount: '1',
  isPm: false,
  ...change,
});
const base = [row('1'), row('2'), row('3')];
const together = [['amount', 'isPm']] as const;
const changed = (code: string, change: Partial<Row>) =>
  base.map((one) => (one.code === code ? { ...one, ...change } : one));

test('what each side changed is there, also in one line', () => {
  const merged = mergeLines(base, changed('2', { label: 'Mine' }), changed('2', { amount: '5' }), together);
  expect(merged.lines[1]).toEqual(row('2', { label: 'Mine', amount: '5' }));
  expect(merged.conflicts).toEqual([]);
  expect(merged.fromThem).toEqual([{ kind: 'changed', key: 'k2', fields: ['amount'] }]);
});

test('a field that both changed is a conflict, and either side can be chosen', () => {
  const { lines, conflicts } = mergeLines(base, changed('2', { label: 'Mine' }), changed('2', { label: 'Theirs' }));
  expect(conflicts).toMatchObject([{ kind: 'fields', key: 'k2', fields: ['label'] }]);
  const [conflict] = conflicts;
  if (conflict === undefined) throw new Error('no conflict');
  expect(chooseSide(lines, conflict, 'mine')[1]?.label).toBe('Mine');
  expect(chooseSide(lines, conflict, 'theirs')[1]?.label).toBe('Theirs');
});

test('an amount against "pro memoria" is a conflict, because they only mean something together', () => {
  const pm = { isPm: true, amount: '' };
  const { conflicts } = mergeLines(base, changed('2', pm), changed('2', { amount: '5' }), together);
  expect(conflicts).toMatchObject([{ fields: ['amount', 'isPm'] }]);
});

test('a line that one removed and the other changed stays until somebody chooses', () => {
  const without = base.filter(({ code }) => code !== '2');
  const mine = mergeLines(base, without, changed('2', { amount: '5' }));
  expect([mine.conflicts[0]?.kind, mine.lines.length]).toEqual(['removed-by-me', 3]);
  const theirs = mergeLines(base, changed('2', { amount: '5' }), without);
  expect([theirs.conflicts[0]?.kind, theirs.lines.length]).toEqual(['removed-by-them', 3]);
  for (const { lines, conflicts } of [mine, theirs]) {
    const [conflict] = conflicts;
    if (conflict === undefined) throw new Error('no conflict');
    const sides = (['mine', 'theirs'] as const).map((side) => chooseSide(lines, conflict, side).length);
    expect(sides.toSorted()).toEqual([2, 3]);
  }
  expect(mergeLines(base, without, base).lines).toEqual(without);
  expect(mergeLines(base, base, without).lines).toEqual(without);
});

test('new lines of both stand by their codes; without codes mine stand where I put them', () => {
  const [mine, theirs] = [row('1.5', { key: 'm' }), row('2.5', { key: 't' })];
  const { lines, fromThem } = mergeLines(base, [...base, mine], [...base, theirs]);
  expect(lines.map(({ code }) => code)).toEqual(['1', '1.5', '2', '2.5', '3']);
  expect(fromThem).toEqual([{ kind: 'added', key: 't', fields: [] }]);
  const blank = row('', { key: 'm' });
  const placed = mergeLines(base, [row('1'), blank, row('2'), row('3')], [...base, theirs]).lines;
  expect(placed.map(({ key }) => key)).toEqual(['k1', 'm', 'k2', 'k3', 't']);
  expect(mergeLines(base, [blank, ...base], base).lines[0]).toBe(blank);
});

test('values are the same whatever the order of their keys', () => {
  expect(isSame({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(true);
  expect([isSame([1], [1, 2]), isSame(null, {}), isSame('1', 1), isSame({ a: null }, {})]).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

const word = fc.constantFrom('a', 'b', 'c');
const fields = ['label', 'amount', 'isPm'] as const;
/** One side: of each line of the base removed, or some fields changed; and lines of its own. */
const side = (name: string) =>
  fc
    .record({
      edits: fc.array(
        fc.option(fc.record({ label: word, amount: word, isPm: fc.boolean() }, { requiredKeys: [] }), { nil: null }),
        { minLength: 3, maxLength: 3 },
      ),
      added: fc.array(word, { maxLength: 2 }),
    })
    .map(({ edits, added }) => [
      ...base.flatMap((one, index) => (edits[index] === null ? [] : [{ ...one, ...edits[index] } as Row])),
      ...added.map((label, index) => row(`4.${index + 1}`, { key: `${name}${index}`, label })),
    ]);

test('no change of either side is lost: it stands in the result or in a conflict', () => {
  fc.assert(
    fc.property(side('m'), side('t'), (mine, theirs) => {
      const { lines, conflicts } = mergeLines(base, mine, theirs, together);
      const at = (rows: readonly Row[], key: string) => rows.find((one) => one.key === key);
      for (const one of [mine, theirs]) {
        for (const line of one) {
          const before = at(base, line.key);
          const conflict = conflicts.find(({ key }) => key === line.key);
          const held = [at(lines, line.key), conflict?.mine, conflict?.theirs];
          if (before === undefined) expect(held[0]).toEqual(line);
          else {
            for (const field of fields.filter((name) => line[name] !== before[name])) {
              expect(held.map((each) => each?.[field])).toContain(line[field]);
            }
          }
        }
        // A removal is done, or the line is a conflict because the other changed it.
        for (const { key } of base.filter((line) => at(one, line.key) === undefined)) {
          expect(at(lines, key) === undefined || conflicts.some((conflict) => conflict.key === key)).toBe(true);
        }
      }
      expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
    }),
  );
});

test('against an unchanged copy a side comes through as it is, without conflicts', () => {
  fc.assert(
    fc.property(side('m'), (mine) => {
      expect(mergeLines(base, mine, base)).toMatchObject({ lines: mine, conflicts: [], fromThem: [] });
      expect(mergeLines(base, base, mine)).toMatchObject({ lines: mine, conflicts: [] });
      expect(mergeLines(base, mine, mine)).toMatchObject({ lines: mine, conflicts: [], fromThem: [] });
    }),
  );
});
