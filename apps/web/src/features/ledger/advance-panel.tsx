import type { payments, ResponseOf } from '@commonlot/contracts';
import { Day, Gauge, Money, Panel } from '@commonlot/ui';
import { Trans, useTranslation } from 'react-i18next';

export type Advance = ResponseOf<typeof payments.listAdvances>['rows'][number];

/** What was paid and approved of a year against the ceiling of today, and the ceiling that comes next. */
export function AdvancePanel({ advance }: { readonly advance: Advance }) {
  const { t } = useTranslation('ledger');
  const { year, foreseenCents, paidCents, approvedCents, ceilingCents, roomCents, next } = advance;
  return (
    <Panel title={t('advance.of', { year })}>
      <Gauge
        label={t('advance.meter')}
        parts={[
          { id: 'paid', label: t('advance.paid'), cents: paidCents },
          { id: 'approved', label: t('advance.approved'), cents: approvedCents },
        ]}
        ceilingCents={ceilingCents}
        ceilingLabel={t('advance.ceiling')}
        maxCents={foreseenCents}
        share={ceilingCents === null ? undefined : shareOf(paidCents + approvedCents, ceilingCents)}
        state={<Sentence advance={advance} />}
        table={{
          caption: t('advance.title'),
          nameHeader: t('advance.figure'),
          amountHeader: t('advance.amount'),
          none: t('advance.noCeiling'),
          rows: [
            { id: 'foreseen', name: t('advance.foreseen'), cents: foreseenCents },
            { id: 'paid', name: t('advance.paid'), cents: paidCents },
            { id: 'approved', name: t('advance.approved'), cents: approvedCents },
            { id: 'ceiling', name: t('advance.ceiling'), cents: ceilingCents },
            ...(roomCents === null ? [] : [{ id: 'left', name: t('advance.left'), cents: roomCents }]),
            ...(next === null
              ? []
              : [
                  {
                    id: 'next',
                    name: <Trans t={t} i18nKey="advance.next" components={{ day: <Day on={next.fromOn} /> }} />,
                    cents: next.ceilingCents,
                  },
                ]),
          ],
        }}
      />
    </Panel>
  );
}

/** In whole per cent, rounded down: a full bar means that nothing is left. */
const shareOf = (used: number, ceiling: number) => `${ceiling === 0 ? 100 : Math.floor((used / ceiling) * 100)} %`;

function Sentence({ advance }: { readonly advance: Advance }) {
  const { t } = useTranslation('ledger');
  const { year, percent, roomCents, isDefinitive } = advance;
  if (percent === null) return <p>{t(isDefinitive ? 'advance.definitive' : 'advance.over', { year })}</p>;
  return (
    <p>
      <Trans
        t={t}
        i18nKey="advance.room"
        values={{ year, percent }}
        components={{ room: <Money cents={roomCents} decimals="always" /> }}
      />
    </p>
  );
}
