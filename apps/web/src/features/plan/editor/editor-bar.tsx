import { Button, type ButtonProps, Details } from '@commonlot/ui';
import {
  ArrowDown,
  ArrowUp,
  CopyPlus,
  CornerDownRight,
  IndentDecrease,
  IndentIncrease,
  ListOrdered,
  Plus,
  Redo2,
  Trash2,
  Undo2,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { LineAction } from './grid-keys';
import styles from './line-editor.module.css';
import type { GridControl } from './use-grid-control';
import type { PlanDraft } from './use-plan-draft';

const icons: Record<LineAction, typeof Plus> = {
  after: Plus,
  under: CornerDownRight,
  up: ArrowUp,
  down: ArrowDown,
  in: IndentIncrease,
  out: IndentDecrease,
  copy: CopyPlus,
  remove: Trash2,
  undo: Undo2,
  redo: Redo2,
};
export const lineActions = ['after', 'under', 'up', 'down', 'out', 'in', 'copy', 'remove'] as const;

interface EditorBarProps {
  readonly draft: PlanDraft;
  readonly control: GridControl;
  readonly onSave: () => void;
}

/** What can be done with the line that has the focus, for the mouse and the finger; each has a key of its own too. */
export function EditorBar({ draft, control, onSave }: EditorBarProps) {
  const { t } = useTranslation('plan');
  const { t: shared } = useTranslation('shared');
  const { actions, active } = control;
  const hasLine = active !== null;
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: buttons that act on the grid, and no fields. */}
      <div role="group" aria-label={t('editor.actions')} className={styles.bar}>
        <ActionButton action="undo" aria-disabled={!actions.canUndo} onClick={() => actions.run('undo')} />
        <ActionButton action="redo" aria-disabled={!actions.canRedo} onClick={() => actions.run('redo')} />
        {lineActions.map((action) => (
          <ActionButton
            key={action}
            action={action}
            className={action === 'after' ? undefined : styles.wide}
            aria-disabled={!hasLine && action !== 'after'}
            onClick={() => (hasLine || action === 'after') && actions.run(action)}
          />
        ))}
        <Button
          size="small"
          tone="quiet"
          className={styles.wide}
          icon={<ListOrdered aria-hidden="true" />}
          aria-label={t('editor.countAnew')}
          title={t('editor.countAnew')}
          onClick={actions.countAnew}
        />
        <Button tone="primary" size="small" pending={draft.saving.isPending} onClick={onSave}>
          {shared('action.save')}
        </Button>
      </div>
      <div className={styles.wide}>
        <Details summary={t('editor.keys')}>
          <ul className={styles.keys}>
            {(['walk', 'write', 'add', 'move', 'undo', 'copy', 'remove', 'details'] as const).map((name) => (
              <li key={name}>{t(`editor.key.${name}`)}</li>
            ))}
          </ul>
        </Details>
      </div>
    </>
  );
}

export function ActionButton({ action, ...rest }: ButtonProps & { readonly action: LineAction }) {
  const { t } = useTranslation('plan');
  const Icon = icons[action];
  const name = t(`editor.action.${action}`);
  return (
    <Button
      size="small"
      tone="quiet"
      icon={<Icon aria-hidden="true" />}
      {...(rest.children === undefined ? { 'aria-label': name, title: name } : {})}
      {...rest}
    />
  );
}
