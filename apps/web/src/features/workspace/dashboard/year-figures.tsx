import { type Cents, cents } from '@commonlot/domain';
import { type Column, DataFigure, DataFigures, Details, Money, None, Stack, Table } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { SignedMoney } from '../../../shared/difference/signed-money';
import { csvEuros } from '../../../shared/download/csv';
import { CsvLink } from '../../../shared/download/csv-link';
import { type Dashboard, type FigureName, figureNames } from './records';

interface Row {
  readonly name: FigureName;
  readonly now: Cents;
  readonly before: Cents | null;
}

const large: readonly FigureName[] = ['available', 'allocated', 'committed', 'paid'];

/** What the year has, and how that differs from the same day of the year before. */
export function YearFigures({ dashboard }: { readonly dashboard: Dashboard }) {
  const { t } = useTranslation('workspace');
  const { now, before } = dashboard.total;
  const rows = figureNames.map((name): Row => {
    const key = `${name}Cents` as const;
    return { name, now: now[key], before: before === null ? null : before[key] };
  });
  const rowOf = (name: FigureName) => rows.find((row) => row.name === name);
  return (
    <Stack gap={4}>
      <DataFigures>
        {large.map((name, place) => (
          <DataFigure
            key={name}
            size={place === 0 ? 'large' : 'normal'}
            value={<Money cents={rowOf(name)?.now ?? null} />}
            label={t(`dashboard.figure.${name}`)}
            note={<Since row={rowOf(name)} year={dashboard.year - 1} />}
          />
        ))}
      </DataFigures>
      {before === null && <p>{t('dashboard.noYearBefore', { year: dashboard.year - 1 })}</p>}
      <Details summary={t('dashboard.compared')}>
        <Comparison rows={rows} dashboard={dashboard} />
      </Details>
    </Stack>
  );
}

const difference = ({ now, before }: Row) => (before === null ? null : cents(now - before));

function Since({ row, year }: { readonly row: Row | undefined; readonly year: number }) {
  const { t } = useTranslation('workspace');
  const more = row === undefined ? null : difference(row);
  if (more === null) return null;
  return (
    <>
      <SignedMoney amountCents={more} /> {t('dashboard.than', { year })}
    </>
  );
}

function Comparison({ rows, dashboard }: { readonly rows: readonly Row[]; readonly dashboard: Dashboard }) {
  const { t } = useTranslation('workspace');
  const { year, on, beforeOn } = dashboard;
  const columns: Column<Row>[] = [
    {
      id: 'figure',
      header: t('dashboard.column.figure'),
      rowHeader: true,
      cell: ({ name }) => t(`dashboard.figure.${name}`),
    },
    { id: 'before', header: `${year - 1}`, end: true, noWrap: true, cell: (row) => <AmountOrNone of={row.before} /> },
    {
      id: 'difference',
      header: t('dashboard.column.difference'),
      end: true,
      noWrap: true,
      cell: (row) => <DifferenceOrNone of={difference(row)} />,
    },
    { id: 'now', header: `${year}`, end: true, noWrap: true, cell: (row) => <Money cents={row.now} /> },
  ];
  const cells = rows.map((row) => [
    t(`dashboard.figure.${row.name}`),
    csvEuros(row.before),
    csvEuros(row.now),
    csvEuros(difference(row)),
  ]);
  const head = [t('dashboard.column.figure'), beforeOn, on, t('dashboard.column.difference')];
  return (
    <Stack gap={3}>
      <Table
        caption={t('dashboard.compared')}
        captionHidden
        dense
        narrow="scroll"
        columns={columns}
        rows={rows}
        rowKey={({ name }) => name}
      />
      <p>
        <CsvLink name={`figures-${on}`} head={head} rows={cells} />
      </p>
    </Stack>
  );
}

export function AmountOrNone({ of }: { readonly of: Cents | null }) {
  return of === null ? <None /> : <Money cents={of} />;
}

function DifferenceOrNone({ of }: { readonly of: Cents | null }) {
  return of === null ? <None /> : <SignedMoney amountCents={of} />;
}
