// biome-ignore-all lint/a11y/useSemanticElements: a table cannot leave out the rows that are not in sight.
import { type ClipboardEvent, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { DragChip, DragMark } from './drag-mark';
import { useFormulaWords } from './formula-words';
import styles from './grid.module.css';
import { GridRow } from './grid-row';
import { gridColumns } from './read-draft';
import { useRowWords } from './row-words';
import type { GridControl } from './use-grid-control';
import type { PlanDraft } from './use-plan-draft';
import { useRowDrag } from './use-row-drag';
import { useRowWindow } from './use-row-window';

interface LineGridProps {
  readonly draft: PlanDraft;
  readonly control: GridControl;
  /** Open comments by the id of the line. */
  readonly comments: ReadonlyMap<string, number>;
}

/** The lines as a grid that is walked and typed in like a spreadsheet. Only the rows in sight are in the page. */
export function LineGrid({ draft, control, comments }: LineGridProps) {
  const { t } = useTranslation('plan');
  const { lines } = draft.state.present;
  const { byKey } = draft.reading;
  const box = useRef<HTMLDivElement>(null);
  const hasFault = useMemo(() => lines.map((line) => (byKey.get(line.key)?.faults.length ?? 0) > 0), [lines, byKey]);
  const { from, to, offsets, isNarrow } = useRowWindow(box, hasFault);
  const words = useRowWords();
  const lineOf = useMemo(() => new Map(lines.map((line) => [line.key, line])), [lines]);
  const formula = useFormulaWords(lineOf);
  const { drag, news, onGrip } = useRowDrag({ draft, control, box, offsets });
  useFocusOnCell(box, control);
  const { active } = control;
  // The row with the focus, and the one that is dragged, stay in the page wherever somebody scrolls.
  const shown = lines
    .map((line, index) => ({ line, index }))
    .filter(({ line, index }) => {
      return (index >= from && index <= to) || line.key === active?.key || line.key === drag?.line.key;
    });
  return (
    <>
      <div
        role="treegrid"
        tabIndex={-1}
        aria-label={t('lines')}
        aria-rowcount={lines.length + 1}
        aria-colcount={gridColumns.length + 1}
        aria-multiselectable="true"
        className={styles.grid}
        data-dragging={drag === null ? undefined : true}
        onKeyDown={control.onKeyDown}
        onCopy={(event) => copy(event, control)}
        onPaste={(event) => paste(event, control)}
      >
        <GridHead />
        <div role="rowgroup" ref={box} className={styles.body} style={{ blockSize: `${offsets.at(-1) ?? 0}rem` }}>
          {shown.map(({ line, index }) => (
            <GridRow
              key={line.key}
              line={line}
              index={index}
              topRem={offsets[index] ?? 0}
              heightRem={(offsets[index + 1] ?? 0) - (offsets[index] ?? 0)}
              reading={byKey.get(line.key)}
              words={words}
              note={line.formula === null ? '' : formula(line.formula)}
              column={active?.key === line.key ? active.column : index === 0 && active === null ? 'code' : null}
              editing={control.editing?.key === line.key ? control.editing : null}
              isSelected={index >= control.selected.from && index <= control.selected.to}
              isNarrow={isNarrow}
              isDragged={drag?.keys.has(line.key) ?? false}
              onGrip={onGrip}
              comments={comments.get(line.lineId ?? '-') ?? 0}
              on={control.on}
            />
          ))}
          <DragMark drag={drag} offsets={offsets} />
        </div>
      </div>
      <DragChip drag={drag} news={news} words={words} lineOf={lineOf} />
    </>
  );
}

function GridHead() {
  const { t } = useTranslation('plan');
  return (
    <div role="rowgroup" className={styles.headGroup}>
      <div role="row" aria-rowindex={1} className={styles.head} tabIndex={-1}>
        {gridColumns.map((column, index) => (
          <span
            key={column}
            role="columnheader"
            tabIndex={-1}
            aria-colindex={index + 1}
            data-column={column}
            className={column === 'more' ? styles.hidden : undefined}
          >
            {t(`editor.column.${column}`)}
          </span>
        ))}
        <span role="columnheader" tabIndex={-1} aria-colindex={gridColumns.length + 1} className={styles.hidden}>
          {t('editor.column.faults')}
        </span>
      </div>
    </div>
  );
}

/** Puts the focus on the active cell when the keyboard or an action of ours moved there. */
function useFocusOnCell(box: { readonly current: HTMLElement | null }, control: GridControl) {
  const { active, editing, wantsFocus } = control;
  useEffect(() => {
    if (!wantsFocus.current || active === null || editing !== null) return;
    const rows = [...(box.current?.querySelectorAll<HTMLElement>('[data-key]') ?? [])];
    const row = rows.find((each) => each.dataset['key'] === active.key);
    const cell = row?.querySelector<HTMLElement>(`[data-cell="${active.column}"]`);
    if (!row || !cell) return;
    wantsFocus.current = false;
    cell.focus({ preventScroll: true });
    row.scrollIntoView?.({ block: 'nearest' });
  });
}

function copy(event: ClipboardEvent, control: GridControl) {
  if (control.editing !== null) return;
  event.preventDefault();
  event.clipboardData.setData('text/plain', control.copied());
}

function paste(event: ClipboardEvent, control: GridControl) {
  if (control.editing !== null) return;
  event.preventDefault();
  control.paste(event.clipboardData.getData('text/plain'));
}
