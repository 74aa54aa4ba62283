import { Cluster, type Step, Steps, UiLink } from '@commonlot/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePath } from '../../shared/i18n/use-language';
import { useSession } from '../../shared/session/session';
import type { Call } from './call-records';

/** Filed, judged admissible, reviewed, decided: how many files are where, and where the next work is done. */
export function CallProgress({ call }: { readonly call: Call }) {
  const { t } = useTranslation('calls');
  const path = usePath();
  const { can } = useSession();
  const { counts, filed, admitted, phase } = call;
  const isClosed = phase === 'closed' || phase === 'settled';
  const decided = counts.awarded + counts.refused;
  const isScreened = isClosed && counts.submitted === 0;
  const isDecided = isScreened && counts.admitted === 0 && decided > 0;
  const params = { callId: call.id };
  const links = (...shown: ReactNode[]) => <Cluster gap={4}>{shown}</Cluster>;

  const steps: Step[] = [
    {
      id: 'filed',
      title: t('progress.filed', { count: filed }),
      state: isClosed ? 'done' : phase === 'open' ? 'current' : 'upcoming',
      children: counts.withdrawn > 0 && t('progress.withdrawn', { count: counts.withdrawn }),
    },
    {
      id: 'admitted',
      title: t('progress.admitted', { count: admitted }),
      state: stateOf(isClosed, isScreened),
      children: (
        <>
          {t('progress.screening', { waiting: counts.submitted, excluded: counts.excluded })}
          {can('application:screen') &&
            links(
              <UiLink key="screening" href={path('screening', params)}>
                {t('progress.toScreening')}
              </UiLink>,
            )}
        </>
      ),
    },
    {
      id: 'reviewed',
      title: t('progress.reviewed'),
      state: stateOf(isScreened, isDecided),
      children: links(
        can('review:assign') && (
          <UiLink key="reviewers" href={path('assign-reviewers', params)}>
            {t('progress.toReviewers')}
          </UiLink>
        ),
        can('review:rank') && (
          <UiLink key="ranking" href={path('ranking', params)}>
            {t('progress.toRanking')}
          </UiLink>
        ),
      ),
    },
    {
      id: 'decided',
      title: t('progress.decided', { count: decided }),
      state: isDecided ? 'done' : 'upcoming',
      children: (
        <>
          {decided > 0 && t('progress.outcomes', { awarded: counts.awarded, refused: counts.refused })}
          {can('decision:read') &&
            links(
              <UiLink key="decisions" href={path('batches')}>
                {t('progress.toDecisions')}
              </UiLink>,
            )}
        </>
      ),
    },
  ];
  return <Steps label={t('progress.title')} steps={steps} />;
}

function stateOf(hasBegun: boolean, isDone: boolean): Step['state'] {
  if (isDone) return 'done';
  return hasBegun ? 'current' : 'upcoming';
}
