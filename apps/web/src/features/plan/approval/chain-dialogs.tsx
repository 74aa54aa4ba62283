import { localDate, type PlanStepKind, planStepKinds } from '@commonlot/domain';
import { CheckboxesField, ErrorSummary, Field, TextInput } from '@commonlot/ui';
import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { PlanVersion } from '../plan-state';
import { StepDialog, type StepDialogProps } from './step-dialog';

type Step = PlanVersion['steps'][number];

const configureForm = z.object({ required: z.array(z.enum(planStepKinds)) });

/** Which steps the version requires besides those of the minister's office. */
export function ConfigureDialog(props: StepDialogProps<PlanStepKind[]> & { readonly steps: readonly Step[] }) {
  const { problem, onClose, onSend, steps } = props;
  const { t } = useTranslation('plan');
  const { t: shared } = useTranslation('shared');
  const { control, handleSubmit, formState } = useForm({
    resolver: zodResolver(configureForm),
    defaultValues: { required: steps.filter(({ isRequired }) => isRequired).map(({ kind }) => kind) },
    shouldFocusError: false,
  });
  return (
    <StepDialog
      title={t('chain.configure')}
      problem={problem}
      onClose={onClose}
      onSubmit={handleSubmit(({ required }) => onSend(required))}
      action={shared('action.save')}
      pending={formState.isSubmitting}
    >
      <CheckboxesField
        control={control}
        name="required"
        legend={t('chain.required')}
        hint={t('chain.requiredHint')}
        options={planStepKinds.map((kind) => ({ value: kind, label: t(`step.${kind}`), hint: t(`stepHint.${kind}`) }))}
      />
    </StepDialog>
  );
}

const recordForm = z.object({
  doneOn: z.iso.date('form.error.required').transform((day) => localDate(day)),
  reference: z.string().trim().min(1, 'form.error.required').max(200, 'form.error.tooLong'),
});
type RecordAnswers = z.output<typeof recordForm>;

interface RecordDialogProps extends StepDialogProps<RecordAnswers> {
  readonly kind: PlanStepKind;
  /** What was recorded before, to be corrected. */
  readonly step: Step | undefined;
}

/** On which day a step was done, and how it is found. */
export function RecordDialog({ problem, onClose, onSend, kind, step }: RecordDialogProps) {
  const { t } = useTranslation('plan');
  const { t: shared } = useTranslation('shared');
  const { control, handleSubmit, formState } = useForm({
    resolver: zodResolver(recordForm),
    defaultValues: { doneOn: (step?.doneOn ?? '') as never, reference: step?.reference ?? '' },
    shouldFocusError: false,
  });
  const labels = { doneOn: t('field.doneOn'), reference: t('field.reference') };
  return (
    <StepDialog
      title={t(`step.${kind}`)}
      problem={problem}
      onClose={onClose}
      onSubmit={handleSubmit(onSend)}
      action={shared('action.save')}
      pending={formState.isSubmitting}
    >
      <ErrorSummary control={control} labels={labels} />
      <Field
        control={control}
        name="doneOn"
        label={labels.doneOn}
        render={(field, wiring) => <TextInput short type="date" {...field} {...wiring} />}
      />
      <Field
        control={control}
        name="reference"
        label={labels.reference}
        hint={t('chain.referenceHint')}
        render={(field, wiring) => <input {...field} {...wiring} />}
      />
    </StepDialog>
  );
}
