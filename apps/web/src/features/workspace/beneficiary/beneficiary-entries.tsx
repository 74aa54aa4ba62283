import type { ResponseOf, workspace } from '@commonlot/contracts';
import { type Column, Instant, Money, Stack, Table, UiLink } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { usePath } from '../../../shared/i18n/use-language';

type Entry = ResponseOf<typeof workspace.listBeneficiaryEntries>['rows'][number];

interface BeneficiaryEntriesProps {
  readonly entries: readonly Entry[];
  /** Where the entries of all lines stand, when only one line is shown. */
  readonly allHref: string | null;
}

/** Each entry with the file it is about, newest first; the line leads on to all that moved on it. */
export function BeneficiaryEntries({ entries, allHref }: BeneficiaryEntriesProps) {
  const { t } = useTranslation('workspace');
  const { t: plan } = useTranslation('plan');
  const path = usePath();
  const columns: Column<Entry>[] = [
    { id: 'at', header: plan('line.at'), noWrap: true, cell: (row) => <Instant at={row.at} form="short" /> },
    { id: 'cause', header: plan('line.cause'), rowHeader: true, cell: (row) => plan(`line.causes.${row.cause}`) },
    {
      id: 'file',
      header: t('beneficiary.file'),
      cell: (row) => (
        <span>
          <UiLink href={path('history', { subjectType: 'decision', subjectId: row.decisionId })}>
            {row.decisionNumber}
          </UiLink>{' '}
          <span lang={row.titleLanguage}>{row.title}</span>
        </span>
      ),
    },
    {
      id: 'line',
      header: t('beneficiary.line'),
      noWrap: true,
      cell: (row) => (
        <UiLink href={path('line', { lineId: row.lineId })}>
          {t('beneficiary.lineOf', { code: row.code, year: row.year })}
        </UiLink>
      ),
    },
    { id: 'actor', header: plan('line.actor'), wideOnly: true, cell: (row) => row.actor ?? plan('line.system') },
    {
      id: 'amount',
      header: t('beneficiary.amount'),
      end: true,
      noWrap: true,
      cell: (row) => <Money cents={row.amountCents} decimals="always" />,
    },
  ];
  return (
    <Stack gap={3}>
      {allHref !== null && (
        <p>
          <UiLink href={`${allHref}#entries`}>{t('beneficiary.allEntries')}</UiLink>
        </p>
      )}
      <Table
        caption={t('beneficiary.entries')}
        captionHidden
        dense
        columns={columns}
        rows={entries}
        rowKey={(row) => row.id}
      />
    </Stack>
  );
}
