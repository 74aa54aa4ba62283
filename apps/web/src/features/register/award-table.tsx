import { type Column, Day, Money, Table, UiLink } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { Localised } from '../../shared/i18n/localised';
import { useLanguage, usePath } from '../../shared/i18n/use-language';
import { type AwardSearch, searchValues } from './award-search';
import styles from './award-table.module.css';
import type { AwardHead } from './records';

interface AwardTableProps {
  readonly caption: string;
  readonly awards: readonly AwardHead[];
  /** What was searched for, so that the headers can sort; without it the table has one order. */
  readonly search?: AwardSearch;
  readonly withoutOrganisation?: boolean;
}

/** Awards under each other: what for, who, where, from which line, when, how much. */
export function AwardTable({ caption, awards, search, withoutOrganisation = false }: AwardTableProps) {
  const { t } = useTranslation('register');
  const path = usePath();
  const sort = (order: AwardSearch['order']) =>
    search && {
      sort: {
        href: path('awards', {}, searchValues(search, { order })),
        direction: search.order === order ? ('descending' as const) : null,
      },
    };
  const columns: Column<AwardHead>[] = [
    {
      id: 'award',
      header: t('award.award'),
      cell: (award) => <AwardName award={award} withoutOrganisation={withoutOrganisation} />,
      rowHeader: true,
    },
    { id: 'place', header: t('award.place'), cell: (award) => <Localised text={award.municipality} /> },
    { id: 'line', header: t('award.line'), cell: (award) => <LineOfAward award={award} />, wideOnly: true },
    {
      id: 'decided',
      header: t('award.decidedOn'),
      cell: (award) => <Day on={award.decidedOn} />,
      noWrap: true,
      ...sort('newest'),
    },
    {
      id: 'amount',
      header: t('award.amount'),
      cell: (award) => <Money cents={award.amountCents} decimals="always" />,
      end: true,
      ...sort('highest'),
    },
  ];
  return (
    <Table
      caption={caption}
      captionHidden
      columns={columns}
      rows={awards}
      rowKey={(award) => award.number}
      narrow="compact"
    />
  );
}

interface AwardNameProps {
  readonly award: AwardHead;
  readonly withoutOrganisation: boolean;
}

function AwardName({ award, withoutOrganisation }: AwardNameProps) {
  const language = useLanguage();
  const path = usePath();
  return (
    <span className={styles.name} lang={award.language === language ? undefined : award.language}>
      <UiLink href={path('award', { number: award.number })}>{award.title}</UiLink>
      {!withoutOrganisation && <span className={styles.organisation}>{award.organisationName}</span>}
    </span>
  );
}

function LineOfAward({ award }: { readonly award: AwardHead }) {
  return (
    <span className={styles.line}>
      {award.lineCode} <Localised text={award.lineLabel} />
    </span>
  );
}
