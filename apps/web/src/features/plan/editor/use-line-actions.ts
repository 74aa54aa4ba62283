import { withLinesUnder } from '@commonlot/domain';
import { useState } from 'react';
import { randomKey } from '../../../shared/api/browser-api';
import { addLine, copyLine, countAnew, dropLines, shiftLine } from './changes';
import type { LineAction } from './grid-keys';
import type { CellPlace } from './places';
import type { PlanDraft } from './use-plan-draft';

/** What can be done to the line that has the focus, from the keyboard, the bar above the grid and the details. */
export function useLineActions(draft: PlanDraft, active: CellPlace | null, go: (place: CellPlace | null) => void) {
  const { state, dispatch } = draft;
  const { lines } = state.present;
  const [asked, setAsked] = useState<string | null>(null);

  function remove(key: string) {
    const at = lines.findIndex((line) => line.key === key);
    const gone = new Set(withLinesUnder(lines, key).map((line) => line.key));
    const next = lines.slice(at + 1).find((line) => !gone.has(line.key)) ?? lines[at - 1];
    dispatch({ type: 'change', apply: (now) => dropLines(now, [key]) });
    setAsked(null);
    go(next === undefined ? null : { key: next.key, column: active?.column ?? 'code' });
  }

  function run(action: LineAction, at: string | null = active?.key ?? null) {
    const column = active?.column ?? 'code';
    if (action === 'undo' || action === 'redo') {
      dispatch({ type: action });
      if (active !== null) go(active);
    } else if (action === 'after' || action === 'under' || action === 'copy') {
      const newKey = randomKey();
      dispatch({
        type: 'change',
        apply: (now) =>
          action === 'copy' && at !== null
            ? copyLine(now, at, newKey)
            : addLine(now, at, action === 'under' ? 'under' : 'after', newKey),
      });
      go({ key: newKey, column: 'label' });
    } else if (at === null) return;
    else if (action === 'remove') {
      if (withLinesUnder(lines, at).length > 1) setAsked(at);
      else remove(at);
    } else {
      dispatch({ type: 'change', apply: (now) => shiftLine(now, at, action) });
      go({ key: at, column });
    }
  }

  return {
    run,
    remove,
    /** The heading whose removal has to be answered for, because lines go with it. */
    asked,
    forget: () => setAsked(null),
    countAnew: () => dispatch({ type: 'change', apply: countAnew }),
    canUndo: state.past.length > 0,
    canRedo: state.future.length > 0,
  };
}

export type LineActions = ReturnType<typeof useLineActions>;
