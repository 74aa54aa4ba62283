import { BarsFigure, type Column, EmptyState, Money, Table } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { csvEuros } from '../../../shared/download/csv';
import { CsvLink } from '../../../shared/download/csv-link';
import styles from './dashboard.module.css';
import type { Dashboard } from './records';
import { AmountOrNone } from './year-figures';

type Received = Dashboard['regions'][number]['now'];

interface Group {
  readonly key: string;
  readonly label: string;
  readonly now: Received;
  readonly before: Received | null;
}

/** Who received the money, by the region and the language of the organisations. */
export function RecipientGroups({ dashboard }: { readonly dashboard: Dashboard }) {
  const { t } = useTranslation('workspace');
  const named = <Row extends { key: string; now: Received; before: Received | null }>(
    rows: readonly Row[],
    wordsOf: (row: Row) => string,
  ): Group[] => rows.map((row) => ({ key: row.key, label: wordsOf(row), now: row.now, before: row.before }));
  const regions = named(dashboard.regions, ({ key }) => t(`dashboard.region.${key}`));
  const languages = named(dashboard.languages, ({ key }) => t(`dashboard.language.${key}`));
  if (regions.length === 0) {
    return <EmptyState title={t('dashboard.noRecipients')}>{t('dashboard.noRecipientsText')}</EmptyState>;
  }
  return (
    <div className={styles.multiples}>
      <RecipientFigure name="regions" groups={regions} dashboard={dashboard} />
      <RecipientFigure name="languages" groups={languages} dashboard={dashboard} />
    </div>
  );
}

interface RecipientFigureProps {
  readonly name: 'regions' | 'languages';
  readonly groups: readonly Group[];
  readonly dashboard: Dashboard;
}

function RecipientFigure({ name, groups, dashboard: { year, on } }: RecipientFigureProps) {
  const { t } = useTranslation('workspace');
  const title = t(`dashboard.by.${name}`);
  const awarded = t('dashboard.column.awarded');
  const paid = t('dashboard.figure.paid');
  const head = [t('dashboard.column.group'), t('dashboard.column.awards'), awarded, paid, `${awarded} ${year - 1}`];
  const rows = groups.map(({ label, now, before }) => [
    label,
    now.awards,
    csvEuros(now.awardedCents),
    csvEuros(now.paidCents),
    csvEuros(before?.awardedCents),
  ]);
  return (
    <BarsFigure
      size="small"
      title={title}
      bars={groups.map(({ key, label, now }) => ({
        id: key,
        label,
        amountCents: now.awardedCents,
        doneCents: now.paidCents,
        isApart: key === 'unannounced',
      }))}
      legend={[
        { part: 'whole', words: awarded },
        { part: 'done', words: paid },
      ]}
      note={t('dashboard.unannouncedText')}
      tableWords={t('dashboard.asTable')}
      table={<RecipientTable caption={title} groups={groups} year={year} />}
      download={<CsvLink name={`${name}-${on}`} head={head} rows={rows} />}
    />
  );
}

interface RecipientTableProps {
  readonly caption: string;
  readonly groups: readonly Group[];
  readonly year: number;
}

function RecipientTable({ caption, groups, year }: RecipientTableProps) {
  const { t } = useTranslation('workspace');
  const columns: Column<Group>[] = [
    { id: 'group', header: t('dashboard.column.group'), rowHeader: true, cell: ({ label }) => label },
    { id: 'awards', header: t('dashboard.column.awards'), end: true, cell: ({ now }) => now.awards },
    {
      id: 'before',
      header: t('dashboard.column.awardedBefore', { year: year - 1 }),
      end: true,
      noWrap: true,
      cell: ({ before }) => <AmountOrNone of={before === null ? null : before.awardedCents} />,
    },
    {
      id: 'paid',
      header: t('dashboard.figure.paid'),
      end: true,
      noWrap: true,
      cell: ({ now }) => <Money cents={now.paidCents} />,
    },
    {
      id: 'awarded',
      header: t('dashboard.column.awarded'),
      end: true,
      noWrap: true,
      cell: ({ now }) => <Money cents={now.awardedCents} />,
    },
  ];
  return (
    <Table
      caption={caption}
      captionHidden
      dense
      narrow="cards"
      columns={columns}
      rows={groups}
      rowKey={({ key }) => key}
    />
  );
}
