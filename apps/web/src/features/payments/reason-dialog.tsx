import { payments } from '@commonlot/contracts';
import { Dialog, ErrorSummary, Field, FormLayout } from '@commonlot/ui';
import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useApi } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import type { Reduction, Repayment } from './award-money-records';
import { MoneyButtons } from './money-buttons';
import { explanation, useMoneyForm } from './use-money-form';

interface ReasonDialogProps {
  readonly of:
    | { readonly step: 'refuse' | 'confirm' | 'withdraw'; readonly reduction: Reduction }
    | { readonly step: 'receive' | 'waive'; readonly repayment: Repayment };
  readonly onClose: () => void;
}

const form = z.object({ reason: explanation(1000) });

/** A no of the minister's office, with its reason: to a reduction, or to what is still open of a repayment. */
export function ReasonDialog({ of, onClose }: ReasonDialogProps) {
  const { t } = useTranslation('payments');
  const api = useApi();
  const { problem, pending, send } = useMoneyForm(onClose);
  const { control, handleSubmit } = useForm({
    resolver: zodResolver(form),
    defaultValues: { reason: '' },
    shouldFocusError: false,
  });
  const isRefusal = 'reduction' in of;
  const labels = { reason: t(isRefusal ? 'money.field.refusal' : 'money.field.waiver') };
  const give = ({ reason }: z.output<typeof form>) =>
    send(() => {
      if ('reduction' in of) {
        const { id: reductionId, revision } = of.reduction;
        return api(payments.refuseReduction, { params: { reductionId }, body: { revision, reason } });
      }
      const { id: repaymentId, revision } = of.repayment;
      return api(payments.waiveRepayment, { params: { repaymentId }, body: { revision, reason } });
    });
  return (
    <Dialog
      open
      title={'reduction' in of ? t('money.refuse.title') : t('money.waive.title', { number: of.repayment.number })}
      onClose={onClose}
    >
      <FormLayout onSubmit={handleSubmit(give)}>
        <ErrorSummary control={control} labels={labels} />
        <ProblemNotice error={problem} />
        {!isRefusal && <p>{t('money.waive.hint')}</p>}
        <Field
          control={control}
          name="reason"
          label={labels.reason}
          counter={1000}
          render={(field, wiring) => <textarea rows={4} {...field} {...wiring} />}
        />
        <MoneyButtons
          action={t(isRefusal ? 'money.action.refuse' : 'money.action.waive')}
          pending={pending}
          onClose={onClose}
        />
      </FormLayout>
    </Dialog>
  );
}
