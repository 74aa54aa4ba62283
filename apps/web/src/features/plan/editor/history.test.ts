import { cents } from '@commonlot/domain';
import fc from 'fast-check';
import { addLine, cellsOf, copyLine, dropLines, editLine, pasteCells, shiftLine, tsvOf } from './changes';
import { givenLine, givenVersion, usualLines } from './given-version';
import { beginEditing, type EditorState, editorReducer, isDirty } from './history';
import { draftsFromKept, keptDraft } from './kept-draft';
import { readDraft } from './read-draft';
import { bodyLines, type Draft, draftOf } from './typed-line';

const start = () => beginEditing(givenVersion(), 'en');
const keyOf = (code: string) => givenLine(code).lineId;
const change = (state: EditorState, apply: (draft: Draft) => Draft, tag?: string) =>
  editorReducer(state, { type: 'change', apply, ...(tag ? { tag } : {}) });
const shown = ({ present }: EditorState) => present.lines.map((line) => `${line.code} ${line.labelEn}`);
const kindWords = new Map([['open envelope', 'open-envelope' as const]]);
const paste = (draft: Draft, code: string, column: 'code' | 'label' | 'amount', text: string) =>
  pasteCells(draft, {
    key: keyOf(code),
    column,
    cells: cellsOf(text),
    language: 'en',
    kindWords,
    newKeys: ['a', 'b', 'c', 'd'],
  });

const step = fc.record({ what: fc.nat(7), at: fc.nat(20) });

test('undoing everything gives the start, and redoing everything the end', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const begun = start();
      const done = steps.reduce((state, { what, at }, index) => {
        const key = state.present.lines[at % Math.max(1, state.present.lines.length)]?.key ?? null;
        return change(state, (draft) => {
          if (what === 0 || key === null) return addLine(draft, key, 'after', `new${index}`);
          if (what === 1) return addLine(draft, key, 'under', `new${index}`);
          if (what === 2) return dropLines(draft, [key]);
          if (what === 3) return copyLine(draft, key, `copy${index}`);
          if (what === 4) return editLine(draft, key, { labelNl: `Label ${index}` });
          if (what === 5) return { ...draft, total: String(index) };
          return shiftLine(draft, key, what === 6 ? 'up' : 'out');
        });
      }, begun);
      let back = done;
      while (back.past.length > 0) back = editorReducer(back, { type: 'undo' });
      expect(back.present).toEqual(begun.present);
      expect(isDirty(back)).toBe(false);
      while (back.future.length > 0) back = editorReducer(back, { type: 'redo' });
      expect(back.present).toEqual(done.present);
    }),
  );
});

test('letters typed one after the other in one field are one step', () => {
  const typed = ['A', 'Al', 'All'].reduce(
    (state, labelEn) => change(state, (draft) => editLine(draft, keyOf('1.1'), { labelEn }), 'label'),
    start(),
  );
  expect(shown(typed)[1]).toBe('1.1 All');
  expect(typed.past).toHaveLength(1);
});

test('cells of a spreadsheet fill rightwards and downwards, and new lines come at the end', () => {
  const text = 'Choir\topen envelope\t1 250,50\r\n"Dance\nhall"\tball\t1,250.50\r\n';
  const { lines } = paste(start().present, '2.1', 'label', text);
  expect(lines.slice(4).map((line) => [line.code, line.labelEn, line.kind, line.unreadKind, line.amount])).toEqual([
    ['2.1', 'Choir', 'open-envelope', '', '1.250,50'],
    ['2.2', 'Dance hall', 'nominative', 'ball', '1.250,50'],
  ]);
  const again = paste(start().present, '2.1', 'amount', '12,3,4\nPM\n€ 5');
  expect(again.lines.slice(4).map((line) => [line.amount, line.isPm])).toEqual([
    ['12,3,4', false],
    ['', true],
    ['5', false],
  ]);
  const { faults } = readDraft(again, 'en', 2030);
  expect(faults.filter(({ key }) => key === keyOf('2.1'))).toMatchObject([
    { column: 'amount', code: 'amount-invalid', isLater: false },
  ]);
});

test('copied lines read back as the same cells, and no text becomes a formula of the sheet', () => {
  const draft = editLine(start().present, keyOf('1.1'), { labelEn: '=1+1' });
  const text = tsvOf(draft.lines.slice(1, 3), 'en', (kind) => kind);
  expect(cellsOf(text)).toEqual([
    ['1.1', "'=1+1", 'nominative', '100'],
    ['1.2', 'Line 1.2', 'nominative', '100'],
  ]);
});

test('an amount follows its formula at once, and the formula follows its line to another code', () => {
  const formula = { kind: 'share', of: '1', less: ['1.1'], share: '0.5' } as const;
  const version = givenVersion(usualLines.with(4, givenLine('2.1', { formula: { ...formula, less: ['1.1'] } })));
  const moved = shiftLine(draftOf(version, 'en'), keyOf('1.1'), 'down');
  expect(readDraft(moved, 'en', 2030).byKey.get(keyOf('2.1'))?.cents).toBe(cents(50_00));
  expect(bodyLines(moved.lines)[4]?.formula).toEqual({ ...formula, less: ['1.2'] });
});

test('amounts beyond every plan are a fault and no crash', () => {
  const huge = ['1.1', '1.2'].reduce(
    (draft, code) => editLine(draft, keyOf(code), { amount: '90.000.000.000.000' }),
    start().present,
  );
  const reading = readDraft(huge, 'en', 2030);
  expect(reading.unassignedCents).toBeNull();
  expect(reading.faults).toMatchObject([{ column: 'amount', code: 'amount-above-total' }]);
});

test('after a save my new lines keep their place under the ids that they got, and later typing stays', () => {
  const typed = change(start(), (draft) =>
    editLine(addLine(draft, keyOf('1.1'), 'after', 'new'), 'new', { amount: '7' }),
  );
  const sent = editorReducer(typed, { type: 'sent', draft: typed.present, revision: 4 });
  const later = change(sent, (draft) => editLine(draft, 'new', { labelEn: 'Later' }));
  const saved = givenLine('1.2', { lineId: givenLine('9').lineId, amountCents: 7_00, label: { nl: '', fr: '' } });
  const rest = givenLine('1.3', { ...usualLines[2], code: '1.3' });
  const lines = [usualLines[0], usualLines[1], saved, rest, usualLines[3], usualLines[4]].flatMap((line) => line ?? []);
  const version = givenVersion(lines, { revision: 4 });
  const state = editorReducer(later, { type: 'arrived', version, language: 'en' });
  expect(state.merge).toBeNull();
  expect(state.present.lines[2]).toMatchObject({ key: 'new', lineId: saved.lineId, labelEn: 'Later', amount: '7' });
  expect(isDirty(editorReducer(sent, { type: 'arrived', version, language: 'en' }))).toBe(false);
});

test('what another person saved comes in, and what both changed waits for a choice', () => {
  const mine = change(start(), (draft) => editLine(draft, keyOf('1.1'), { amount: '5' }));
  const theirs = givenVersion(
    [usualLines[0], givenLine('1.1', { amountCents: 9_00 }), givenLine('1.2', { coMinister: 'X' })].flatMap(
      (line) => line ?? [],
    ),
    { revision: 4, totalCents: 2_000_00 },
  );
  const state = editorReducer(mine, { type: 'arrived', version: theirs, language: 'en' });
  const [conflict] = state.merge?.conflicts ?? [];
  if (conflict === undefined) throw new Error('no conflict');
  expect(state.present.total).toBe('2.000');
  expect(shown(state)).toEqual(['1 Line 1', '1.1 Line 1.1', '1.2 Line 1.2']);
  const chosen = editorReducer(state, { type: 'choose', conflict, side: 'theirs' });
  expect(chosen.present.lines[1]?.amount).toBe('9');
  expect(chosen.merge?.conflicts).toEqual([]);
});

test('what was kept comes back on the same revision, and on a newer one is merged', () => {
  const { base, present } = change(
    change(start(), (draft) => editLine(draft, keyOf('1.1'), { amount: '5' })),
    (draft) => addLine(draft, keyOf('2.1'), 'after', 'new'),
  );
  const kept = JSON.parse(JSON.stringify(keptDraft(base, present)));
  expect(draftsFromKept(kept, base).mine).toEqual(present);
  const newer = draftOf(givenVersion(usualLines.with(2, givenLine('1.2', { coMinister: 'X' }))), 'en');
  const { base: was, mine } = draftsFromKept(kept, newer);
  const begun = { ...start(), base: { ...newer, revision: 4 }, present: newer };
  const state = editorReducer(begun, { type: 'restored', base: was, mine });
  expect(state.present.lines.map((line) => line.amount || line.coMinister)).toEqual(['', '5', '100', '', '100', '']);
  expect([state.present.lines[2]?.coMinister, state.isRestored, state.merge]).toEqual(['X', true, null]);
});
