import { Choice, Dialog, Stack } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import styles from './review-form.module.css';
import type { useReviewShortcuts } from './use-review-shortcuts';

const keys = [
  ['j', 'next'],
  ['k', 'previous'],
  ['0–9', 'score'],
  ['c', 'comment'],
  ['s', 'save'],
  ['[', 'previousFile'],
  [']', 'nextFile'],
  ['?', 'help'],
] as const;

interface ShortcutHelpProps {
  readonly open: boolean;
  readonly shortcuts: ReturnType<typeof useReviewShortcuts>;
  readonly onClose: () => void;
}

/** The keys of the form, and the switch that turns them off for people whose tools or hands they get in the way of. */
export function ShortcutHelp({ open, shortcuts, onClose }: ShortcutHelpProps) {
  const { t } = useTranslation('reviews');
  return (
    <Dialog open={open} onClose={onClose} title={t('shortcuts.title')}>
      <Stack>
        <p>{t('shortcuts.text')}</p>
        <dl className={styles.keys}>
          {keys.map(([key, action]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{t(`shortcuts.${action}`)}</dd>
            </div>
          ))}
        </dl>
        <Choice
          type="checkbox"
          id="shortcuts-on"
          label={t('shortcuts.on')}
          checked={shortcuts.areOn}
          onChange={({ target }) => shortcuts.turn(target.checked)}
        />
      </Stack>
    </Dialog>
  );
}
