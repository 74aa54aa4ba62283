import { Panel, VisuallyHidden } from '@commonlot/ui';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './batch-page.module.css';
import type { Batch } from './records';

/** The check list of a batch: what holds, and how many files fail what does not. */
export function BatchChecks({ batch }: { readonly batch: Batch }) {
  const { t } = useTranslation('decisions');
  return (
    <Panel title={t('checks.title')}>
      <ul className={styles.checks}>
        {batch.checks.map(({ code, isMet, failing }) => (
          <li key={code} data-met={isMet || undefined}>
            {isMet ? <CircleCheck aria-hidden="true" /> : <CircleAlert aria-hidden="true" />}
            <span>
              {t(`checks.${code}`)} <VisuallyHidden>{isMet ? t('checks.met') : t('checks.notMet')}</VisuallyHidden>
            </span>
            {!isMet && code !== 'money' && (
              <span className={styles.failing}>{t('checks.failing', { count: failing })}</span>
            )}
            {!isMet && code === 'money' && <span className={styles.failing}>{t('checks.tooMuch')}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
