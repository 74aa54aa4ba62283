import type { ResponseOf, workspace } from '@commonlot/contracts';
import { inLanguage } from '@commonlot/domain';
import { type Column, Money, Stack, Table, UiLink } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { csvEuros } from '../../../shared/download/csv';
import { CsvLink } from '../../../shared/download/csv-link';
import { useLanguage, usePath } from '../../../shared/i18n/use-language';

type Statement = ResponseOf<typeof workspace.readBeneficiaryStatement>;
type Row = Statement['rows'][number];

const figures = ['awarded', 'reduced', 'paid', 'returned', 'open'] as const;

/** By year and line; each line leads to its entries below. */
export function BeneficiaryLines({ statement }: { readonly statement: Statement }) {
  const { t } = useTranslation('workspace');
  const language = useLanguage();
  const { rows, total, on, organisation } = statement;
  const columns: Column<Row>[] = [
    { id: 'year', header: t('beneficiary.year'), noWrap: true, cell: (row) => row.year },
    {
      id: 'line',
      header: t('beneficiary.line'),
      rowHeader: true,
      total: t('beneficiary.total'),
      cell: (row) => <Line row={row} statement={statement} />,
    },
    ...figures.map(
      (figure): Column<Row> => ({
        id: figure,
        header: t(`beneficiary.${figure}`),
        end: true,
        noWrap: true,
        cell: (row) => <Money cents={row[`${figure}Cents`]} />,
        total: <Money cents={total[`${figure}Cents`]} />,
      }),
    ),
  ];
  const head = [
    t('beneficiary.year'),
    t('beneficiary.code'),
    t('beneficiary.line'),
    ...figures.map((figure) => t(`beneficiary.${figure}`)),
  ];
  const cells = rows.map((row) => [
    row.year,
    row.code,
    inLanguage(row.label, language).text,
    ...figures.map((figure) => csvEuros(row[`${figure}Cents`])),
  ]);
  return (
    <Stack gap={3}>
      <Table
        caption={t('beneficiary.lines')}
        captionHidden
        dense
        columns={columns}
        rows={rows}
        rowKey={(row) => row.lineId}
      />
      <p>
        <CsvLink name={`${organisation.enterpriseNumber}-${on}`} head={head} rows={cells} />
      </p>
    </Stack>
  );
}

function Line({ row, statement }: { readonly row: Row; readonly statement: Statement }) {
  const language = useLanguage();
  const path = usePath();
  const { text, language: lang } = inLanguage(row.label, language);
  const { on, organisation } = statement;
  const href = path('beneficiary', { organisationId: organisation.id }, { on, line: row.lineId });
  return (
    <UiLink href={`${href}#entries`}>
      {row.code} <span lang={lang === language ? undefined : lang}>{text}</span>
    </UiLink>
  );
}
