import { type Column, Money, None, Table, UiLink } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { SignedMoney } from '../../../shared/difference/signed-money';
import { usePath } from '../../../shared/i18n/use-language';
import type { TotalRecord, YearRow } from './year-rows';

interface YearsTableProps {
  readonly rows: readonly YearRow[];
  readonly hrefOf: (year: number, total: TotalRecord) => string | undefined;
}

/** Every figure with its source; a year without one says so. */
export function YearsTable({ rows, hrefOf }: YearsTableProps) {
  const { t } = useTranslation('register');
  const columns: Column<YearRow>[] = [
    { id: 'year', header: t('years.column.year'), rowHeader: true, noWrap: true, cell: (row) => row.year },
    {
      id: 'stage',
      header: t('years.column.stage'),
      cell: ({ total }) => (total === null ? t('years.noFigure') : t(`years.stage.${total.stage}`)),
    },
    { id: 'source', header: t('years.column.source'), cell: (row) => <Source row={row} rows={rows} hrefOf={hrefOf} /> },
    {
      id: 'difference',
      header: t('years.column.difference'),
      end: true,
      noWrap: true,
      cell: ({ differenceCents }) => (differenceCents === null ? null : <SignedMoney amountCents={differenceCents} />),
    },
    {
      id: 'total',
      header: t('years.column.total'),
      end: true,
      noWrap: true,
      cell: ({ total }) => (total === null ? <None /> : <Money cents={total.totalCents} />),
    },
  ];
  return (
    <Table
      caption={t('years.label')}
      captionHidden
      dense
      narrow="compact"
      columns={columns}
      rows={rows}
      rowKey={({ year, total }) => `${year} ${total?.stage}`}
      mark={({ total }) => (total === null ? 'faint' : undefined)}
    />
  );
}

/** Who made the figure public; a plan that can be read here is a link, and so is what changed in it. */
function Source({ row, rows, hrefOf }: { readonly row: YearRow } & YearsTableProps) {
  const { t } = useTranslation('register');
  const path = usePath();
  const { year, total } = row;
  if (total === null) return null;
  const href = hrefOf(year, total);
  const number = total.number ?? 0;
  const hasEarlier = rows.some(
    ({ year: other, total: earlier }) =>
      earlier !== null && earlier.number !== null && (other < year || (other === year && earlier.number < number)),
  );
  // The facts that others reported are kept as they were collected, in English.
  if (href === undefined) return <span lang="en">{total.source}</span>;
  return (
    <span>
      <UiLink href={href}>{t('years.plan', { year })}</UiLink>
      {hasEarlier && (
        <>
          {', '}
          <UiLink href={path('plan-changes', { year }, { to: total.number })}>{t('years.changes')}</UiLink>
        </>
      )}
      {total.source !== '' && ` · ${total.source}`}
    </span>
  );
}
