import type { ledger, ResponseOf } from '@commonlot/contracts';
import { inLanguage } from '@commonlot/domain';
import { type Column, Money, Panel, Table, Tag, UiLink } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { useLanguage, usePath } from '../../shared/i18n/use-language';

type YearStatement = ResponseOf<typeof ledger.readYearStatement>;
type Row = YearStatement['rows'][number];

const standing = ['allocated', 'reserved', 'committed', 'paid', 'available'] as const;
const comeBack = ['released', 'returned'] as const;
type Figure = (typeof standing | typeof comeBack)[number];

interface YearTableProps {
  readonly statement: YearStatement;
}

/** The lines of a year with their figures at the end of the day; each leads to its entries. */
export function YearTable({ statement }: YearTableProps) {
  const { t } = useTranslation('ledger');
  return <LineFigures caption={t('lines')} statement={statement} rows={statement.rows} figures={standing} />;
}

/** The lines to which something came back; null where nothing did. */
export function ComeBackTable({ statement }: YearTableProps) {
  const { t } = useTranslation('ledger');
  const rows = statement.rows.filter(({ closing }) => closing.releasedCents + closing.returnedCents > 0);
  if (rows.length === 0) return null;
  return (
    <Panel title={t('comeBack')}>
      <LineFigures caption={t('comeBack')} statement={statement} rows={rows} figures={comeBack} />
    </Panel>
  );
}

interface LineFiguresProps extends YearTableProps {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly figures: readonly Figure[];
}

function LineFigures({ caption, statement, rows, figures }: LineFiguresProps) {
  const { t } = useTranslation('ledger');
  const { total } = statement;
  const columns: Column<Row>[] = [
    { id: 'code', header: t('field.code'), noWrap: true, cell: (row) => row.code },
    {
      id: 'label',
      header: t('field.label'),
      rowHeader: true,
      total: t('field.total'),
      cell: (row) => <Label row={row} on={statement.on} />,
    },
    ...figures.map(
      (figure): Column<Row> => ({
        id: figure,
        header: t(`figure.${figure}`),
        end: true,
        noWrap: true,
        // Pro memoria is what the plan gives; what moves is an amount.
        cell: (row) => <Money cents={row.closing[`${figure}Cents`]} isPm={row.isPm && figure === 'allocated'} />,
        total: <Money cents={total.closing[`${figure}Cents`]} />,
      }),
    ),
  ];
  return (
    <Table
      caption={caption}
      captionHidden
      dense
      narrow="compact"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.lineId}
      level={(row) => Math.min(row.code.split('.').length - 1, 4)}
    />
  );
}

function Label({ row, on }: { readonly row: Row; readonly on: string }) {
  const { t } = useTranslation('ledger');
  const language = useLanguage();
  const path = usePath();
  const { text, language: lang } = inLanguage(row.label, language);
  const label = <span lang={lang === language ? undefined : lang}>{text}</span>;
  // What a line is called and what moved on it is read from the version in force.
  if (!row.isInForce) {
    return (
      <>
        {label} <Tag tone="neutral">{t('former')}</Tag>
      </>
    );
  }
  return row.kind === 'heading' ? label : <UiLink href={path('line', { lineId: row.lineId }, { on })}>{label}</UiLink>;
}
