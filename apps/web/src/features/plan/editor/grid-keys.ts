import type { LineMove } from '@commonlot/domain';
import { type GridColumn, gridColumns } from './read-draft';
import type { TypedLine } from './typed-line';

type Step = 'up' | 'down' | 'left' | 'right' | 'home' | 'end' | 'first' | 'last' | 'pageUp' | 'pageDown';
export type LineAction = LineMove | 'after' | 'under' | 'copy' | 'remove' | 'undo' | 'redo';

export type GridAction =
  | { readonly type: 'edit'; readonly seed: string | null }
  | { readonly type: 'open' }
  | { readonly type: 'clear' }
  | { readonly type: 'line'; readonly action: LineAction }
  | { readonly type: 'step'; readonly step: Step; readonly isExtending: boolean; readonly page: number };

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const steps: Record<string, Step> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'home',
  End: 'end',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
};
const moves: Record<string, LineAction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
  Insert: 'under',
};
const withControl: Record<string, LineAction> = { z: 'undo', y: 'redo', d: 'copy', Delete: 'remove' };

/** What a key means on a cell that nobody is typing in; null for what is none of the grid's business. */
export function actionOf(event: Key, column: GridColumn): GridAction | null {
  const { key, altKey, shiftKey } = event;
  const isControl = event.ctrlKey || event.metaKey;
  if (altKey && !isControl) return moves[key] === undefined ? null : { type: 'line', action: moves[key] };
  const step = steps[key];
  if (isControl) {
    if (key === 'Home' || key === 'End') return stepTo(key === 'Home' ? 'first' : 'last', false);
    if (key === 'Enter') return { type: 'open' };
    if (key.toLowerCase() === 'z' && shiftKey) return { type: 'line', action: 'redo' };
    const action = withControl[key.length === 1 ? key.toLowerCase() : key];
    return action === undefined ? null : { type: 'line', action };
  }
  if (step !== undefined) return stepTo(step, shiftKey && (step === 'up' || step === 'down'));
  if (key === 'Insert') return { type: 'line', action: 'after' };
  if (key === 'Enter' || key === 'F2') return column === 'more' && key === 'Enter' ? { type: 'open' } : edit(null);
  if (key === 'Delete' || key === 'Backspace')
    return column === 'label' || column === 'amount' ? { type: 'clear' } : null;
  const isText = key.length === 1 && column !== 'note' && column !== 'more';
  if (key === ' ' && !isText) return { type: 'open' };
  return isText ? edit(key) : null;
}

const edit = (seed: string | null): GridAction => ({ type: 'edit', seed });
const stepTo = (step: Step, isExtending: boolean): GridAction => ({ type: 'step', step, isExtending, page: 12 });

/** The cell a step away; null where there is none. */
export function stepFrom(
  lines: readonly TypedLine[],
  place: { readonly key: string; readonly column: GridColumn },
  step: Step | null,
  page: number,
): { key: string; column: GridColumn } | null {
  const row = lines.findIndex((line) => line.key === place.key);
  const column = gridColumns.indexOf(place.column);
  const rows: Partial<Record<Step, number>> = {
    up: row - 1,
    down: row + 1,
    pageUp: row - page,
    pageDown: row + page,
    first: 0,
    last: lines.length - 1,
  };
  const columns: Partial<Record<Step, number>> = {
    left: column - 1,
    right: column + 1,
    home: 0,
    end: gridColumns.length - 1,
    first: 0,
    last: gridColumns.length - 1,
  };
  const within = (at: number, count: number) => Math.min(Math.max(at, 0), count - 1);
  const line = lines[within((step && rows[step]) ?? row, lines.length)];
  const target = gridColumns[within((step && columns[step]) ?? column, gridColumns.length)];
  return line === undefined || target === undefined ? null : { key: line.key, column: target };
}
