import { type Column, Money, None, Table, Tag, UiLink } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { usePath } from '../../shared/i18n/use-language';
import { formatPoints } from '../reviews';
import styles from './batch-page.module.css';
import type { Batch } from './records';
import { OutcomeTag } from './state-tags';
import { useBlockerText } from './use-blocker-text';

type Row = Batch['rows'][number];

/** Every file of a batch with the advice, the amount, what is decided and what is still missing. */
export function DecisionTable({ batch }: { readonly batch: Batch }) {
  const { t } = useTranslation('decisions');
  const columns = useColumns(batch);
  return (
    <Table
      caption={t('batch.caption')}
      captionHidden
      dense
      columns={columns}
      rows={batch.rows}
      rowKey={(row) => row.id}
      mark={(row) => (row.outcome === 'award' ? undefined : 'faint')}
    />
  );
}

function useColumns(batch: Batch): Column<Row>[] {
  const { t } = useTranslation('decisions');
  const path = usePath();
  const isRanked = batch.rows.some(({ rankingPosition }) => rankingPosition !== null);
  const ranked: Column<Row>[] = [
    { id: 'position', header: t('field.position'), end: true, cell: (row) => row.rankingPosition ?? <None /> },
    {
      id: 'mean',
      header: t('field.mean'),
      end: true,
      cell: (row) => (row.meanBasisPoints === null ? <None /> : formatPoints(row.meanBasisPoints)),
    },
  ];
  const [position, mean] = isRanked ? ranked : [];
  const columns: (Column<Row> | undefined)[] = [
    position,
    {
      id: 'title',
      header: t('field.file'),
      rowHeader: true,
      total: t('batch.total'),
      cell: (row) => (
        <>
          <UiLink href={path('decision', { batchId: batch.id, decisionId: row.id })} lang={row.language}>
            {row.title}
          </UiLink>
          <span className={styles.under}>
            {row.organisationName} · {row.number}
          </span>
        </>
      ),
    },
    mean,
    {
      id: 'requested',
      header: t('field.requested'),
      end: true,
      cell: (row) => <Money cents={row.requestedCents} decimals="always" />,
    },
    {
      id: 'amount',
      header: t('field.amount'),
      end: true,
      cell: (row) => <Money cents={row.amountCents} decimals="always" />,
      total: <Money cents={batch.awardedCents} decimals="always" />,
    },
    { id: 'outcome', header: t('field.outcome'), cell: (row) => <OutcomeCell row={row} /> },
  ];
  return columns.filter((column) => column !== undefined);
}

function OutcomeCell({ row }: { readonly row: Row }) {
  const { t } = useTranslation('decisions');
  const blockerText = useBlockerText();
  return (
    <div className={styles.outcome}>
      <OutcomeTag outcome={row.outcome} />
      {row.isDeviation && <Tag tone="warning">{t('batch.deviation')}</Tag>}
      {row.blockers.length > 0 && (
        <ul className={styles.blockers}>
          {row.blockers.map((blocker) => (
            <li key={blocker}>{blockerText(blocker)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
