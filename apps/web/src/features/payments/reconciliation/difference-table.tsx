import { cents } from '@commonlot/domain';
import { Button, Day, Money, None, PlainText, Table, Tag } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import styles from './reconciliation.module.css';
import type { Difference } from './statement-records';

interface DifferenceTableProps {
  readonly caption: string;
  readonly rows: readonly Difference[];
  readonly onExplain?: (difference: Difference) => void;
}

/** What the bank says, what is known here, why they differ, and what to do about it. */
export function DifferenceTable({ caption, rows, onExplain }: DifferenceTableProps) {
  const { t } = useTranslation('payments');
  return (
    <Table
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={(row) => row.subjectId}
      columns={[
        {
          id: 'kind',
          header: t('reconciliation.field.difference'),
          rowHeader: true,
          cell: (row) => (
            <div className={styles.stack}>
              <Tag
                tone={row.explanation === null ? 'warning' : 'neutral'}
                icon={row.explanation === null ? 'attention' : 'note'}
              >
                {t(`reconciliation.kind.${row.kind}`)}
              </Tag>
              {row.explanation === null && <span className={styles.soft}>{t(`reconciliation.next.${row.kind}`)}</span>}
            </div>
          ),
        },
        { id: 'day', header: t('reconciliation.field.day'), noWrap: true, cell: (row) => <Day on={row.on} /> },
        { id: 'bank', header: t('reconciliation.field.bank'), cell: (row) => <OfBank difference={row} /> },
        { id: 'payment', header: t('reconciliation.field.payment'), cell: (row) => <OfPayment difference={row} /> },
        {
          id: 'amount',
          header: t('field.amount'),
          end: true,
          cell: (row) => <Money cents={cents(row.amountCents)} decimals="always" />,
        },
        {
          id: 'reason',
          header: t('reconciliation.field.reason'),
          cell: (row) => <Reason difference={row} {...(onExplain === undefined ? {} : { onExplain })} />,
        },
      ]}
    />
  );
}

function OfBank({ difference: { entry } }: { readonly difference: Difference }) {
  const { t } = useTranslation('payments');
  if (entry === null) return <None />;
  if (entry.isHidden) return <span className={styles.soft}>{t('reconciliation.hidden')}</span>;
  return (
    <div className={styles.stack}>
      <span>{entry.counterpartyName}</span>
      <span className={styles.soft}>{entry.counterpartyAccount}</span>
      <span className={styles.soft}>{entry.communication}</span>
    </div>
  );
}

function OfPayment({ difference: { payment } }: { readonly difference: Difference }) {
  const { t } = useTranslation('payments');
  if (payment === null) return <None />;
  return (
    <div className={styles.stack}>
      <span>
        {payment.number} · {t(`state.${payment.state}`)}
      </span>
      <span className={styles.soft}>{payment.organisationName}</span>
      <span className={styles.soft}>{payment.iban}</span>
      <span className={styles.soft}>
        <Money cents={payment.amountCents} decimals="always" />
      </span>
    </div>
  );
}

function Reason({ difference, onExplain }: { difference: Difference; onExplain?: (difference: Difference) => void }) {
  const { t } = useTranslation('payments');
  const { explanation, entry } = difference;
  if (explanation !== null) {
    return (
      <div className={styles.stack}>
        <PlainText>{explanation.reason}</PlainText>
        <span className={styles.soft}>{explanation.explainedBy}</span>
      </div>
    );
  }
  if (onExplain === undefined || entry?.isHidden === true) return <None />;
  return (
    <Button size="small" onClick={() => onExplain(difference)}>
      {t('reconciliation.explain')}
    </Button>
  );
}
