import type { ledger, ResponseOf } from '@commonlot/contracts';
import type { Cents } from '@commonlot/domain';
import { type Column, Day, Money, Panel, Stack, Table } from '@commonlot/ui';
import { Trans, useTranslation } from 'react-i18next';
import { DayFilter } from './day-filter';

type Statement = ResponseOf<typeof ledger.readLineStatement>;

interface StatementPanelProps {
  readonly statement: Statement;
  readonly here: string;
}

interface FigureRow {
  readonly id: string;
  readonly name: string;
  readonly opening: Cents;
  readonly closing: Cents;
}

/** A line at the end of a day: where the year began, what moved since, where it stands. */
export function StatementPanel({ statement, here }: StatementPanelProps) {
  const { t } = useTranslation('ledger');
  const { startsOn, on, movements } = statement;
  return (
    <Panel title={t('statement.title')}>
      <Stack>
        <DayFilter here={here} on={on} />
        <p>
          <Trans t={t} i18nKey="statement.text" components={{ from: <Day on={startsOn} />, to: <Day on={on} /> }} />
        </p>
        <Figures statement={statement} />
        {movements.length === 0 ? <p>{t('statement.nothingMoved')}</p> : <Movements movements={movements} />}
      </Stack>
    </Panel>
  );
}

const figures = [
  ...(['allocated', 'planned', 'authorised', 'carried'] as const),
  ...(['reserved', 'committed', 'paid', 'available', 'released', 'returned'] as const),
];

function Figures({ statement }: { readonly statement: Statement }) {
  const { t } = useTranslation('ledger');
  const rows = figures.map((id) => ({
    id,
    name: t(`figure.${id}`),
    opening: statement.opening[`${id}Cents`],
    closing: statement.closing[`${id}Cents`],
  }));
  const columns: Column<FigureRow>[] = [
    { id: 'name', header: t('statement.figure'), rowHeader: true, cell: (row) => row.name },
    {
      id: 'opening',
      header: t('statement.opening'),
      end: true,
      noWrap: true,
      cell: (row) => <Money cents={row.opening} decimals="always" />,
    },
    {
      id: 'closing',
      header: t('statement.closing'),
      end: true,
      noWrap: true,
      cell: (row) => <Money cents={row.closing} decimals="always" />,
    },
  ];
  return (
    <Table
      caption={t('statement.figures')}
      captionHidden
      dense
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
    />
  );
}

function Movements({ movements }: { readonly movements: Statement['movements'] }) {
  const { t } = useTranslation('ledger');
  const { t: plan } = useTranslation('plan');
  const columns: Column<Statement['movements'][number]>[] = [
    { id: 'cause', header: t('statement.cause'), rowHeader: true, cell: (row) => plan(`line.causes.${row.cause}`) },
    { id: 'count', header: t('statement.count'), end: true, cell: (row) => row.count },
    {
      id: 'amount',
      header: t('statement.amount'),
      end: true,
      noWrap: true,
      cell: (row) => <Money cents={row.amountCents} decimals="always" />,
    },
  ];
  return (
    <Table
      caption={t('statement.movements')}
      dense
      narrow="compact"
      columns={columns}
      rows={movements}
      rowKey={(row) => row.cause}
    />
  );
}
