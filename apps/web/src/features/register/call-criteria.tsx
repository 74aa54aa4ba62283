import { Panel } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { Localised, LocalisedParagraphs } from '../../shared/i18n/localised';
import styles from './call-page.module.css';
import type { CallRecord } from './records';

/** How the jury scores, published before anybody applies: each criterion with its weight. */
export function CallCriteria({ criteria }: { readonly criteria: CallRecord['criteria'] }) {
  const { t } = useTranslation('register');
  return (
    <Panel title={t('call.criteria')} id="criteria">
      <p>{t('call.criteriaText')}</p>
      <ul className={styles.criteria}>
        {criteria.map((criterion) => (
          <li key={criterion.id} className={styles.criterion}>
            <h3>
              <Localised text={criterion.title} />
            </h3>
            <p className={styles.weight}>
              {criterion.weight}
              {'\u00a0%'}
            </p>
            <div className={styles.weightBar} aria-hidden="true">
              <span style={{ inlineSize: `${criterion.weight}%` }} />
            </div>
            <div>
              <LocalisedParagraphs text={criterion.description} />
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
