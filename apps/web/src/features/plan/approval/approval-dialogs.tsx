import { localDate } from '@commonlot/domain';
import { ErrorSummary, Field, TextInput } from '@commonlot/ui';
import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { StepDialog, type StepDialogProps } from './step-dialog';

const returnForm = z.object({
  reason: z.string().trim().min(1, 'form.error.required').max(1000, 'form.error.tooLong'),
});

export function ReturnDialog({ problem, onClose, onSend }: StepDialogProps<string>) {
  const { t } = useTranslation('plan');
  const { control, handleSubmit, formState } = useForm({
    resolver: zodResolver(returnForm),
    defaultValues: { reason: '' },
    shouldFocusError: false,
  });
  const labels = { reason: t('field.reason') };
  return (
    <StepDialog
      title={t('steps.sendBack')}
      problem={problem}
      onClose={onClose}
      onSubmit={handleSubmit(({ reason }) => onSend(reason))}
      action={t('steps.sendBack')}
      pending={formState.isSubmitting}
    >
      <ErrorSummary control={control} labels={labels} />
      <Field
        control={control}
        name="reason"
        label={labels.reason}
        counter={1000}
        render={(field, wiring) => <textarea {...field} {...wiring} />}
      />
    </StepDialog>
  );
}

const reference = z.string().trim().min(3, 'form.error.required').max(200, 'form.error.tooLong');
const decreeForm = (isDefinitive: boolean) =>
  z.object({
    decreeReference: reference,
    decreeOn: z.iso.date('form.error.required').transform((day) => localDate(day)),
    accountsReference: isDefinitive ? reference : z.string().transform(() => null),
  });
type DecreeAnswers = z.output<ReturnType<typeof decreeForm>>;

interface DecreeDialogProps extends StepDialogProps<DecreeAnswers> {
  /** A definitive plan follows the accounts of its year. */
  readonly isDefinitive: boolean;
}

export function DecreeDialog({ isDefinitive, problem, onClose, onSend }: DecreeDialogProps) {
  const { t } = useTranslation('plan');
  const { control, handleSubmit, formState } = useForm({
    resolver: zodResolver(decreeForm(isDefinitive)),
    defaultValues: { decreeReference: '', decreeOn: '' as never, accountsReference: '' },
    shouldFocusError: false,
  });
  const labels = {
    decreeReference: t('field.decree'),
    decreeOn: t('field.decreeOn'),
    accountsReference: t('field.accounts'),
  };
  return (
    <StepDialog
      title={t('steps.enterIntoForce')}
      problem={problem}
      onClose={onClose}
      onSubmit={handleSubmit(onSend)}
      action={t('steps.enterIntoForce')}
      pending={formState.isSubmitting}
    >
      <ErrorSummary control={control} labels={labels} />
      <p>{t('steps.forceText')}</p>
      <Field
        control={control}
        name="decreeReference"
        label={labels.decreeReference}
        hint={t('steps.decreeHint')}
        render={(field, wiring) => <input {...field} {...wiring} />}
      />
      <Field
        control={control}
        name="decreeOn"
        label={labels.decreeOn}
        render={(field, wiring) => <TextInput short type="date" {...field} {...wiring} />}
      />
      {isDefinitive && (
        <Field
          control={control}
          name="accountsReference"
          label={labels.accountsReference}
          hint={t('steps.accountsHint')}
          render={(field, wiring) => <input {...field} {...wiring} />}
        />
      )}
    </StepDialog>
  );
}
