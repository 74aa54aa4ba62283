import { type Column, Table, Tag, type TagIcon, type Tone, UiLink } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { usePath } from '../../shared/i18n/use-language';
import styles from './assign-page.module.css';
import type { ReviewersOfCall } from './records';

type FileRow = ReviewersOfCall['files'][number];
type ReviewerRow = ReviewersOfCall['reviewers'][number];
type State = FileRow['assignments'][number]['state'];

const looks: Record<State, { readonly tone: Tone; readonly icon: TagIcon }> = {
  assigned: { tone: 'info', icon: 'waiting' },
  accepted: { tone: 'accent', icon: 'open' },
  sent: { tone: 'success', icon: 'done' },
  conflicted: { tone: 'warning', icon: 'stopped' },
};

/** The files of a call, each with those who read it. */
export function ReviewersByFile({ files }: { readonly files: readonly FileRow[] }) {
  const { t } = useTranslation('reviews');
  const path = usePath();
  const columns: Column<FileRow>[] = [
    { id: 'number', header: t('field.number'), noWrap: true, cell: (row) => row.number },
    {
      id: 'title',
      header: t('field.file'),
      rowHeader: true,
      cell: (row) => (
        <>
          <UiLink href={path('application', { applicationId: row.applicationId })} lang={row.fileLanguage}>
            {row.title}
          </UiLink>
          <span className={styles.under}>{row.organisationName}</span>
        </>
      ),
    },
    {
      id: 'reviewers',
      header: t('field.reviewers'),
      cell: (row) =>
        row.assignments.length === 0 ? (
          <Tag tone="warning">{t('assign.nobody')}</Tag>
        ) : (
          <ul className={styles.people}>
            {row.assignments.map((each) => (
              <li key={each.id}>
                <span>{each.reviewerName}</span> <Tag {...looks[each.state]}>{t(`state.${each.state}`)}</Tag>
              </li>
            ))}
          </ul>
        ),
    },
  ];
  return (
    <Table
      caption={t('assign.byFile')}
      captionHidden
      dense
      columns={columns}
      rows={files}
      rowKey={(row) => row.applicationId}
    />
  );
}

/** The reviewers of a call, each with how far they are. */
export function FilesByReviewer({ reviewers }: { readonly reviewers: readonly ReviewerRow[] }) {
  const { t } = useTranslation('reviews');
  const count = (id: 'assigned' | 'declared' | 'conflicted' | 'sent'): Column<ReviewerRow> => ({
    id,
    header: t(`assign.count.${id}`),
    end: true,
    cell: (row) => row[id],
  });
  const columns: Column<ReviewerRow>[] = [
    { id: 'name', header: t('field.reviewer'), rowHeader: true, cell: (row) => row.name },
    count('assigned'),
    count('declared'),
    count('conflicted'),
    count('sent'),
  ];
  return (
    <Table
      caption={t('assign.byReviewer')}
      captionHidden
      dense
      columns={columns}
      rows={reviewers}
      rowKey={(row) => row.personId}
    />
  );
}
