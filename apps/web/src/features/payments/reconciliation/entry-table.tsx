import { cents } from '@commonlot/domain';
import { Day, Money, None, Table, Tag } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import styles from './reconciliation.module.css';
import { type Entry, signed } from './statement-records';

/** Entries that need no explanation. */
export function EntryTable({ caption, rows }: { readonly caption: string; readonly rows: readonly Entry[] }) {
  const { t } = useTranslation('payments');
  return (
    <Table
      caption={caption}
      captionHidden
      dense
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { id: 'day', header: t('reconciliation.field.day'), noWrap: true, cell: (row) => <Day on={row.bookedOn} /> },
        {
          id: 'bank',
          header: t('reconciliation.field.bank'),
          rowHeader: true,
          cell: (row) => (
            <div className={styles.stack}>
              <span>{row.isHidden ? t('reconciliation.hidden') : row.counterpartyName}</span>
              <span className={styles.soft}>{row.bankReference}</span>
            </div>
          ),
        },
        {
          id: 'payment',
          header: t('reconciliation.field.payment'),
          cell: ({ payment, waits }) =>
            payment === null ? (
              <None />
            ) : (
              <div className={styles.stack}>
                <span>{payment.number}</span>
                <Tag tone={waits ? 'info' : 'success'} icon={waits ? 'waiting' : 'done'}>
                  {t(`state.${payment.state}`)}
                </Tag>
              </div>
            ),
        },
        {
          id: 'amount',
          header: t('field.amount'),
          end: true,
          cell: (row) => <Money cents={cents(signed(row))} decimals="always" />,
        },
      ]}
    />
  );
}
