import { Button, ButtonRow, type Column, Notice, Select, Stack, Table } from '@commonlot/ui';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './assign-page.module.css';
import type { Pair } from './assignment-proposal';
import type { ReviewersOfCall } from './records';

type FileRow = ReviewersOfCall['files'][number];

interface AssignPreviewProps extends ReviewersOfCall {
  readonly pairs: readonly Pair[];
  readonly isPending: boolean;
  readonly onChange: (pairs: readonly Pair[]) => void;
  readonly onAssign: () => void;
  readonly onDrop: () => void;
}

/** What would be given out, to be changed by hand before anybody gets a mail. */
export function AssignPreview({ files, reviewers, pairs, isPending, onChange, onAssign, onDrop }: AssignPreviewProps) {
  const { t } = useTranslation('reviews');
  const { t: shared } = useTranslation('shared');
  const columns: Column<FileRow>[] = [
    { id: 'number', header: t('field.number'), noWrap: true, cell: (row) => row.number },
    {
      id: 'title',
      header: t('field.file'),
      rowHeader: true,
      cell: (row) => (
        <>
          <span lang={row.fileLanguage}>{row.title}</span>
          <span className={styles.under}>{row.organisationName}</span>
        </>
      ),
    },
    {
      id: 'has',
      header: t('assign.has'),
      cell: (row) => row.assignments.map(({ reviewerName }) => reviewerName).join(', '),
    },
    {
      id: 'gets',
      header: t('assign.gets'),
      cell: (row) => <NewReaders file={row} reviewers={reviewers} pairs={pairs} onChange={onChange} />,
    },
  ];
  return (
    <Stack>
      {pairs.length === 0 && (
        <Notice tone="info" live title={t('assign.nothing')}>
          <p>{t('assign.nothingText')}</p>
        </Notice>
      )}
      <p className={styles.shares}>
        {reviewers
          .map(({ personId, name }) => ({
            name,
            count: pairs.filter(({ reviewerId }) => reviewerId === personId).length,
          }))
          .filter(({ count }) => count > 0)
          .map(({ name, count }) => `${name}: ${t('assign.load', { count })}`)
          .join(' · ')}
      </p>
      <Table caption={t('assign.preview')} dense columns={columns} rows={files} rowKey={(row) => row.applicationId} />
      <ButtonRow>
        {pairs.length > 0 && (
          <Button tone="primary" pending={isPending} onClick={onAssign}>
            {t('assign.assign', { count: pairs.length })}
          </Button>
        )}
        <Button tone="quiet" onClick={onDrop}>
          {shared('action.cancel')}
        </Button>
      </ButtonRow>
    </Stack>
  );
}

interface NewReadersProps {
  readonly file: FileRow;
  readonly reviewers: ReviewersOfCall['reviewers'];
  readonly pairs: readonly Pair[];
  readonly onChange: (pairs: readonly Pair[]) => void;
}

function NewReaders({ file, reviewers, pairs, onChange }: NewReadersProps) {
  const { t } = useTranslation('reviews');
  const { applicationId } = file;
  const own = pairs.filter((pair) => pair.applicationId === applicationId);
  const taken = new Set([...file.assignments, ...own].map(({ reviewerId }) => reviewerId));
  const free = reviewers.filter(({ personId }) => !taken.has(personId));
  const nameOf = (id: string) => reviewers.find(({ personId }) => personId === id)?.name ?? '';
  return (
    <div className={styles.readers}>
      {own.map((pair) => (
        <span key={pair.reviewerId} className={styles.reader}>
          {nameOf(pair.reviewerId)}
          <Button
            tone="quiet"
            size="small"
            icon={<X aria-hidden="true" />}
            aria-label={t('assign.remove', { name: nameOf(pair.reviewerId), number: file.number })}
            onClick={() => onChange(pairs.filter((each) => each !== pair))}
          />
        </span>
      ))}
      {free.length > 0 && (
        <Select
          aria-label={t('assign.addTo', { number: file.number })}
          className={styles.add}
          placeholder={t('assign.addOne')}
          options={free.map(({ personId, name }) => ({ value: personId, label: name }))}
          value=""
          onChange={({ target }) => onChange([...pairs, { applicationId, reviewerId: target.value }])}
        />
      )}
    </div>
  );
}
