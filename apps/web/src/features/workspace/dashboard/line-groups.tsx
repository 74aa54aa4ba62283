import { type Cents, inLanguage } from '@commonlot/domain';
import { BarsFigure, type Column, Table } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { csvEuros } from '../../../shared/download/csv';
import { CsvLink } from '../../../shared/download/csv-link';
import { useLanguage, usePath } from '../../../shared/i18n/use-language';
import styles from './dashboard.module.css';
import { type Dashboard, type Figures, figureNames } from './records';
import { AmountOrNone } from './year-figures';

interface Group {
  readonly id: string;
  readonly label: string;
  readonly lang?: string | undefined;
  readonly href?: string | undefined;
  readonly now: Figures;
  readonly before: Figures | null;
}

/** The lines of the year by rubric, sector and kind: three pictures that can be compared, each with its table. */
export function LineGroups({ dashboard }: { readonly dashboard: Dashboard }) {
  const { t } = useTranslation('workspace');
  const { t: plan } = useTranslation('plan');
  const language = useLanguage();
  const path = usePath();
  const rubrics = dashboard.rubrics.map(({ lineId, code, label, now, before }): Group => {
    const { text, language: lang } = inLanguage(label, language);
    const href = path('line', { lineId });
    return { id: lineId, label: `${code} ${text}`, lang: lang === language ? undefined : lang, href, now, before };
  });
  const sectors = dashboard.sectors.map(
    ({ key, now, before }): Group => ({
      id: key,
      label: key === 'none' ? t('dashboard.noSector') : plan(`sector.${key}`),
      now,
      before,
    }),
  );
  const kinds = dashboard.kinds.map(
    ({ key, now, before }): Group => ({ id: key, label: plan(`kind.${key}`), now, before }),
  );
  return (
    <div className={styles.multiples}>
      <GroupFigure name="rubrics" groups={rubrics} dashboard={dashboard} />
      <GroupFigure name="sectors" groups={sectors} dashboard={dashboard} />
      <GroupFigure name="kinds" groups={kinds} dashboard={dashboard} />
    </div>
  );
}

interface GroupFigureProps {
  readonly name: 'rubrics' | 'sectors' | 'kinds';
  readonly groups: readonly Group[];
  readonly dashboard: Dashboard;
}

function GroupFigure({ name, groups, dashboard }: GroupFigureProps) {
  const { t } = useTranslation('workspace');
  const title = t(`dashboard.by.${name}`);
  const moneyed = groups.filter(({ now }) => now.allocatedCents > 0);
  return (
    <BarsFigure
      size="small"
      title={title}
      bars={moneyed.map(({ id, label, lang, href, now }) => ({
        id,
        label,
        lang,
        href,
        amountCents: now.allocatedCents,
        filledCents: now.committedCents,
        doneCents: now.paidCents,
      }))}
      legend={[
        { part: 'whole', words: t('dashboard.figure.allocated') },
        { part: 'filled', words: t('dashboard.figure.committed') },
        { part: 'done', words: t('dashboard.figure.paid') },
      ]}
      tableWords={t('dashboard.asTable')}
      table={<GroupTable caption={title} groups={groups} year={dashboard.year} />}
      download={<GroupDownload name={name} groups={groups} dashboard={dashboard} />}
    />
  );
}

interface GroupTableProps {
  readonly caption: string;
  readonly groups: readonly Group[];
  readonly year: number;
}

function GroupTable({ caption, groups, year }: GroupTableProps) {
  const { t } = useTranslation('workspace');
  const columns: Column<Group>[] = [
    {
      id: 'group',
      header: t('dashboard.column.group'),
      rowHeader: true,
      cell: ({ label, lang }) => <span lang={lang}>{label}</span>,
    },
    amountColumn('before', t('dashboard.column.committedBefore', { year: year - 1 }), ({ before }) =>
      before === null ? null : before.committedCents,
    ),
    ...(['committed', 'paid', 'available', 'allocated'] as const).map((figure) =>
      amountColumn(figure, t(`dashboard.figure.${figure}`), ({ now }) => now[`${figure}Cents`]),
    ),
  ];
  return (
    <Table
      caption={caption}
      captionHidden
      dense
      narrow="cards"
      columns={columns}
      rows={groups}
      rowKey={({ id }) => id}
    />
  );
}

const amountColumn = (id: string, header: string, of: (group: Group) => Cents | null): Column<Group> => ({
  id,
  header,
  end: true,
  noWrap: true,
  cell: (group) => <AmountOrNone of={of(group)} />,
});

function GroupDownload({ name, groups, dashboard }: GroupFigureProps) {
  const { t } = useTranslation('workspace');
  const { year, on } = dashboard;
  const head = [
    t('dashboard.column.group'),
    ...figureNames.map((figure) => `${t(`dashboard.figure.${figure}`)} ${year}`),
    ...figureNames.map((figure) => `${t(`dashboard.figure.${figure}`)} ${year - 1}`),
  ];
  const rows = groups.map(({ label, now, before }) => [
    label,
    ...figureNames.map((figure) => csvEuros(now[`${figure}Cents`])),
    ...figureNames.map((figure) => csvEuros(before?.[`${figure}Cents`])),
  ]);
  return <CsvLink name={`${name}-${on}`} head={head} rows={rows} />;
}
