import { type Column, Instant, Table, UiLink } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { Localised } from '../../shared/i18n/localised';
import { usePath } from '../../shared/i18n/use-language';
import type { AssignmentHead } from './records';

interface QueueTableProps {
  readonly caption: string;
  readonly rows: readonly AssignmentHead[];
  readonly isSent: boolean;
}

/** The files of one group of the queue: what they are, how far they are, until when. */
export function QueueTable({ caption, rows, isSent }: QueueTableProps) {
  const { t } = useTranslation('reviews');
  const path = usePath();
  const columns: Column<AssignmentHead>[] = [
    {
      id: 'title',
      header: t('field.file'),
      rowHeader: true,
      cell: (row) => (
        <UiLink href={path('review', { assignmentId: row.id })} lang={row.fileLanguage}>
          {row.title}
        </UiLink>
      ),
    },
    { id: 'organisation', header: t('field.organisation'), cell: (row) => row.organisationName },
    { id: 'place', header: t('field.place'), cell: (row) => <Localised text={row.municipality} /> },
    { id: 'call', header: t('field.call'), noWrap: true, wideOnly: true, cell: (row) => row.callNumber },
    {
      id: 'scored',
      header: t('field.scored'),
      end: true,
      noWrap: true,
      cell: (row) => t('queue.scoredOf', { scored: row.scored, criteria: row.criteria }),
    },
    {
      id: 'due',
      header: isSent ? t('field.sentAt') : t('field.due'),
      cell: (row) => (isSent ? <Instant at={row.sentAt} form="short" /> : <Instant at={row.dueAt} />),
    },
  ];
  return <Table caption={caption} captionHidden dense columns={columns} rows={rows} rowKey={(row) => row.id} />;
}
