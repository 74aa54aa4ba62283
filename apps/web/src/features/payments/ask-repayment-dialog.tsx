import { payments } from '@commonlot/contracts';
import { brusselsDay, formatEuros, isLocalDate, repaymentKinds } from '@commonlot/domain';
import { Dialog, ErrorSummary, Field, FormLayout, MoneyInput, Select, TextInput } from '@commonlot/ui';
import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useApi, useFormKey } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import { useLanguage } from '../../shared/i18n/use-language';
import type { AwardMoney } from './award-money-records';
import { MoneyButtons } from './money-buttons';
import { amountUpTo, explanation, useMoneyForm } from './use-money-form';

interface AskRepaymentDialogProps {
  readonly award: AwardMoney;
  readonly onClose: () => void;
}

/** Asks the beneficiary to give back a part of what was paid. The system makes the communication. */
export function AskRepaymentDialog({ award, onClose }: AskRepaymentDialogProps) {
  const { t } = useTranslation('payments');
  const language = useLanguage();
  const api = useApi();
  const [key] = useFormKey();
  const [today] = useState(() => brusselsDay(new Date()));
  const { problem, pending, send } = useMoneyForm(onClose);
  const form = z.object({
    amountCents: amountUpTo(award.repayableCents),
    kind: z.enum(repaymentKinds, 'form.error.required'),
    dueOn: z
      .string()
      .refine(isLocalDate, 'form.error.required')
      .refine((day) => day > today, 'payments:money.error.dueLater'),
    reason: explanation(2000),
  });
  const { control, handleSubmit } = useForm({
    resolver: zodResolver(form),
    defaultValues: { amountCents: '', kind: '' as never, dueOn: '', reason: '' },
    shouldFocusError: false,
  });
  const labels = {
    amountCents: t('money.field.amount'),
    kind: t('money.field.kind'),
    dueOn: t('money.field.due'),
    reason: t('money.field.reason'),
  };
  const ask = (body: z.output<typeof form>) =>
    send(() => api(payments.askRepayment, { params: { decisionId: award.decisionId }, body }, { key }));
  return (
    <Dialog open title={t('money.action.askBack')} onClose={onClose}>
      <FormLayout onSubmit={handleSubmit(ask)}>
        <ErrorSummary control={control} labels={labels} />
        <ProblemNotice error={problem} />
        <Field
          control={control}
          name="amountCents"
          label={labels.amountCents}
          hint={t('money.ask.hint', { amount: formatEuros(award.repayableCents, language, { decimals: 'always' }) })}
          render={(field, wiring) => <MoneyInput {...field} {...wiring} />}
        />
        <Field
          control={control}
          name="kind"
          label={labels.kind}
          render={(field, wiring) => (
            <Select
              placeholder=""
              options={repaymentKinds.map((kind) => ({ value: kind, label: t(`money.repaymentKind.${kind}`) }))}
              {...field}
              {...wiring}
            />
          )}
        />
        <Field
          control={control}
          name="dueOn"
          label={labels.dueOn}
          hint={t('money.ask.dueHint')}
          render={(field, wiring) => <TextInput short type="date" {...field} {...wiring} />}
        />
        <Field
          control={control}
          name="reason"
          label={labels.reason}
          hint={t('money.ask.reasonHint')}
          counter={2000}
          render={(field, wiring) => <textarea rows={4} {...field} {...wiring} />}
        />
        <MoneyButtons action={t('money.action.askBack')} pending={pending} onClose={onClose} />
      </FormLayout>
    </Dialog>
  );
}
