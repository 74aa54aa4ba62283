import { type Language, type LineKind, lineKinds } from '@commonlot/domain';
import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { randomKey } from '../../../shared/api/browser-api';
import { useLanguage } from '../../../shared/i18n/use-language';
import { cellPart, cellsOf, editLine, pasteCells, tsvOf } from './changes';
import { actionOf, type GridAction, stepFrom } from './grid-keys';
import type { CellPlace, RowEvents } from './places';
import type { GridColumn } from './read-draft';
import type { TypedLine } from './typed-line';
import { useLineActions } from './use-line-actions';
import type { PlanDraft } from './use-plan-draft';

interface Editing extends CellPlace {
  /** What was typed to begin with, in the place of what stood there; null keeps that. */
  readonly seed: string | null;
}

const isTyped = (column: GridColumn) => column !== 'note' && column !== 'more';

/** The cell that has the focus, the one that is typed in, and the first of the rows that are chosen. */
function usePlaces() {
  const [active, setActive] = useState<CellPlace | null>(null);
  const [anchor, setAnchor] = useState<string | null>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const wantsFocus = useRef(false);
  const go = useCallback((place: CellPlace | null, from: string | null = null) => {
    wantsFocus.current = true;
    setActive(place);
    setAnchor(from);
    setEditing(null);
  }, []);
  return { active, setActive, anchor, editing, setEditing, opened, setOpened, wantsFocus, go };
}

/** What rows tell the grid. It stays the same, so that only rows that change are written anew. */
function useRowEvents(draft: PlanDraft, places: ReturnType<typeof usePlaces>, words: Words) {
  const { dispatch, state } = draft;
  const { setActive, setEditing, setOpened, go } = places;
  const lines = useRef(state.present.lines);
  lines.current = state.present.lines;
  const begin = useCallback(
    (place: CellPlace, seed: string | null) => {
      const line = lines.current.find((each) => each.key === place.key);
      if (line === undefined) return;
      const isComputed = place.column === 'amount' && (line.kind === 'heading' || line.formula !== null);
      setActive(place);
      if (!isTyped(place.column) || isComputed) setOpened(place.key);
      // At once, so that the next key already goes into the field.
      else flushSync(() => setEditing({ ...place, seed }));
    },
    [setActive, setEditing, setOpened],
  );
  const on = useMemo<RowEvents>(
    () => ({
      press: (place) => begin(place, null),
      focus: (place) => setActive((now) => (now?.key === place.key && now.column === place.column ? now : place)),
      commit: (place, text, after) => {
        if (text !== null) {
          const part = cellPart(place.column, text, words.language, words.kinds);
          dispatch({ type: 'change', apply: (now) => editLine(now, place.key, part) });
        }
        setEditing(null);
        if (after === null) return;
        const next = stepFrom(lines.current, place, after === 'stay' ? null : after, 0);
        go(next ?? place);
      },
      open: setOpened,
    }),
    [begin, dispatch, go, setActive, setEditing, setOpened, words],
  );
  return { begin, on };
}

interface Words {
  readonly language: Language;
  readonly kinds: ReadonlyMap<string, LineKind>;
}

function useWords(): Words {
  const { t } = useTranslation('plan');
  const language = useLanguage();
  return useMemo(
    () => ({ language, kinds: new Map(lineKinds.map((kind) => [t(`kind.${kind}`).toLowerCase(), kind])) }),
    [t, language],
  );
}

/** The rows from the anchor to the one with the focus. */
function selectedRows(lines: readonly TypedLine[], anchor: string | null, active: CellPlace | null) {
  const [one = -1, other = -1] = [anchor, active?.key].map((key) => lines.findIndex((line) => line.key === key));
  const isNone = one < 0 || other < 0;
  return { from: isNone ? 0 : Math.min(one, other), to: isNone ? -1 : Math.max(one, other) };
}

/** Which cell has the focus, which is being typed in, which rows are chosen, and what keys do there. */
export function useGridControl(draft: PlanDraft) {
  const { t } = useTranslation('plan');
  const { lines } = draft.state.present;
  const places = usePlaces();
  const { active, anchor, editing, opened, setOpened, wantsFocus, go } = places;
  const words = useWords();
  const actions = useLineActions(draft, active, go);
  const { begin, on } = useRowEvents(draft, places, words);
  const selected = selectedRows(lines, anchor, active);
  const first = lines[0]?.key ?? null;

  function paste(text: string) {
    const cells = cellsOf(text);
    const newKeys = cells.map(() => randomKey());
    const place = active ?? { key: first, column: 'code' as const };
    const { language, kinds: kindWords } = words;
    draft.dispatch({
      type: 'change',
      apply: (now) => pasteCells(now, { ...place, cells, language, kindWords, newKeys }),
    });
    wantsFocus.current = true;
  }

  function perform(action: GridAction, place: CellPlace) {
    if (action.type === 'edit') begin(place, action.seed);
    else if (action.type === 'open') setOpened(place.key);
    else if (action.type === 'clear') on.commit(place, '', 'stay');
    else if (action.type === 'line') actions.run(action.action);
    else if (action.type === 'step') {
      const next = stepFrom(lines, place, action.step, action.page);
      if (next !== null) go(next, action.isExtending ? (anchor ?? place.key) : null);
    }
  }

  function onKeyDown(event: KeyboardEvent) {
    const place = active ?? (first === null ? null : { key: first, column: 'code' as const });
    const inField = event.target instanceof Element && event.target.matches('input, select, textarea');
    if (editing !== null || inField) return;
    const action = actionOf(event, place?.column ?? 'code');
    if (action === null || (place === null && action.type !== 'line')) return;
    event.preventDefault();
    perform(action, place ?? { key: '', column: 'code' });
  }

  return {
    ...{ active, editing, opened, wantsFocus, actions, on, selected, onKeyDown, paste, go },
    copied: () => {
      const rows = lines.slice(selected.from, selected.to + 1);
      const own = lines.filter((line) => line.key === active?.key);
      return tsvOf(rows.length > 0 ? rows : own, words.language, (kind) => t(`kind.${kind}`));
    },
    close: () => {
      setOpened(null);
      wantsFocus.current = true;
    },
  };
}

export type GridControl = ReturnType<typeof useGridControl>;
