import { applications } from '@commonlot/contracts';
import { Button, Dialog, ProgressBar, Stack, Tag } from '@commonlot/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import { useApi } from '../../shared/api/browser-api';
import { useProblemText } from '../../shared/form/problem-notice';
import type { ScreeningRow } from './records';
import styles from './screening-table.module.css';

interface AdmitManyDialogProps {
  readonly rows: readonly ScreeningRow[];
  readonly onClose: () => void;
}

type Result = { readonly problem: unknown };

/** Shows what will be admitted, does it file by file, and tells how each went; what failed can be tried again. */
export function AdmitManyDialog({ rows, onClose }: AdmitManyDialogProps) {
  const { t } = useTranslation('applications');
  const { t: shared } = useTranslation('shared');
  const api = useApi();
  const { revalidate } = useRevalidator();
  const problemText = useProblemText();
  // The list stays what was chosen: the page behind loads again meanwhile.
  const [files] = useState(rows);
  const [results, setResults] = useState<ReadonlyMap<string, Result>>(new Map());
  const [isPending, setPending] = useState(false);
  const isDone = results.size === files.length && !isPending;
  const failed = [...results.values()].filter(({ problem }) => problem !== null).length;

  async function admitAll() {
    setPending(true);
    const next = new Map<string, Result>();
    for (const { id, revision } of files) {
      try {
        await api(applications.admitApplication, { params: { applicationId: id }, body: { revision } });
        next.set(id, { problem: null });
      } catch (error) {
        next.set(id, { problem: error });
      }
      setResults(new Map(next));
    }
    setPending(false);
    await revalidate();
  }

  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t('admitMany.title', { count: files.length })}
      actions={
        isDone ? (
          <Button tone="primary" onClick={onClose}>
            {t('admitMany.close')}
          </Button>
        ) : (
          <>
            <Button tone="primary" pending={isPending} onClick={() => void admitAll()}>
              {t('admitMany.action', { count: files.length })}
            </Button>
            {!isPending && (
              <Button tone="quiet" onClick={onClose}>
                {shared('action.cancel')}
              </Button>
            )}
          </>
        )
      }
    >
      <Stack gap={4}>
        <p role="status">
          {isDone ? t('admitMany.result', { done: files.length - failed, failed }) : t('admitMany.lede')}
        </p>
        {isPending && <ProgressBar label={t('admitMany.progress')} value={results.size} max={files.length} />}
        <ul className={styles.results}>
          {files.map((file) => {
            const result = results.get(file.id);
            return (
              <li key={file.id}>
                <span>{file.number}</span>
                <span>
                  <span lang={file.fileLanguage}>{file.title}</span>
                  <span className={styles.under}>{file.organisationName}</span>
                </span>
                {result && (
                  <Tag tone={result.problem === null ? 'success' : 'danger'}>
                    {result.problem === null ? t('state.admitted') : t('admitMany.failed')}
                  </Tag>
                )}
                {result && result.problem !== null && <p className={styles.problem}>{problemText(result.problem)}</p>}
              </li>
            );
          })}
        </ul>
      </Stack>
    </Dialog>
  );
}
