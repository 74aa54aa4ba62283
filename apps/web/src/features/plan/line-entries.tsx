import type { ledger, ResponseOf } from '@commonlot/contracts';
import { type Column, Instant, Money, Table, UiLink } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { usePath } from '../../shared/i18n/use-language';

type Entry = ResponseOf<typeof ledger.listLineEntries>['rows'][number];

/** Every movement of a line, newest first: why, from where to where, how much, by whom. */
export function LineEntries({ entries }: { readonly entries: readonly Entry[] }) {
  const { t } = useTranslation('plan');
  const columns: Column<Entry>[] = [
    { id: 'at', header: t('line.at'), noWrap: true, cell: (row) => <Instant at={row.at} form="short" /> },
    { id: 'cause', header: t('line.cause'), rowHeader: true, cell: (row) => t(`line.causes.${row.cause}`) },
    {
      id: 'move',
      header: t('line.move'),
      cell: (row) => t('line.fromTo', { from: t(`line.account.${row.from}`), to: t(`line.account.${row.to}`) }),
    },
    { id: 'subject', header: t('line.subject'), cell: (row) => <Subject entry={row} /> },
    { id: 'actor', header: t('line.actor'), wideOnly: true, cell: (row) => row.actor ?? t('line.system') },
    {
      id: 'amount',
      header: t('field.amount'),
      end: true,
      noWrap: true,
      cell: (row) => <Money cents={row.amountCents} decimals="always" />,
    },
  ];
  return (
    <Table caption={t('line.entries')} captionHidden dense columns={columns} rows={entries} rowKey={(row) => row.id} />
  );
}

/** What the entry is about, with its page; a decision is shown by its history, for its page stands under its batch. */
function Subject({ entry }: { readonly entry: Entry }) {
  const { t, i18n } = useTranslation('plan');
  const path = usePath();
  const { subjectType, subjectId } = entry;
  const key = `line.subjects.${subjectType}`;
  const words = i18n.exists(key, { ns: 'plan' }) ? t(key) : t('line.subjects.other');
  const pages: Readonly<Record<string, string>> = {
    call: path('work-call', { callId: subjectId }),
    'plan-version': path('plan-version', { versionId: subjectId }),
    decision: path('history', { subjectType: 'decision', subjectId }),
    'direct-file': path('direct-file', { directFileId: subjectId }),
    application: path('application', { applicationId: subjectId }),
    payment: path('history', { subjectType: 'payment', subjectId }),
  };
  const href = Object.hasOwn(pages, subjectType) ? pages[subjectType] : undefined;
  return href === undefined ? words : <UiLink href={href}>{words}</UiLink>;
}
