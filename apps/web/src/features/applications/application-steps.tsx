import { Instant, type Step, Steps } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import type { OwnApplication } from './records';

/**
 * Where the application stands, from the released state and the dates of the call alone: what the office does with it
 * meanwhile does not show.
 */
export function ApplicationSteps({ application }: { readonly application: OwnApplication }) {
  const { t } = useTranslation('applications');
  const { releasedState, submittedAt, closesAt, releasedAt, isOpen } = application;
  const isWaiting = releasedState === 'submitted';
  const isDecided = releasedAt !== null;
  const isWithdrawn = releasedState === 'withdrawn';
  const middle = isDecided ? 'done' : isWithdrawn ? 'skipped' : undefined;
  const steps: Step[] = [
    { id: 'sent', title: t('steps.sent'), state: 'done', at: <Instant at={submittedAt} /> },
    ...(isWithdrawn ? [{ id: 'withdrawn', title: t('steps.withdrawn'), state: 'current' as const }] : []),
    {
      id: 'closed',
      title: t(isOpen ? 'steps.closes' : 'steps.closed'),
      state: middle ?? (isOpen ? 'current' : 'done'),
      at: <Instant at={closesAt} />,
    },
    {
      id: 'judged',
      title: t('steps.judged'),
      state: middle ?? (isOpen ? 'upcoming' : 'current'),
      ...(isWaiting && !isOpen ? { children: <p>{t('steps.judgedText')}</p> } : {}),
    },
    {
      id: 'decided',
      title: isDecided ? t(`released.${releasedState}`) : t('steps.decided'),
      state: isDecided ? 'current' : isWithdrawn ? 'skipped' : 'upcoming',
      ...(isDecided ? { at: <Instant at={releasedAt} /> } : {}),
      ...(isWaiting ? { children: <p>{t('steps.decidedText')}</p> } : {}),
    },
  ];
  return <Steps label={t('steps.title')} steps={steps} />;
}
