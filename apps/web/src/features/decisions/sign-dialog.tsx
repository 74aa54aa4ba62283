import { decisions } from '@commonlot/contracts';
import { formatEuros } from '@commonlot/domain';
import { Button, Dialog, Field, FormLayout, Stack } from '@commonlot/ui';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import { z } from 'zod';
import { useApi, useFormKey } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import { useLanguage } from '../../shared/i18n/use-language';
import styles from './batch-page.module.css';
import type { Batch } from './records';

export interface BatchDialogProps {
  readonly open: boolean;
  readonly batch: Batch;
  readonly onClose: () => void;
}

const form = z.object({
  signatoryTitle: z.string().trim().min(1, 'form.error.required').max(200, 'form.error.tooLong'),
});

/** The signature: it says what it does, in amounts and numbers, before it does it. */
export function SignDialog({ open, batch, onClose }: BatchDialogProps) {
  const { t } = useTranslation('decisions');
  const { t: shared } = useTranslation('shared');
  const language = useLanguage();
  const api = useApi();
  const { revalidate } = useRevalidator();
  const [key] = useFormKey();
  const { control, handleSubmit } = useForm({ resolver: zodResolver(form), defaultValues: { signatoryTitle: '' } });
  const sign = useMutation({
    mutationFn: (answers: z.output<typeof form>) =>
      api(
        decisions.signBatch,
        { params: { batchId: batch.id }, body: { revision: batch.revision, ...answers } },
        { key },
      ),
    onSuccess: async () => {
      onClose();
      await revalidate();
    },
  });
  const submit = handleSubmit((answers) => sign.mutate(answers));
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('sign.title')}
      actions={
        <>
          <Button tone="primary" pending={sign.isPending} onClick={() => void submit()}>
            {t('sign.action', { count: batch.decisions })}
          </Button>
          <Button tone="quiet" onClick={onClose}>
            {shared('action.cancel')}
          </Button>
        </>
      }
    >
      <Stack>
        <ul className={styles.consequences}>
          <li>{t('sign.commits', { amount: formatEuros(batch.awardedCents, language), count: batch.awards })}</li>
          <li>{t('sign.freezes', { count: batch.decisions })}</li>
          <li>{t('sign.silent')}</li>
        </ul>
        <FormLayout onSubmit={submit}>
          <ProblemNotice error={sign.error} />
          <Field
            control={control}
            name="signatoryTitle"
            idPrefix="sign-"
            label={t('sign.signatoryTitle')}
            hint={t('sign.signatoryTitleHint')}
            render={(field, wiring) => <input {...field} {...wiring} />}
          />
        </FormLayout>
      </Stack>
    </Dialog>
  );
}
