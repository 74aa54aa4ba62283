import { Button, Choice, Cluster, type Column, Money, Table, UiLink } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { usePath } from '../../shared/i18n/use-language';
import { ApplicationStateTag } from './application-state-tag';
import type { ScreeningRow } from './records';
import styles from './screening-table.module.css';

interface ScreeningTableProps {
  readonly rows: readonly ScreeningRow[];
  readonly mayJudge: boolean;
  readonly chosen: ReadonlySet<string>;
  readonly pendingId: string | null;
  readonly onToggle: (id: string) => void;
  readonly onAdmit: (row: ScreeningRow) => void;
  readonly onExclude: (row: ScreeningRow) => void;
}

/** The sent files, dense, with the two decisions at the end of each row that still waits. */
export function ScreeningTable(props: ScreeningTableProps) {
  const { t } = useTranslation('applications');
  return (
    <Table
      caption={t('screening.caption')}
      captionHidden
      dense
      columns={useColumns(props)}
      rows={props.rows}
      rowKey={(row) => row.id}
      mark={(row) => (props.chosen.has(row.id) ? 'current' : undefined)}
    />
  );
}

function useColumns(props: ScreeningTableProps): Column<ScreeningRow>[] {
  const { t } = useTranslation('applications');
  const path = usePath();
  // Nothing left to judge: no empty columns.
  const mayJudge = props.mayJudge && props.rows.some(({ state }) => state === 'submitted');
  const choose: Column<ScreeningRow> = {
    id: 'choose',
    header: t('screening.field.choose'),
    cell: (row) =>
      row.state === 'submitted' ? (
        <Choice
          type="checkbox"
          id={`choose-${row.id}`}
          label={t('screening.choose', { number: row.number })}
          labelHidden
          checked={props.chosen.has(row.id)}
          onChange={() => props.onToggle(row.id)}
        />
      ) : null,
  };
  const decide: Column<ScreeningRow> = {
    id: 'decide',
    header: t('screening.field.decide'),
    cell: (row) => (row.state === 'submitted' ? <Decide {...props} row={row} /> : null),
  };
  return [
    ...(mayJudge ? [choose] : []),
    { id: 'number', header: t('screening.field.number'), noWrap: true, cell: (row) => row.number },
    {
      id: 'title',
      header: t('screening.field.file'),
      rowHeader: true,
      cell: (row) => (
        <>
          <UiLink href={path('application', { applicationId: row.id })} lang={row.fileLanguage}>
            {row.title}
          </UiLink>
          <span className={styles.under}>{row.organisationName}</span>
        </>
      ),
    },
    {
      id: 'language',
      header: t('screening.field.language'),
      wideOnly: true,
      cell: (row) => <abbr title={t(`fileLanguage.${row.fileLanguage}`)}>{row.fileLanguage.toUpperCase()}</abbr>,
    },
    {
      id: 'requested',
      header: t('screening.field.requested'),
      end: true,
      cell: (row) => <Money cents={row.requestedCents} decimals="always" />,
    },
    {
      id: 'state',
      header: t('screening.state'),
      cell: (row) => <ApplicationStateTag state={row.state} />,
    },
    ...(mayJudge ? [decide] : []),
  ];
}

function Decide({ row, pendingId, onAdmit, onExclude }: ScreeningTableProps & { readonly row: ScreeningRow }) {
  const { t } = useTranslation('applications');
  return (
    <Cluster gap={1}>
      <Button
        size="small"
        pending={pendingId === row.id}
        aria-label={t('screening.admitOne', { number: row.number })}
        onClick={() => onAdmit(row)}
      >
        {t('screening.admit')}
      </Button>
      <Button
        size="small"
        tone="quiet"
        aria-label={t('screening.excludeOne', { number: row.number })}
        onClick={() => onExclude(row)}
      >
        {t('screening.exclude')}
      </Button>
    </Cluster>
  );
}
