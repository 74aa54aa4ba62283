import { payments } from '@commonlot/contracts';
import { Button, ButtonRow, Dialog, ErrorSummary, Field, FormLayout } from '@commonlot/ui';
import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import { z } from 'zod';
import { useApi, useFormKey } from '../../../shared/api/browser-api';
import { ProblemNotice } from '../../../shared/form/problem-notice';
import type { Difference } from './statement-records';

const form = z.object({
  reason: z.string().trim().min(1, 'form.error.required').max(1000, 'form.error.tooLong'),
});

interface ExplainDialogProps {
  readonly statementId: string;
  readonly difference: Difference;
  readonly onClose: () => void;
}

/** Keeps why a difference is one; it is then no longer work. */
export function ExplainDialog({ statementId, difference, onClose }: ExplainDialogProps) {
  const { t } = useTranslation('payments');
  const { t: shared } = useTranslation('shared');
  const api = useApi();
  const [key] = useFormKey();
  const { revalidate } = useRevalidator();
  const [problem, setProblem] = useState<unknown>(null);
  const { control, handleSubmit, formState } = useForm({
    resolver: zodResolver(form),
    defaultValues: { reason: '' },
    shouldFocusError: false,
  });
  const labels = { reason: t('reconciliation.reason') };

  async function explain({ reason }: z.output<typeof form>) {
    setProblem(null);
    try {
      const { kind, subjectId } = difference;
      await api(
        payments.explainBankDifference,
        { params: { statementId }, body: { kind, subjectId, reason } },
        { key },
      );
      await revalidate();
      onClose();
    } catch (error) {
      setProblem(error);
    }
  }

  return (
    <Dialog open title={t(`reconciliation.kind.${difference.kind}`)} onClose={onClose}>
      <FormLayout onSubmit={handleSubmit(explain)}>
        <ErrorSummary control={control} labels={labels} />
        <ProblemNotice error={problem} />
        <Field
          control={control}
          name="reason"
          label={labels.reason}
          hint={t('reconciliation.reasonHint')}
          counter={1000}
          render={(field, wiring) => <textarea rows={4} {...field} {...wiring} />}
        />
        <ButtonRow>
          <Button type="submit" tone="primary" pending={formState.isSubmitting}>
            {t('reconciliation.explain')}
          </Button>
          <Button tone="quiet" onClick={onClose}>
            {shared('action.cancel')}
          </Button>
        </ButtonRow>
      </FormLayout>
    </Dialog>
  );
}
