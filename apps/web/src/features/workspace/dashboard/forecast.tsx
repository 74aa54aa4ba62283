import type { Cents } from '@commonlot/domain';
import { type Column, Stack, Table } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { csvEuros } from '../../../shared/download/csv';
import { CsvLink } from '../../../shared/download/csv-link';
import styles from './dashboard.module.css';
import type { Dashboard, Outlook } from './records';
import { AmountOrNone } from './year-figures';

interface Row {
  readonly name: 'committed' | 'paid';
  readonly nowCents: Cents;
  readonly outlook: Outlook;
}

/** What is to be expected on the last day of the year, between which bounds, and by what method, in words. */
export function Forecast({ dashboard }: { readonly dashboard: Dashboard }) {
  const { t } = useTranslation('workspace');
  const { forecast, total, year } = dashboard;
  const rows: Row[] = [
    { name: 'committed', nowCents: total.now.committedCents, outlook: forecast.committed },
    { name: 'paid', nowCents: total.now.paidCents, outlook: forecast.paid },
  ];
  // Both on one scale, up to the most that is to be expected: on that of the whole plan a young year is all but a line.
  const mostCents = Math.max(1, ...rows.map(({ outlook, nowCents }) => Math.max(outlook.highCents, nowCents))) as Cents;
  const { lowPercent, expectedPercent, highPercent } = forecast.share;
  const shares = { count: forecast.pastCalls, low: lowPercent, expected: expectedPercent, high: highPercent };
  return (
    <Stack gap={4}>
      <div className={styles.ranges}>
        {rows.map((row) => (
          <Range key={row.name} row={row} mostCents={mostCents} />
        ))}
      </div>
      <ForecastTable rows={rows} year={year} />
      <div className={styles.method}>
        <p>{t('dashboard.forecast.method.committed')}</p>
        <p>{t(expectedPercent === null ? 'dashboard.forecast.shareNone' : 'dashboard.forecast.share', shares)}</p>
        <p>{t('dashboard.forecast.method.paid')}</p>
        {forecast.isCapped && <p>{t('dashboard.forecast.capped')}</p>}
        <p>{t('dashboard.forecast.rounded')}</p>
      </div>
    </Stack>
  );
}

/** What is now, between what it will lie, and what is expected. The table says it too. */
function Range({ row, mostCents }: { readonly row: Row; readonly mostCents: Cents }) {
  const { t } = useTranslation('workspace');
  const { lowCents, expectedCents, highCents } = row.outlook;
  const part = (amount: number) => `${Math.min(100, Math.max(0, (amount / mostCents) * 100))}%`;
  return (
    <figure className={styles.range} aria-label={t(`dashboard.forecast.${row.name}`)}>
      <figcaption>{t(`dashboard.forecast.${row.name}`)}</figcaption>
      <div className={styles.track} aria-hidden="true">
        <span
          className={styles.between}
          style={{ insetInlineStart: part(lowCents), inlineSize: part(highCents - lowCents) }}
        />
        <span className={styles.reached} style={{ inlineSize: part(row.nowCents) }} />
        {expectedCents !== null && (
          <span className={styles.expected} style={{ insetInlineStart: part(expectedCents) }} />
        )}
      </div>
      <p className={styles.legend}>
        <span data-part="reached">{t('dashboard.forecast.now')}</span>
        <span data-part="between">{t('dashboard.forecast.bounds')}</span>
        {expectedCents !== null && <span data-part="expected">{t('dashboard.forecast.expected')}</span>}
      </p>
    </figure>
  );
}

function ForecastTable({ rows, year }: { readonly rows: readonly Row[]; readonly year: number }) {
  const { t } = useTranslation('workspace');
  const amount = (id: string, header: string, of: (row: Row) => Cents | null): Column<Row> => ({
    id,
    header,
    end: true,
    noWrap: true,
    cell: (row) => <AmountOrNone of={of(row)} />,
  });
  const columns: Column<Row>[] = [
    {
      id: 'figure',
      header: t('dashboard.column.figure'),
      rowHeader: true,
      cell: ({ name }) => t(`dashboard.forecast.${name}`),
    },
    amount('now', t('dashboard.forecast.now'), (row) => row.nowCents),
    amount('low', t('dashboard.forecast.low'), (row) => row.outlook.lowCents),
    amount('expected', t('dashboard.forecast.expected'), (row) => row.outlook.expectedCents),
    amount('high', t('dashboard.forecast.high'), (row) => row.outlook.highCents),
  ];
  const cells = rows.map(({ name, nowCents, outlook }) => [
    t(`dashboard.forecast.${name}`),
    csvEuros(nowCents),
    csvEuros(outlook.lowCents),
    csvEuros(outlook.expectedCents),
    csvEuros(outlook.highCents),
  ]);
  return (
    <>
      <Table
        caption={t('dashboard.forecast.title', { year })}
        captionHidden
        dense
        narrow="cards"
        columns={columns}
        rows={rows}
        rowKey={({ name }) => name}
      />
      <p>
        <CsvLink name={`forecast-${year}`} head={columns.map(({ header }) => header)} rows={cells} />
      </p>
    </>
  );
}
