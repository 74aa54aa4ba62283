import { subtractCents } from '@commonlot/domain';
import { DataFigure, DataFigures, Money } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import type { Batch } from './records';

/** What there is, what the awards take, what is left. */
export function BatchFigures({ batch }: { readonly batch: Batch }) {
  const { t } = useTranslation('decisions');
  // What is available on a line already leaves out what was committed, so that a rest is only told before that.
  const isOpen = batch.state === 'draft' || batch.state === 'prepared';
  const funds = batch.envelopeCents ?? (isOpen ? batch.lineAvailableCents : null);
  return (
    <DataFigures>
      {funds !== null && (
        <DataFigure
          label={batch.envelopeCents === null ? t('batch.available') : t('batch.envelope')}
          value={<Money cents={funds} />}
        />
      )}
      <DataFigure
        label={t('batch.awarded')}
        value={<Money cents={batch.awardedCents} />}
        note={t('batches.awardsOf', { awards: batch.awards, decisions: batch.decisions })}
      />
      {funds !== null && (
        <DataFigure label={t('batch.left')} value={<Money cents={subtractCents(funds, batch.awardedCents)} />} />
      )}
    </DataFigures>
  );
}
