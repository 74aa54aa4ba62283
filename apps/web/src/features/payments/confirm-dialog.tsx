import { payments } from '@commonlot/contracts';
import { brusselsDay, isLocalDate } from '@commonlot/domain';
import { Button, ButtonRow, Dialog, ErrorSummary, Field, FormLayout, Money, TextInput } from '@commonlot/ui';
import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import { z } from 'zod';
import { useApi, useFormKey } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import type { Payment } from './payment-records';

const form = z.object({
  paidOn: z.string().refine(isLocalDate, 'form.error.required'),
  bankReference: z.string().trim().min(1, 'form.error.required').max(100, 'form.error.tooLong'),
});

interface ConfirmDialogProps {
  readonly payment: Payment;
  readonly onClose: () => void;
}

/** What the bank statement says: the day and the reference. It books the payment, for good. */
export function ConfirmDialog({ payment, onClose }: ConfirmDialogProps) {
  const { t } = useTranslation('payments');
  const { t: shared } = useTranslation('shared');
  const api = useApi();
  const { revalidate } = useRevalidator();
  const [key] = useFormKey();
  const [today] = useState(() => brusselsDay(new Date()));
  const [problem, setProblem] = useState<unknown>(null);
  const { control, handleSubmit, formState } = useForm({
    resolver: zodResolver(form),
    defaultValues: { paidOn: today as string, bankReference: '' },
    shouldFocusError: false,
  });
  const labels = { paidOn: t('confirm.paidOn'), bankReference: t('confirm.reference') };

  async function confirm({ paidOn, bankReference }: z.output<typeof form>) {
    setProblem(null);
    try {
      const body = { revision: payment.revision, paidOn, bankReference };
      await api(payments.confirmPayment, { params: { paymentId: payment.id }, body }, { key });
      await revalidate();
      onClose();
    } catch (error) {
      setProblem(error);
    }
  }

  return (
    <Dialog open title={t('confirm.title', { number: payment.number })} onClose={onClose}>
      <FormLayout onSubmit={handleSubmit(confirm)}>
        <ErrorSummary control={control} labels={labels} />
        <ProblemNotice error={problem} />
        <p>
          <strong>
            <Money cents={payment.amountCents} decimals="always" />
          </strong>{' '}
          {payment.organisationName}
        </p>
        <Field
          control={control}
          name="paidOn"
          label={labels.paidOn}
          hint={t('confirm.paidOnHint')}
          render={(field, wiring) => <TextInput short type="date" max={today} {...field} {...wiring} />}
        />
        <Field
          control={control}
          name="bankReference"
          label={labels.bankReference}
          hint={t('confirm.referenceHint')}
          render={(field, wiring) => <input {...field} {...wiring} />}
        />
        <p>{t('confirm.text')}</p>
        <ButtonRow>
          <Button type="submit" tone="primary" pending={formState.isSubmitting}>
            {t('confirm.action')}
          </Button>
          <Button tone="quiet" onClick={onClose}>
            {shared('action.cancel')}
          </Button>
        </ButtonRow>
      </FormLayout>
    </Dialog>
  );
}
