import type { payments, ResponseOf } from '@commonlot/contracts';
import type { Cents } from '@commonlot/domain';
import { type Column, Day, Money, Panel, ProgressBar, Stack, Table } from '@commonlot/ui';
import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';

export type Advance = ResponseOf<typeof payments.listAdvances>['rows'][number];

interface FigureRow {
  readonly id: string;
  readonly name: ReactNode;
  readonly cents: Cents | null;
}

/** What was paid and approved of a year against the ceiling of today, and the ceiling that comes next. */
export function AdvanceGauge({ advance }: { readonly advance: Advance }) {
  const { t } = useTranslation('ledger');
  const { year, ceilingCents, paidCents, approvedCents } = advance;
  return (
    <Panel title={t('advance.of', { year })}>
      <Stack>
        <Sentence advance={advance} />
        {ceilingCents !== null && (
          <ProgressBar
            label={t('advance.meter')}
            value={Math.min(paidCents + approvedCents, ceilingCents)}
            max={ceilingCents}
            text={shareOf(paidCents + approvedCents, ceilingCents)}
          />
        )}
        <Figures advance={advance} />
      </Stack>
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

function Figures({ advance }: { readonly advance: Advance }) {
  const { t } = useTranslation('ledger');
  const { next } = advance;
  const rows: FigureRow[] = [
    { id: 'foreseen', name: t('advance.foreseen'), cents: advance.foreseenCents },
    { id: 'paid', name: t('advance.paid'), cents: advance.paidCents },
    { id: 'approved', name: t('advance.approved'), cents: advance.approvedCents },
    { id: 'ceiling', name: t('advance.ceiling'), cents: advance.ceilingCents },
    ...(advance.roomCents === null ? [] : [{ id: 'left', name: t('advance.left'), cents: advance.roomCents }]),
    ...(next === null
      ? []
      : [
          {
            id: 'next',
            name: <Trans t={t} i18nKey="advance.next" components={{ day: <Day on={next.fromOn} /> }} />,
            cents: next.ceilingCents,
          },
        ]),
  ];
  const columns: Column<FigureRow>[] = [
    { id: 'name', header: t('advance.figure'), rowHeader: true, cell: (row) => row.name },
    {
      id: 'amount',
      header: t('advance.amount'),
      end: true,
      noWrap: true,
      cell: (row) => (row.cents === null ? t('advance.noCeiling') : <Money cents={row.cents} decimals="always" />),
    },
  ];
  return (
    <Table
      caption={t('advance.title')}
      captionHidden
      dense
      narrow="compact"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
    />
  );
}
