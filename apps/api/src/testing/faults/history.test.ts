import { type DraftAction, draftModel, findOrder, type LineAction, lineModel, type Operation } from './history.js';

const never = Number.POSITIVE_INFINITY;
const commit = (startMs: number, endMs: number, cents: number, isDone = true): Operation<LineAction> => ({
  startMs,
  endMs,
  action: { kind: 'commit', cents, isDone },
});
const read = (startMs: number, endMs: number, committedCents: number): Operation<LineAction> => ({
  startMs,
  endMs,
  action: { kind: 'read', committedCents },
});
const fits = (...history: Operation<LineAction>[]) => findOrder(history, lineModel(100)) !== null;

test('what happens at the same time may have happened in either order', () => {
  expect(fits(commit(0, 9, 60), commit(0, 9, 60, false))).toBe(true);
  expect(fits(commit(0, 9, 60), read(0, 9, 0), read(0, 9, 60))).toBe(true);
});

test('an order of the clock is kept', () => {
  expect(fits(commit(0, 1, 60), read(2, 3, 60))).toBe(true);
  expect(fits(commit(0, 1, 60), read(2, 3, 0))).toBe(false);
  expect(fits(commit(2, 3, 60), read(0, 1, 60))).toBe(false);
});

test('a line that was overspent fits no order', () => {
  expect(fits(commit(0, 9, 60), commit(0, 9, 41))).toBe(false);
});

test('a refusal with enough left fits no order', () => {
  expect(fits(commit(0, 1, 60), commit(2, 3, 40, false))).toBe(false);
  expect(fits(commit(0, 1, 60), commit(2, 3, 41, false))).toBe(true);
});

test('money that vanishes again fits no order', () => {
  expect(fits(commit(0, 1, 60), read(2, 3, 60), read(4, 5, 0))).toBe(false);
});

test('what was never answered may have happened, at any time after, or not', () => {
  expect(fits(commit(0, never, 60), read(1, 2, 0), read(3, 4, 60))).toBe(true);
  expect(fits(commit(0, never, 60), read(1, 2, 0))).toBe(true);
  expect(fits(commit(3, never, 60), read(1, 2, 60))).toBe(false);
});

test('hundreds of operations at once are decided in a moment, fitting or not', () => {
  const cents = 1;
  const all = Array.from({ length: 100 }, (_, index) => commit(index / 10, 50 + index / 10, cents));
  const refused = Array.from({ length: 100 }, (_, index) => commit(0, 100 + index, cents, false));
  const reads = Array.from({ length: 50 }, (_, index) => read(20 + index / 10, 20 + index / 10 + 0.05, index * 2));
  expect(fits(...all, ...refused, ...reads)).toBe(true);
  expect(fits(...all, ...refused, ...reads, commit(0, 60, cents))).toBe(false);
  expect(fits(...all, ...refused, ...reads, read(26, 27, 3))).toBe(false);
});

const draft = (startMs: number, endMs: number, action: DraftAction): Operation<DraftAction> => ({
  startMs,
  endMs,
  action,
});
const save = (revision: number, text: string, outcome: 'done' | 'stale' | 'unknown' = 'done'): DraftAction => ({
  kind: 'save',
  revision,
  text,
  outcome,
});
const see = (revision: number, text: string): DraftAction => ({ kind: 'read', revision, text });
const draftFits = (...history: Operation<DraftAction>[]) =>
  findOrder(history, draftModel({ revision: 0, text: '' })) !== null;

test('two saves of one revision that both succeed fit no order: one of the texts is lost', () => {
  expect(draftFits(draft(0, 9, save(0, 'a')), draft(0, 9, save(0, 'b')))).toBe(false);
  expect(draftFits(draft(0, 9, save(0, 'a')), draft(0, 9, save(0, 'b', 'stale')))).toBe(true);
});

test('a save that was acknowledged is read afterwards', () => {
  expect(draftFits(draft(0, 1, save(0, 'a')), draft(2, 3, see(1, 'a')))).toBe(true);
  expect(draftFits(draft(0, 1, save(0, 'a')), draft(2, 3, see(0, '')))).toBe(false);
  expect(draftFits(draft(0, 1, save(0, 'a')), draft(2, 3, see(1, 'b')))).toBe(false);
});

test('a save whose answer was lost may be there or not, and nothing is made up', () => {
  const lost = draft(0, never, save(0, 'a', 'unknown'));
  expect(draftFits(lost, draft(1, 2, see(0, '')))).toBe(true);
  expect(draftFits(lost, draft(1, 2, see(1, 'a')), draft(3, 4, save(1, 'b')))).toBe(true);
  expect(draftFits(draft(1, 2, see(1, 'a')))).toBe(false);
});
