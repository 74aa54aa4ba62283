import { chooseSide, type Language, type LineChange, type LineConflict, mergeLines } from '@commonlot/domain';
import type { PlanVersion } from '../plan-state';
import { type Draft, draftOf, fieldsTogether, type TypedLine } from './typed-line';

/** More steps than anybody goes back, and few enough for a plan of thousands of lines. */
const mostSteps = 200;

/** What another person's save brought, and what both changed otherwise. */
export interface Merge {
  readonly conflicts: readonly LineConflict<TypedLine>[];
  readonly total: { readonly mine: string; readonly theirs: string } | null;
  readonly fromThem: readonly LineChange[];
  /** Lines that are gone from the draft too, for their names. */
  readonly before: readonly TypedLine[];
}

export interface EditorState {
  /** What the server had when this draft began. */
  readonly base: Draft & { readonly revision: number };
  readonly present: Draft;
  readonly past: readonly Draft[];
  readonly future: readonly Draft[];
  /** Changes with the same tag, one right after the other, are one step. */
  readonly tag: string | null;
  /** What the server took, until it is read back with the ids that it gave. */
  readonly sent: { readonly draft: Draft; readonly revision: number } | null;
  readonly merge: Merge | null;
  readonly isRestored: boolean;
}

export type EditorAction =
  | { readonly type: 'change'; readonly apply: (draft: Draft) => Draft; readonly tag?: string }
  | { readonly type: 'undo' | 'redo' | 'discard' | 'closeMerge' }
  | { readonly type: 'sent'; readonly draft: Draft; readonly revision: number }
  | { readonly type: 'arrived'; readonly version: PlanVersion; readonly language: Language }
  | { readonly type: 'restored'; readonly base: Draft; readonly mine: Draft }
  | { readonly type: 'choose'; readonly conflict: LineConflict<TypedLine>; readonly side: 'mine' | 'theirs' }
  | { readonly type: 'chooseTotal'; readonly side: 'mine' | 'theirs' };

export function beginEditing(version: PlanVersion, language: Language): EditorState {
  const present = draftOf(version, language);
  const base = { ...present, revision: version.revision };
  return { base, present, past: [], future: [], tag: null, sent: null, merge: null, isRestored: false };
}

export const isDirty = ({ base, present }: EditorState) => base.lines !== present.lines || base.total !== present.total;

/** One step of editing. Pure: keys of new lines come in with the change. */
export function editorReducer(state: EditorState, action: EditorAction): EditorState {
  switch (action.type) {
    case 'change':
      return changed(state, action.apply(state.present), action.tag ?? null);
    case 'undo':
      return stepped(state, state.past, state.future, (past, future) => ({ past, future }));
    case 'redo':
      return stepped(state, state.future, state.past, (future, past) => ({ past, future }));
    case 'discard':
      return {
        ...state,
        present: { total: state.base.total, lines: state.base.lines },
        past: [],
        future: [],
        isRestored: false,
      };
    case 'sent':
      return { ...state, sent: { draft: action.draft, revision: action.revision }, isRestored: false };
    case 'arrived':
      return arrived(state, action.version, action.language);
    case 'restored':
      return { ...merged(state, action.base, action.mine, state.base, false), isRestored: true };
    case 'choose':
    case 'chooseTotal':
      return chosen(state, action);
    case 'closeMerge':
      return { ...state, merge: null };
  }
}

function changed(state: EditorState, present: Draft, tag: string | null): EditorState {
  const { present: before } = state;
  if (present.lines === before.lines && present.total === before.total) return state;
  const isSameStep = tag !== null && tag === state.tag;
  const past = isSameStep ? state.past : [...state.past, before].slice(-mostSteps);
  return { ...state, present, past, future: [], tag };
}

/** Takes the last of one pile and puts the present on the other. */
function stepped(
  state: EditorState,
  from: readonly Draft[],
  to: readonly Draft[],
  piles: (from: readonly Draft[], to: readonly Draft[]) => Pick<EditorState, 'past' | 'future'>,
): EditorState {
  const present = from.at(-1);
  if (present === undefined) return state;
  return { ...state, present, tag: null, ...piles(from.slice(0, -1), [...to, state.present]) };
}

/** The newest version of the server is there: after a save of mine, or because somebody else saved. */
function arrived(state: EditorState, version: PlanVersion, language: Language): EditorState {
  const { sent } = state;
  const theirs = draftOf(version, language);
  const known = sent?.draft ?? state.present;
  const lines = withMyKeys(theirs.lines, known.lines, sent !== null);
  const base = { total: theirs.total, lines, revision: version.revision };
  const isMine = sent?.revision === version.revision;
  // My copy of a line that was new takes its id, which is no change of mine.
  const ids = new Map(lines.map((line) => [line.key, line.lineId]));
  const withIds = (draft: Draft): Draft => ({
    ...draft,
    lines: draft.lines.map((line) => (line.lineId === null ? { ...line, lineId: ids.get(line.key) ?? null } : line)),
  });
  const was = sent === null ? state.base : withIds(sent.draft);
  return { ...merged(state, was, withIds(state.present), base, isMine), sent: null };
}

function merged(
  state: EditorState,
  was: Draft,
  mine: Draft,
  base: EditorState['base'],
  isSilent: boolean,
): EditorState {
  const { lines, conflicts, fromThem } = mergeLines(was.lines, mine.lines, base.lines, fieldsTogether);
  const isTotalTheirs = mine.total === was.total;
  const isTotalOpen = !isTotalTheirs && base.total !== was.total && base.total !== mine.total;
  const total = isTotalTheirs ? base.total : mine.total;
  const isUnchanged = lines.length === base.lines.length && lines.every((line, at) => line === base.lines[at]);
  const hasNews = conflicts.length > 0 || isTotalOpen || (fromThem.length > 0 && !isSilent);
  return {
    ...state,
    base,
    present: { total, lines: isUnchanged ? base.lines : lines },
    past: [],
    future: [],
    tag: null,
    merge: hasNews
      ? {
          conflicts,
          total: isTotalOpen ? { mine: mine.total, theirs: base.total } : null,
          fromThem: isSilent ? [] : fromThem,
          before: was.lines,
        }
      : null,
  };
}

/**
 * Lines that I added have no id before they are saved. Those that came back keep my key: after a save of mine by their
 * code, and where it is not known whether a save arrived only when they say the same as mine.
 */
function withMyKeys(theirs: readonly TypedLine[], mine: readonly TypedLine[], isSent: boolean): TypedLine[] {
  const keys = new Map(mine.flatMap((line) => (line.lineId === null ? [] : [[line.lineId, line.key]])));
  const added = new Map(mine.flatMap((line) => (line.lineId === null ? [[line.code.trim(), line]] : [])));
  const renamed = new Map<string, string>();
  for (const line of theirs) {
    const known = keys.get(line.key);
    const fresh = added.get(line.code);
    const isSame = fresh?.labelNl === line.labelNl && fresh.labelFr === line.labelFr && fresh.amount === line.amount;
    const key = known ?? (fresh !== undefined && (isSent || isSame) ? fresh.key : undefined);
    if (key !== undefined && key !== line.key) renamed.set(line.key, key);
  }
  if (renamed.size === 0) return [...theirs];
  const name = (key: string) => renamed.get(key) ?? key;
  return theirs.map((line) => ({ ...line, key: name(line.key), formula: withNames(line.formula, name) }));
}

function withNames(formula: TypedLine['formula'], name: (key: string) => string): TypedLine['formula'] {
  if (formula === null || formula.kind === 'balance') return formula;
  return { ...formula, of: name(formula.of), less: formula.less.map(name) };
}

function chosen(state: EditorState, action: Extract<EditorAction, { type: 'choose' | 'chooseTotal' }>): EditorState {
  if (state.merge === null) return state;
  if (action.type === 'chooseTotal') {
    const total = state.merge.total?.[action.side] ?? state.present.total;
    return { ...changed(state, { ...state.present, total }, null), merge: { ...state.merge, total: null } };
  }
  const { conflict, side } = action;
  const lines = chooseSide(state.present.lines, conflict, side);
  const conflicts = state.merge.conflicts.filter((each) => each !== conflict);
  return { ...changed(state, { ...state.present, lines }, null), merge: { ...state.merge, conflicts } };
}
