import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../shared/i18n/use-language';
import styles from './scenario.module.css';
import { type ChangedLine, labelOf } from './scenario-plan';

/** Two bars for each rubric, the draft above the scenario. The table beside it says the same in figures. */
export function PairedBars({ rubrics, name }: { readonly rubrics: readonly ChangedLine[]; readonly name: string }) {
  const { t } = useTranslation('plan');
  const language = useLanguage();
  const longest = Math.max(1, ...rubrics.flatMap(({ before, after }) => [before, after]));
  return (
    <figure className={styles.bars}>
      <figcaption className={styles.legend}>
        <span data-part="draft">{t('scenario.draft')}</span>
        <span data-part="scenario">{name}</span>
      </figcaption>
      <ul aria-hidden="true">
        {rubrics.map(({ code, line, before, after }) => {
          const { text, lang } = labelOf(line, language);
          return (
            <li key={code}>
              <span className={styles.barLabel} lang={lang}>
                {code} {text}
              </span>
              <span className={styles.bar} data-part="draft" style={{ inlineSize: `${(before / longest) * 100}%` }} />
              <span className={styles.bar} data-part="scenario" style={{ inlineSize: `${(after / longest) * 100}%` }} />
            </li>
          );
        })}
      </ul>
    </figure>
  );
}
