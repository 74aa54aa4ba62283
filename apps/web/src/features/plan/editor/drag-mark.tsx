import { VisuallyHidden } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import styles from './drag.module.css';
import { labelOf } from './read-draft';
import type { RowWords } from './row-words';
import type { TypedLine } from './typed-line';
import type { Drag, DragNews } from './use-row-drag';

interface DragMarkProps {
  readonly drag: Drag | null;
  readonly offsets: readonly number[];
}

/** A bar where the line would go, or a frame around the heading that would take it in. */
export function DragMark({ drag, offsets }: DragMarkProps) {
  const drop = drag?.drop;
  if (!drop) return null;
  const top = offsets[drop.row] ?? 0;
  const height = drop.isInside ? (offsets[drop.row + 1] ?? 0) - top : 0;
  return (
    <div
      aria-hidden="true"
      className={styles.mark}
      data-inside={drop.isInside || undefined}
      data-level={Math.min(drop.level, 4)}
      style={{ insetBlockStart: `${top}rem`, blockSize: `${height}rem` }}
    />
  );
}

/** The line under the pointer, and what is said about it to those who do not see it. */
export function DragChip({ drag, news, words, lineOf }: DragChipProps) {
  const said = useDragWords(drag, news, lineOf);
  return (
    <>
      {drag !== null && (
        <div
          aria-hidden="true"
          className={styles.chip}
          data-refused={drag.drop === null || undefined}
          style={{ insetInlineStart: `${drag.point.x + 12}px`, insetBlockStart: `${drag.point.y + 12}px` }}
        >
          {drag.line.code} {labelOf(drag.line, words.language)}
        </div>
      )}
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
    </>
  );
}

interface DragChipProps extends Pick<DragMarkProps, 'drag'> {
  readonly news: DragNews;
  readonly words: RowWords;
  readonly lineOf: ReadonlyMap<string, TypedLine>;
}

function useDragWords(drag: Drag | null, news: DragNews, lineOf: ReadonlyMap<string, TypedLine>): string {
  const { t } = useTranslation('plan');
  if (drag === null) return news === null ? '' : t(`editor.drag.${news.type}`, { code: news.code });
  if (drag.drop === null) return t('editor.drag.nowhere', { code: drag.line.code });
  const { where, key } = drag.drop.place;
  return t(`editor.drag.${where}`, { code: drag.line.code, target: lineOf.get(key)?.code ?? '' });
}
