// biome-ignore-all lint/a11y/useSemanticElements: a table cannot leave out the rows that are not in sight.
import { Money } from '@commonlot/ui';
import type { TFunction } from 'i18next';
import { Ellipsis, GripVertical } from 'lucide-react';
import { memo, type PointerEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CellField } from './cell-field';
import drag from './drag.module.css';
import styles from './grid.module.css';
import type { CellPlace, RowEvents } from './places';
import { type GridColumn, gridColumns, type LineReading, labelOf } from './read-draft';
import type { RowWords } from './row-words';
import { labelFields, type TypedLine } from './typed-line';

interface GridRowProps {
  readonly line: TypedLine;
  readonly index: number;
  readonly topRem: number;
  readonly heightRem: number;
  readonly reading: LineReading | undefined;
  readonly words: RowWords;
  /** How the amount follows from others; empty when it is typed. */
  readonly note: string;
  /** The column that Tab comes to in this row; null in all rows but one. */
  readonly column: GridColumn | null;
  readonly editing: (CellPlace & { readonly seed: string | null }) | null;
  readonly isSelected: boolean;
  readonly isNarrow: boolean;
  /** How many comments on it are open. */
  readonly comments: number;
  /** It is on its way, or goes along with a heading that is. */
  readonly isDragged: boolean;
  readonly onGrip: (event: PointerEvent, key: string) => void;
  readonly on: RowEvents;
}

/** One line: its cells, and under them what is wrong with it. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { line, index, reading, words, isSelected } = props;
  const faults = reading?.faults ?? [];
  const level = reading?.level ?? 1;
  return (
    <div
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-level={level}
      aria-selected={isSelected}
      className={styles.row}
      data-key={line.key}
      data-heading={line.kind === 'heading' || undefined}
      data-level={Math.min(level, 6)}
      data-dragged={props.isDragged || undefined}
      style={{ transform: `translateY(${props.topRem}rem)`, blockSize: `${props.heightRem}rem` }}
    >
      {gridColumns.map((column) => (
        <GridCell key={column} {...props} at={column} />
      ))}
      <div role="gridcell" tabIndex={-1} aria-colindex={gridColumns.length + 1} className={styles.faults}>
        {faults.length > 0 && <span id={`fault-${line.key}`}>{faults.map(words.fault).join('; ')}</span>}
      </div>
    </div>
  );
});

function GridCell({ at, ...props }: GridRowProps & { readonly at: GridColumn }) {
  const { line, reading, column, editing, comments, on } = props;
  const { t } = useTranslation('plan');
  const place = { key: line.key, column: at };
  const isFaulty = reading?.faults.some((fault) => fault.column === at) ?? false;
  const tabIndex = column === at ? 0 : -1;
  if (at === 'more') {
    return (
      <div role="gridcell" tabIndex={-1} aria-colindex={6} className={styles.cell} data-column={at}>
        <button
          type="button"
          className={styles.more}
          data-cell={at}
          tabIndex={tabIndex}
          aria-label={detailsName(t, line.code, comments)}
          onFocus={() => on.focus(place)}
          onClick={() => on.open(line.key)}
        >
          <Ellipsis aria-hidden="true" />
          {comments > 0 && (
            <span aria-hidden="true" className={styles.comments}>
              {comments}
            </span>
          )}
        </button>
      </div>
    );
  }
  const isEditing = editing?.column === at;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it hears all keys.
    <div
      role="gridcell"
      aria-colindex={gridColumns.indexOf(at) + 1}
      aria-invalid={isFaulty || undefined}
      aria-describedby={isFaulty ? `fault-${line.key}` : undefined}
      aria-readonly={at === 'note' || undefined}
      className={styles.cell}
      data-column={at}
      data-cell={at}
      tabIndex={tabIndex}
      onFocus={(event) => event.target === event.currentTarget && on.focus(place)}
      onClick={() => props.isNarrow && !isEditing && on.press(place)}
      onDoubleClick={() => !isEditing && on.press(place)}
    >
      {isEditing ? <CellField place={place} seed={editing.seed} {...props} /> : <CellText {...props} at={at} />}
    </div>
  );
}

/** The code behind the grip by which a mouse or a finger moves the line; the keyboard has keys for it. */
function CodeText({ line, onGrip }: Pick<GridRowProps, 'line' | 'onGrip'>) {
  return (
    <>
      <span
        aria-hidden="true"
        data-grip={line.key}
        className={drag.grip}
        onPointerDown={(event) => onGrip(event, line.key)}
        onDoubleClick={(event) => event.stopPropagation()}
        onClick={(event) => event.stopPropagation()}
      >
        <GripVertical />
      </span>
      {line.code}
    </>
  );
}

/** What the button is called that opens the details of a line. */
function detailsName(t: TFunction<'plan'>, code: string, comments: number): string {
  const name = t('editor.detailsOf', { code });
  return comments === 0 ? name : `${name}, ${t('comment.open', { count: comments })}`;
}

/** What a cell shows while nobody types in it. */
function CellText({ at, line, reading, words, note, onGrip }: GridRowProps & { readonly at: GridColumn }): ReactNode {
  const { t } = useTranslation('plan');
  if (at === 'code') return <CodeText line={line} onGrip={onGrip} />;
  if (at === 'kind') return line.unreadKind || words.kinds[line.kind];
  if (at === 'note') {
    if (note !== '') return note;
    return line.kind === 'heading' ? t('formula.sum') : '';
  }
  if (at === 'amount') {
    if (line.kind === 'heading' || line.formula !== null) return <Money cents={reading?.cents ?? null} />;
    return line.isPm ? <Money cents={null} isPm /> : line.amount;
  }
  const own = line[labelFields[words.language]];
  return own === '' ? <span className={styles.foreign}>{labelOf(line, words.language)}</span> : own;
}
