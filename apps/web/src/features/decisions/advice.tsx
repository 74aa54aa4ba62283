import { Money, None, Panel, PlainText, Stack, SummaryList, Tag } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { Localised } from '../../shared/i18n/localised';
import { formatPoints } from '../reviews';
import styles from './decision-page.module.css';
import type { Decision } from './records';
import { OutcomeTag } from './state-tags';

/** What the decision rests on: rank, mean, and what the jury wrote on each criterion. */
export function Advice({ decision }: { readonly decision: Decision }) {
  const { t } = useTranslation('decisions');
  const { advisedOutcome, meanBasisPoints, rankingPosition, exclusionReasons } = decision;
  return (
    <Panel title={t('advice.title')} tone="sunken">
      <Stack gap={4}>
        {advisedOutcome === null ? (
          <p>{t('advice.none')}</p>
        ) : (
          <SummaryList
            items={[
              { id: 'outcome', label: t('advice.outcome'), value: <OutcomeTag outcome={advisedOutcome} /> },
              { id: 'position', label: t('field.position'), value: rankingPosition ?? <None /> },
              {
                id: 'mean',
                label: t('field.mean'),
                value:
                  meanBasisPoints === null ? <None /> : t('advice.mean', { points: formatPoints(meanBasisPoints) }),
              },
              { id: 'requested', label: t('field.requested'), value: <Money cents={decision.requestedCents} /> },
            ]}
          />
        )}
        {exclusionReasons.map((reason) => (
          <div key={reason.code} className={styles.criterion}>
            <p>
              <Tag tone="danger">{t(`applications:exclusion.${reason.code}`)}</Tag>
            </p>
            <PlainText>{reason.text}</PlainText>
          </div>
        ))}
        <div>
          {decision.criteria.map((criterion) => (
            <AdviceOnCriterion key={criterion.id} criterion={criterion} />
          ))}
        </div>
      </Stack>
    </Panel>
  );
}

function AdviceOnCriterion({ criterion }: { readonly criterion: Decision['criteria'][number] }) {
  const { t } = useTranslation('decisions');
  return (
    <div className={styles.criterion}>
      <p className={styles.criterionHead}>
        <Localised text={criterion.title} />
        <span className={styles.score}>
          {criterion.meanScore === null
            ? t('advice.unscored')
            : t('advice.score', { score: criterion.meanScore.replace('.', ','), max: criterion.maxScore })}
        </span>
      </p>
      {criterion.comments.map((comment, index) => (
        // Two reviewers may say the same words, and the list never changes on this page.
        <div key={index} className={styles.comment}>
          <PlainText>{comment}</PlainText>
        </div>
      ))}
    </div>
  );
}
