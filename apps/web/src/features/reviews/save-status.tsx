import { Button, Notice } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../shared/api/problem';
import { useProblemText } from '../../shared/form/problem-notice';
import styles from './review-form.module.css';
import type { ReviewSaving } from './use-review-draft';

/** Whether what is on the screen is saved, always in view. */
export function SaveStatus({ saving }: { readonly saving: ReviewSaving }) {
  const { t } = useTranslation('reviews');
  const problemText = useProblemText();
  const { draft, state, problem, saver } = saving;
  const scores = Object.values(draft.scores);
  const given = scores.filter(({ score }) => score !== null).length;
  // Only a line that is down, or a session that ended, mends itself by trying again.
  const isRefused =
    problem instanceof ApiProblem && problem.status >= 400 && problem.status < 500 && problem.status !== 401;
  return (
    <div className={styles.status}>
      <p className={styles.state} data-state={state}>
        <span role="status">{t(`review.saveState.${state}`)}</span>
        <span>{t('review.progress', { given, count: scores.length })}</span>
      </p>
      {state === 'failed' && problem !== null && <p>{isRefused ? problemText(problem) : t('review.keepsTrying')}</p>}
      {state === 'stale' && (
        <Notice
          tone="warning"
          live
          title={t('review.staleTitle')}
          actions={
            <Button size="small" onClick={() => void saver.overwrite()}>
              {t('review.staleKeep')}
            </Button>
          }
        >
          <p>{t('review.staleText')}</p>
        </Notice>
      )}
    </div>
  );
}
