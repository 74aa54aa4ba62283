import { ledger } from '@commonlot/contracts';
import { type Cents, parseEuros } from '@commonlot/domain';
import { Button, ButtonRow, ErrorSummary, Field, FormLayout, MoneyInput } from '@commonlot/ui';
import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import { z } from 'zod';
import { useApi, useFormKey } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';

const form = z.object({
  amountCents: z.string().transform((text, context): Cents => {
    const amount = parseEuros(text);
    if (amount !== null && amount > 0) return amount;
    context.addIssue({ code: 'custom', message: 'ledger:overrun.wrongAmount' });
    return z.NEVER;
  }),
  actReference: z.string().trim().min(3, 'form.error.required').max(200, 'form.error.tooLong'),
  reason: z.string().trim().min(10, 'form.error.too_small').max(1000, 'form.error.tooLong'),
});

/** Proposes an overrun: how much, why, by which act. Another person signs it. */
export function OverrunForm({ lineId }: { readonly lineId: string }) {
  const { t } = useTranslation('ledger');
  const api = useApi();
  const { revalidate } = useRevalidator();
  const [key] = useFormKey();
  const [problem, setProblem] = useState<unknown>(null);
  const { control, handleSubmit, formState } = useForm({
    resolver: zodResolver(form),
    defaultValues: { amountCents: '', actReference: '', reason: '' },
    shouldFocusError: false,
  });
  const labels = { amountCents: t('overrun.amount'), actReference: t('overrun.act'), reason: t('overrun.reason') };

  async function propose(body: z.output<typeof form>) {
    setProblem(null);
    try {
      await api(ledger.proposeOverrun, { params: { lineId }, body }, { key });
      await revalidate();
    } catch (error) {
      setProblem(error);
    }
  }

  return (
    <FormLayout onSubmit={handleSubmit(propose)}>
      <ErrorSummary control={control} labels={labels} />
      <ProblemNotice error={problem} />
      <Field
        control={control}
        name="amountCents"
        label={labels.amountCents}
        render={(field, wiring) => <MoneyInput {...field} {...wiring} />}
      />
      <Field
        control={control}
        name="actReference"
        label={labels.actReference}
        hint={t('overrun.actHint')}
        render={(field, wiring) => <input {...field} {...wiring} />}
      />
      <Field
        control={control}
        name="reason"
        label={labels.reason}
        hint={t('overrun.reasonHint')}
        render={(field, wiring) => <textarea rows={3} {...field} {...wiring} />}
      />
      <ButtonRow>
        <Button type="submit" tone="primary" pending={formState.isSubmitting}>
          {t('overrun.propose')}
        </Button>
      </ButtonRow>
    </FormLayout>
  );
}
