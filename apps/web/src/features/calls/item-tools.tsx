import { Button } from '@commonlot/ui';
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './edit-call.module.css';

interface ItemToolsProps {
  /** What is moved or removed, in words: "question 3". */
  readonly name: string;
  readonly index: number;
  readonly count: number;
  readonly onMove: (by: -1 | 1) => void;
  /** Left out for what has to stay. */
  readonly onRemove?: (() => void) | undefined;
}

/** Up, down, away: by buttons, so that it works without dragging. */
export function ItemTools({ name, index, count, onMove, onRemove }: ItemToolsProps) {
  const { t } = useTranslation('calls');
  const tool = { size: 'small', tone: 'quiet' } as const;
  return (
    <div className={styles.tools}>
      {index > 0 && (
        <Button {...tool} aria-label={t('tool.up', { name })} onClick={() => onMove(-1)}>
          <ArrowUp aria-hidden="true" size={16} />
        </Button>
      )}
      {index < count - 1 && (
        <Button {...tool} aria-label={t('tool.down', { name })} onClick={() => onMove(1)}>
          <ArrowDown aria-hidden="true" size={16} />
        </Button>
      )}
      {onRemove !== undefined && (
        <Button {...tool} aria-label={t('tool.remove', { name })} onClick={onRemove}>
          <Trash2 aria-hidden="true" size={16} />
        </Button>
      )}
    </div>
  );
}
