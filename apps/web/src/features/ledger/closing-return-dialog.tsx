import { ledger } from '@commonlot/contracts';
import { Button, ButtonRow, Dialog, ErrorSummary, Field, FormLayout } from '@commonlot/ui';
import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import { z } from 'zod';
import { useApi } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import type { Closing } from './year-closing';

const form = z.object({
  reason: z.string().trim().min(1, 'form.error.required').max(1000, 'form.error.tooLong'),
});

interface ClosingReturnDialogProps {
  readonly closing: Closing;
  readonly onClose: () => void;
}

/** Sends a prepared closing back; whoever prepared it reads the reason. */
export function ClosingReturnDialog({ closing, onClose }: ClosingReturnDialogProps) {
  const { t } = useTranslation('ledger');
  const { t: shared } = useTranslation('shared');
  const api = useApi();
  const { revalidate } = useRevalidator();
  const [problem, setProblem] = useState<unknown>(null);
  const { control, handleSubmit, formState } = useForm({
    resolver: zodResolver(form),
    defaultValues: { reason: '' },
    shouldFocusError: false,
  });
  const labels = { reason: t('closing.return.reason') };

  async function sendBack({ reason }: z.output<typeof form>) {
    setProblem(null);
    try {
      const body = { revision: closing.revision, reason };
      await api(ledger.sendBackYearClosing, { params: { closingId: closing.id }, body });
      await revalidate();
      onClose();
    } catch (error) {
      setProblem(error);
    }
  }

  return (
    <Dialog open title={t('closing.return.title', { number: closing.number })} onClose={onClose}>
      <FormLayout onSubmit={handleSubmit(sendBack)}>
        <ErrorSummary control={control} labels={labels} />
        <ProblemNotice error={problem} />
        <Field
          control={control}
          name="reason"
          label={labels.reason}
          hint={t('closing.return.hint')}
          counter={1000}
          render={(field, wiring) => <textarea rows={4} {...field} {...wiring} />}
        />
        <ButtonRow>
          <Button type="submit" tone="primary" pending={formState.isSubmitting}>
            {t('closing.sendBack')}
          </Button>
          <Button tone="quiet" onClick={onClose}>
            {shared('action.cancel')}
          </Button>
        </ButtonRow>
      </FormLayout>
    </Dialog>
  );
}
