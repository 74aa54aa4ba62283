import { payments } from '@commonlot/contracts';
import { brusselsDay, formatEuros, formatStructuredCommunication, isLocalDate } from '@commonlot/domain';
import { Dialog, ErrorSummary, euroText, Field, FormLayout, MoneyInput, TextInput } from '@commonlot/ui';
import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useApi, useFormKey } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import { useLanguage } from '../../shared/i18n/use-language';
import type { Repayment } from './award-money-records';
import { MoneyButtons } from './money-buttons';
import { amountUpTo, useMoneyForm } from './use-money-form';

interface ReceiptDialogProps {
  readonly repayment: Repayment;
  readonly onClose: () => void;
}

/** What the bank statement says came in. It is booked on the line of the award, for good. */
export function ReceiptDialog({ repayment, onClose }: ReceiptDialogProps) {
  const { t } = useTranslation('payments');
  const language = useLanguage();
  const api = useApi();
  const [key] = useFormKey();
  const [today] = useState(() => brusselsDay(new Date()));
  const { problem, pending, send } = useMoneyForm(onClose);
  const { id: repaymentId, openCents, revision } = repayment;
  const form = z.object({
    amountCents: amountUpTo(openCents),
    receivedOn: z
      .string()
      .refine(isLocalDate, 'form.error.required')
      .refine((day) => day <= today, 'payments:money.error.notLater'),
    bankReference: z.string().trim().min(1, 'form.error.required').max(100, 'form.error.tooLong'),
  });
  const { control, handleSubmit } = useForm({
    resolver: zodResolver(form),
    defaultValues: { amountCents: euroText(openCents, language), receivedOn: today as string, bankReference: '' },
    shouldFocusError: false,
  });
  const labels = {
    amountCents: t('money.field.amount'),
    receivedOn: t('money.field.receivedOn'),
    bankReference: t('money.field.reference2'),
  };
  const receive = (answers: z.output<typeof form>) =>
    send(() => api(payments.recordReceipt, { params: { repaymentId }, body: { revision, ...answers } }, { key }));
  return (
    <Dialog open title={t('money.receive.title', { number: repayment.number })} onClose={onClose}>
      <FormLayout onSubmit={handleSubmit(receive)}>
        <ErrorSummary control={control} labels={labels} />
        <ProblemNotice error={problem} />
        <p>
          {t('money.field.communication')}: <strong>{formatStructuredCommunication(repayment.communication)}</strong>
        </p>
        <Field
          control={control}
          name="amountCents"
          label={labels.amountCents}
          hint={t('money.receive.hint', { amount: formatEuros(openCents, language, { decimals: 'always' }) })}
          render={(field, wiring) => <MoneyInput {...field} {...wiring} />}
        />
        <Field
          control={control}
          name="receivedOn"
          label={labels.receivedOn}
          hint={t('money.receive.onHint')}
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
        <MoneyButtons action={t('money.action.receive')} pending={pending} onClose={onClose} />
      </FormLayout>
    </Dialog>
  );
}
