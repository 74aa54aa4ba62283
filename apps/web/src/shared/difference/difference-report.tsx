import { cents, formatEuros, type Language } from '@commonlot/domain';
import { type Column, Day, EmptyState, Money, Panel, Stack, TabLinks, Table, UiLink } from '@commonlot/ui';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/use-language';
import styles from './difference.module.css';
import { DifferenceBars } from './difference-bars';
import { isChanged, movesByKind, type ShownDifference, type ShownVersion } from './difference-rows';
import { DifferenceTable } from './difference-table';

interface DifferenceReportProps {
  readonly difference: ShownDifference;
  /** Where a version is read as a whole. */
  readonly hrefOf: (which: 'before' | 'after') => string;
  /** The addresses of the two views: only what changed, or every line. */
  readonly views: { readonly changed: string; readonly all: string };
  readonly isAll: boolean;
}

/** What changed from one version to another: in a sentence, as a picture, line by line, and by which acts. */
export function DifferenceReport({ difference, hrefOf, views, isAll }: DifferenceReportProps) {
  const { t } = useTranslation('shared');
  const language = useLanguage();
  const changed = difference.moves.filter(isChanged);
  const shown = isAll ? difference.moves : changed;
  const nameOf = versionNames(t, difference);
  return (
    <Stack gap={7}>
      <p className={styles.headline}>{headline(t, language, difference)}</p>
      <DifferenceBars moves={difference.moves} />
      <Stack gap={4}>
        <TabLinks
          label={t('difference.views')}
          tabs={[
            { href: views.changed, label: t('difference.onlyChanged'), current: !isAll },
            { href: views.all, label: t('difference.all'), current: isAll },
          ]}
        />
        {shown.length === 0 ? (
          <EmptyState title={t('difference.none')}>{t('difference.noneText')}</EmptyState>
        ) : (
          <DifferenceTable
            difference={{ ...difference, moves: shown }}
            caption={isAll ? t('difference.captionAll') : t('difference.caption')}
            beforeName={nameOf(difference.before)}
            afterName={nameOf(difference.after)}
          />
        )}
      </Stack>
      <Acts difference={difference} hrefOf={hrefOf} />
    </Stack>
  );
}

/** "The total goes from … to …, … more: 3 lines changed, 1 ended." */
function headline(
  t: TFunction<'shared'>,
  language: Language,
  { before, after, differenceCents, moves }: ShownDifference,
) {
  const counts = movesByKind(moves).map(({ kind, count }) => t(`difference.count.${kind}`, { count }));
  const amounts = {
    before: formatEuros(before.totalCents, language),
    after: formatEuros(after.totalCents, language),
    difference: formatEuros(cents(Math.abs(differenceCents)), language),
    moved: counts.length === 0 ? t('difference.count.none') : counts.join(', '),
  };
  if (differenceCents === 0) return t('difference.headline.same', amounts);
  return t(differenceCents > 0 ? 'difference.headline.more' : 'difference.headline.less', amounts);
}

/** The year alone where it tells the versions apart. */
function versionNames(t: TFunction<'shared'>, { before, after }: ShownDifference) {
  return ({ year, number }: ShownVersion) =>
    before.year === after.year ? t('difference.version', { number }) : t('difference.versionOf', { year, number });
}

interface Act {
  readonly which: 'before' | 'after';
  readonly version: ShownVersion;
}

/** By which act each version is what it is. */
function Acts({ difference, hrefOf }: Pick<DifferenceReportProps, 'difference' | 'hrefOf'>) {
  const { t } = useTranslation('shared');
  const rows: Act[] = [
    { which: 'before', version: difference.before },
    { which: 'after', version: difference.after },
  ];
  const columns: Column<Act>[] = [
    {
      id: 'version',
      header: t('difference.versionHeader'),
      noWrap: true,
      rowHeader: true,
      cell: ({ which, version: { year, number } }) => (
        <UiLink href={hrefOf(which)}>{t('difference.versionOf', { year, number })}</UiLink>
      ),
    },
    { id: 'stage', header: t('difference.stageHeader'), cell: ({ version }) => t(`difference.stage.${version.stage}`) },
    {
      id: 'decree',
      header: t('difference.decree'),
      cell: ({ version }) => version.decreeReference ?? t('difference.noDecree'),
    },
    { id: 'on', header: t('difference.decreeOn'), noWrap: true, cell: ({ version }) => <Day on={version.decreeOn} /> },
    ...(rows.some(({ version }) => version.accountsReference !== null)
      ? [
          {
            id: 'accounts',
            header: t('difference.accounts'),
            cell: ({ version }: Act) => version.accountsReference,
          },
        ]
      : []),
    {
      id: 'total',
      header: t('difference.totalHeader'),
      end: true,
      noWrap: true,
      cell: ({ version }) => <Money cents={version.totalCents} />,
    },
  ];
  return (
    <Panel title={t('difference.acts')}>
      <Table caption={t('difference.acts')} captionHidden columns={columns} rows={rows} rowKey={({ which }) => which} />
    </Panel>
  );
}
