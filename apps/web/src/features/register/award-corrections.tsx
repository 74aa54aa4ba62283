import type { LocalisedText } from '@commonlot/domain';
import { Instant, Panel, PlainText } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { useLocalised } from '../../shared/i18n/localised';
import styles from './award-page.module.css';
import type { AwardRecord } from './records';

interface AwardCorrectionsProps {
  readonly corrections: AwardRecord['corrections'];
  /** The language of the file, in which titles and reasons are written. */
  readonly language: string;
  readonly places: readonly { readonly nis: string; readonly name: LocalisedText }[];
}

/** What was put right after publication: dated, with the former value beside the new one. Nothing changes in silence. */
export function AwardCorrections({ corrections, language, places }: AwardCorrectionsProps) {
  const { t } = useTranslation('register');
  const localised = useLocalised();
  if (corrections.length === 0) return null;
  const inWords = (field: string, value: string) => {
    const place = field === 'municipality' ? places.find(({ nis }) => nis === value) : undefined;
    return place ? localised(place.name) : value;
  };
  return (
    <Panel title={t('correction.title')}>
      <p>{t('correction.text')}</p>
      <ol className={styles.corrections}>
        {corrections.map((correction) => {
          const lang = correction.field === 'municipality' ? undefined : language;
          return (
            <li key={`${correction.correctedAt} ${correction.field}`} className={styles.correction}>
              <p className={styles.date}>
                <Instant at={correction.correctedAt} form="short" />
              </p>
              <p className={styles.field}>{t(`correction.field.${correction.field}`)}</p>
              <dl className={styles.values}>
                <dt>{t('correction.former')}</dt>
                <dd lang={lang}>
                  <del>{inWords(correction.field, correction.formerValue)}</del>
                </dd>
                <dt>{t('correction.new')}</dt>
                <dd lang={lang}>
                  <ins>{inWords(correction.field, correction.newValue)}</ins>
                </dd>
              </dl>
              <PlainText>{correction.explanation}</PlainText>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
