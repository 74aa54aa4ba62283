import { Instant, type Step, Steps } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import type { Batch } from './records';

const order: readonly Batch['state'][] = ['draft', 'prepared', 'signed', 'released'];

/** Who prepared and who signed, and when. */
export function BatchSteps({ batch }: { readonly batch: Batch }) {
  const { t } = useTranslation('decisions');
  const reached = order.indexOf(batch.state);
  const stateOf = (index: number): Step['state'] => {
    if (index < reached || batch.state === 'released') return 'done';
    return index === reached ? 'current' : 'upcoming';
  };
  return (
    <Steps
      label={t('batch.steps')}
      steps={[
        { id: 'draft', title: t('batch.step.draft'), state: stateOf(0), children: batch.preparedBy },
        {
          id: 'prepared',
          title: t('batch.step.prepared'),
          state: stateOf(1),
          at: batch.preparedAt && <Instant at={batch.preparedAt} form="short" />,
        },
        {
          id: 'signed',
          title: t('batch.step.signed'),
          state: stateOf(2),
          at: batch.signedAt && <Instant at={batch.signedAt} form="short" />,
          children: batch.signedBy && [batch.signedBy, batch.signatoryTitle].filter(Boolean).join(', '),
        },
        {
          id: 'released',
          title: t('batch.step.released'),
          state: stateOf(3),
          at: batch.releasedAt && <Instant at={batch.releasedAt} form="short" />,
        },
      ]}
    />
  );
}
