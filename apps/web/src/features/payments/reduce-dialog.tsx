import { payments } from '@commonlot/contracts';
import { formatEuros, reductionKinds } from '@commonlot/domain';
import { Dialog, ErrorSummary, Field, FormLayout, MoneyInput, Select } from '@commonlot/ui';
import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useApi, useFormKey } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import { useLanguage } from '../../shared/i18n/use-language';
import type { AwardMoney } from './award-money-records';
import { MoneyButtons } from './money-buttons';
import { amountUpTo, explanation, useMoneyForm } from './use-money-form';

interface ReduceDialogProps {
  readonly award: AwardMoney;
  readonly onClose: () => void;
}

/** Proposes to lower the award; a minister confirms it. */
export function ReduceDialog({ award, onClose }: ReduceDialogProps) {
  const { t } = useTranslation('payments');
  const language = useLanguage();
  const api = useApi();
  const [key] = useFormKey();
  const { problem, pending, send } = useMoneyForm(onClose);
  const form = z.object({
    amountCents: amountUpTo(award.reducibleCents),
    kind: z.enum(reductionKinds, 'form.error.required'),
    reference: z.string().trim().min(1, 'form.error.required').max(200, 'form.error.tooLong'),
    reason: explanation(2000),
  });
  const { control, handleSubmit } = useForm({
    resolver: zodResolver(form),
    defaultValues: { amountCents: '', kind: '' as never, reference: '', reason: '' },
    shouldFocusError: false,
  });
  const labels = {
    amountCents: t('money.field.amount'),
    kind: t('money.field.kind'),
    reference: t('money.field.reference'),
    reason: t('money.field.reason'),
  };
  const propose = (body: z.output<typeof form>) =>
    send(() => api(payments.proposeReduction, { params: { decisionId: award.decisionId }, body }, { key }));
  return (
    <Dialog open title={t('money.action.reduce')} onClose={onClose}>
      <FormLayout onSubmit={handleSubmit(propose)}>
        <ErrorSummary control={control} labels={labels} />
        <ProblemNotice error={problem} />
        <Field
          control={control}
          name="amountCents"
          label={labels.amountCents}
          hint={t('money.reduce.hint', { amount: formatEuros(award.reducibleCents, language, { decimals: 'always' }) })}
          render={(field, wiring) => <MoneyInput {...field} {...wiring} />}
        />
        <Field
          control={control}
          name="kind"
          label={labels.kind}
          render={(field, wiring) => (
            <Select
              placeholder=""
              options={reductionKinds.map((kind) => ({ value: kind, label: t(`money.reductionKind.${kind}`) }))}
              {...field}
              {...wiring}
            />
          )}
        />
        <Field
          control={control}
          name="reference"
          label={labels.reference}
          hint={t('money.reduce.referenceHint')}
          render={(field, wiring) => <input {...field} {...wiring} />}
        />
        <Field
          control={control}
          name="reason"
          label={labels.reason}
          hint={t('money.reduce.reasonHint')}
          counter={2000}
          render={(field, wiring) => <textarea rows={4} {...field} {...wiring} />}
        />
        <p>{t('money.reduce.text')}</p>
        <MoneyButtons action={t('money.action.reduce')} pending={pending} onClose={onClose} />
      </FormLayout>
    </Dialog>
  );
}
