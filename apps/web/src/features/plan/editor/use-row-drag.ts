import { withLinesUnder } from '@commonlot/domain';
import {
  type PointerEvent as ReactPointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { putLine } from './changes';
import { type Drop, dropAt } from './drop-place';
import type { TypedLine } from './typed-line';
import type { GridControl } from './use-grid-control';
import type { PlanDraft } from './use-plan-draft';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A line on its way: it, and all lines that go along. */
export interface Drag {
  readonly line: TypedLine;
  readonly keys: ReadonlySet<string>;
  readonly point: Point;
  readonly drop: Drop | null;
}

/** What became of the last move, to be said aloud. */
export type DragNews = { readonly type: 'moved' | 'cancelled'; readonly code: string } | null;

/** So many pixels before a press becomes a move. */
const threshold = 5;
/** How near to the edge of the screen the page begins to scroll, and how far it goes with each frame. */
const edge = { width: 72, step: 12, frames: 10, leap: 88 };

interface DragSettings {
  readonly draft: PlanDraft;
  readonly control: GridControl;
  readonly box: RefObject<HTMLElement | null>;
  readonly offsets: readonly number[];
}

/** Moves a line with the mouse or a finger. Nothing changes before it is let go; Escape leaves everything as it was. */
export function useRowDrag({ draft, control, box, offsets }: DragSettings) {
  const { lines } = draft.state.present;
  const [drag, setDrag] = useState<Drag | null>(null);
  const [news, setNews] = useState<DragNews>(null);
  const [pressed, setPressed] = useState<(Point & { readonly key: string }) | null>(null);
  const latest = useRef({ lines, offsets, drag });
  latest.current = { lines, offsets, drag };

  const moveTo = useCallback(
    (point: Point, key: string) => {
      const { lines: now, offsets: heights } = latest.current;
      const line = now.find((each) => each.key === key);
      if (line === undefined || box.current === null) return;
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
      const height = (point.y - box.current.getBoundingClientRect().top) / rem;
      const keys = latest.current.drag?.keys ?? new Set(withLinesUnder(now, key).map((each) => each.key));
      setDrag({ line, keys, point, drop: dropAt(now, heights, height, key) });
    },
    [box],
  );

  const end = useCallback(
    (isDropped: boolean) => {
      const { drag: now } = latest.current;
      setPressed(null);
      setDrag(null);
      if (now === null) return;
      const { drop, line } = now;
      if (!isDropped || drop === null) return setNews({ type: 'cancelled', code: line.code });
      const after = putLine({ total: '', lines: latest.current.lines }, line.key, drop.place);
      draft.dispatch({ type: 'change', apply: (present) => putLine(present, line.key, drop.place) });
      control.go({ key: line.key, column: 'code' });
      setNews({ type: 'moved', code: after.lines.find((each) => each.key === line.key)?.code ?? '' });
    },
    [draft.dispatch, control.go],
  );

  usePointer(pressed, latest, moveTo, end);
  useEdgeScroll(drag, moveTo);
  const onGrip = useMemo(
    () => (event: ReactPointerEvent, key: string) => {
      if (event.button !== 0 || !event.isPrimary) return;
      setNews(null);
      setPressed({ key, x: event.clientX, y: event.clientY });
    },
    [],
  );
  return { drag, news, onGrip };
}

/** Follows the pointer from the press on the grip until it is let go, wherever it goes. */
function usePointer(
  pressed: (Point & { readonly key: string }) | null,
  latest: RefObject<{ readonly drag: Drag | null }>,
  moveTo: (point: Point, key: string) => void,
  end: (isDropped: boolean) => void,
) {
  useEffect(() => {
    if (pressed === null) return;
    const move = (event: PointerEvent) => {
      const far = Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y);
      if (latest.current.drag !== null || far >= threshold) moveTo({ x: event.clientX, y: event.clientY }, pressed.key);
    };
    const up = () => end(true);
    const cancel = () => end(false);
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      end(false);
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', cancel);
    window.addEventListener('blur', cancel);
    window.addEventListener('keydown', key, true);
    return () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', cancel);
      window.removeEventListener('blur', cancel);
      window.removeEventListener('keydown', key, true);
    };
  }, [pressed, latest, moveTo, end]);
}

/** Scrolls the page while the line is held near its edge: smoothly, or by whole rows for those who want less motion. */
function useEdgeScroll(drag: Drag | null, moveTo: (point: Point, key: string) => void) {
  const { point, line } = drag ?? { point: null, line: null };
  const direction =
    point === null ? 0 : point.y < edge.width * 2 ? -1 : point.y > window.innerHeight - edge.width ? 1 : 0;
  useEffect(() => {
    if (direction === 0 || point === null || line === null) return;
    const isCalm = globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;
    let frame = 0;
    let request = requestAnimationFrame(function scroll() {
      frame += 1;
      const isTurn = !isCalm || frame % edge.frames === 0;
      const before = window.scrollY;
      if (isTurn) window.scrollBy(0, direction * (isCalm ? edge.leap : edge.step));
      if (window.scrollY === before && isTurn) return;
      if (isTurn) moveTo(point, line.key);
      request = requestAnimationFrame(scroll);
    });
    return () => cancelAnimationFrame(request);
  }, [direction, point, line, moveTo]);
}
