import { ButtonRow, LinkButton, Notice, Panel, PlainText, Stack } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { Localised } from '../../shared/i18n/localised';
import { usePath } from '../../shared/i18n/use-language';
import type { Assignment } from './records';
import styles from './review-page.module.css';

/** The own review as it was sent; nobody changes it any more. */
export function SentReview({ assignment }: { readonly assignment: Assignment }) {
  const { t } = useTranslation('reviews');
  const path = usePath();
  const { criteriaList, scores, remark, nextId } = assignment;
  return (
    <Panel title={t('review.own')}>
      <Stack gap={5}>
        <Notice tone="success" title={t('review.sentTitle')}>
          <p>{t('review.sentText')}</p>
        </Notice>
        {criteriaList.map((criterion) => (
          <div key={criterion.id} className={styles.sentCriterion}>
            <h3>
              <Localised text={criterion.title} />
            </h3>
            <p className={styles.sentScore}>
              {t('review.scoreOf', { score: scores[criterion.id]?.score ?? '–', max: criterion.maxScore })}
            </p>
            <PlainText>{scores[criterion.id]?.comment ?? ''}</PlainText>
          </div>
        ))}
        {remark !== '' && (
          <div className={styles.sentCriterion}>
            <h3>{t('review.remark')}</h3>
            <PlainText>{remark}</PlainText>
          </div>
        )}
        <ButtonRow>
          <LinkButton href={nextId === null ? path('reviews') : path('review', { assignmentId: nextId })}>
            {nextId === null ? t('declare.toQueue') : t('review.next')}
          </LinkButton>
        </ButtonRow>
      </Stack>
    </Panel>
  );
}
