import { decisions } from '@commonlot/contracts';
import { Button, Dialog, Field, FormLayout } from '@commonlot/ui';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import { z } from 'zod';
import { useApi } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import type { BatchDialogProps } from './sign-dialog';

const form = z.object({ reason: z.string().trim().min(1, 'form.error.required').max(2000, 'form.error.tooLong') });

/** The minister's office gives a batch back, and says what must change. */
export function SendBackDialog({ open, batch, onClose }: BatchDialogProps) {
  const { t } = useTranslation('decisions');
  const { t: shared } = useTranslation('shared');
  const api = useApi();
  const { revalidate } = useRevalidator();
  const { control, handleSubmit } = useForm({ resolver: zodResolver(form), defaultValues: { reason: '' } });
  const send = useMutation({
    mutationFn: ({ reason }: z.output<typeof form>) =>
      api(decisions.sendBackBatch, { params: { batchId: batch.id }, body: { revision: batch.revision, reason } }),
    onSuccess: async () => {
      onClose();
      await revalidate();
    },
  });
  const submit = handleSubmit((answers) => send.mutate(answers));
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('sendBack.title')}
      actions={
        <>
          <Button tone="primary" pending={send.isPending} onClick={() => void submit()}>
            {t('sendBack.action')}
          </Button>
          <Button tone="quiet" onClick={onClose}>
            {shared('action.cancel')}
          </Button>
        </>
      }
    >
      <FormLayout onSubmit={submit}>
        <ProblemNotice error={send.error} />
        <Field
          control={control}
          name="reason"
          idPrefix="send-back-"
          label={t('sendBack.reason')}
          hint={t('sendBack.reasonHint')}
          counter={2000}
          render={(field, wiring) => <textarea {...field} {...wiring} />}
        />
      </FormLayout>
    </Dialog>
  );
}
