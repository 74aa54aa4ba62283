import { decisions } from '@commonlot/contracts';
import { Notice, ProgressBar } from '@commonlot/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import { useApi } from '../../shared/api/browser-api';
import type { Batch } from './records';

const pollMs = 2_000;

/** The letters are written after the signature; the page asks until all are there, then shows the next step. */
export function LettersProgress({ batch }: { readonly batch: Batch }) {
  const { t } = useTranslation('decisions');
  const api = useApi();
  const { revalidate } = useRevalidator();
  const isDone = missingLetters(batch) === 0;
  const { data } = useQuery({
    queryKey: ['batch-letters', batch.id],
    queryFn: () => api(decisions.readBatch, { params: { batchId: batch.id } }),
    refetchInterval: ({ state }) => (state.data && missingLetters(state.data) === 0 ? false : pollMs),
    enabled: !isDone,
  });
  const missing = missingLetters(data ?? batch);

  useEffect(() => {
    if (!isDone && missing === 0) void revalidate();
  }, [isDone, missing, revalidate]);

  if (isDone) {
    return (
      <Notice tone="success" title={t('letters.ready')}>
        <p>{t('letters.readyText')}</p>
      </Notice>
    );
  }
  const written = batch.rows.length - missing;
  return (
    <ProgressBar
      label={t('letters.writing')}
      value={written}
      max={batch.rows.length}
      text={t('letters.writtenOf', { written, count: batch.rows.length })}
    />
  );
}

function missingLetters(batch: Batch): number {
  return batch.checks.find(({ code }) => code === 'letters')?.failing ?? 0;
}
