import { decisions } from '@commonlot/contracts';
import { Button, Dialog, Stack } from '@commonlot/ui';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import { useApi, useFormKey } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import styles from './batch-page.module.css';
import type { BatchDialogProps } from './sign-dialog';

/** The release: from then on the applicants know, and so does everybody. */
export function ReleaseDialog({ open, batch, onClose }: BatchDialogProps) {
  const { t } = useTranslation('decisions');
  const { t: shared } = useTranslation('shared');
  const api = useApi();
  const { revalidate } = useRevalidator();
  const [key] = useFormKey();
  const release = useMutation({
    mutationFn: () =>
      api(decisions.releaseBatch, { params: { batchId: batch.id }, body: { revision: batch.revision } }, { key }),
    onSuccess: async () => {
      onClose();
      await revalidate();
    },
  });
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('release.title')}
      actions={
        <>
          <Button tone="primary" pending={release.isPending} onClick={() => release.mutate()}>
            {t('release.action', { count: batch.decisions })}
          </Button>
          <Button tone="quiet" onClick={onClose}>
            {shared('action.cancel')}
          </Button>
        </>
      }
    >
      <Stack>
        <ul className={styles.consequences}>
          <li>{t('release.letters', { count: batch.decisions })}</li>
          <li>{t('release.register', { count: batch.awards })}</li>
          <li>{t('release.final')}</li>
        </ul>
        <ProblemNotice error={release.error} />
      </Stack>
    </Dialog>
  );
}
