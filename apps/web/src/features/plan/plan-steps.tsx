import { plan } from '@commonlot/contracts';
import { localDate } from '@commonlot/domain';
import { Button, ButtonRow, Dialog, ErrorSummary, Field, FormLayout, Panel, Stack, TextInput } from '@commonlot/ui';
import { zodResolver } from '@hookform/resolvers/zod';
import { type ReactNode, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import { z } from 'zod';
import { useApi } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import type { PlanVersion } from './plan-state';

type Opened = 'return' | 'force' | null;

/** What the reader may do with the version now, and what comes next, in words. */
export function PlanSteps({ version }: { readonly version: PlanVersion }) {
  const { t } = useTranslation('plan');
  const api = useApi();
  const { revalidate } = useRevalidator();
  const [problem, setProblem] = useState<unknown>(null);
  const [pending, setPending] = useState(false);
  const [opened, setOpened] = useState<Opened>(null);
  const { may } = version;
  const params = { versionId: version.id };
  const body = { revision: version.revision };

  async function attempt(change: () => Promise<unknown>) {
    setProblem(null);
    setPending(true);
    try {
      await change();
      setOpened(null);
      await revalidate();
    } catch (error) {
      setProblem(error);
    } finally {
      setPending(false);
    }
  }

  return (
    <Panel title={t('steps.title')} tone="sunken">
      <Stack gap={4}>
        <p>{t(`steps.${version.state}`)}</p>
        {opened === null && <ProblemNotice error={problem} />}
        <ButtonRow>
          {may.submit && (
            <Button
              tone="primary"
              pending={pending}
              onClick={() => void attempt(() => api(plan.submitPlanVersion, { params, body }))}
            >
              {t('steps.submit')}
            </Button>
          )}
          {may.approve && (
            <Button
              tone="primary"
              pending={pending}
              onClick={() => void attempt(() => api(plan.approvePlanVersion, { params, body }))}
            >
              {t('steps.approve')}
            </Button>
          )}
          {may.enterIntoForce && (
            <Button tone="primary" onClick={() => setOpened('force')}>
              {t('steps.enterIntoForce')}
            </Button>
          )}
          {may.sendBack && <Button onClick={() => setOpened('return')}>{t('steps.sendBack')}</Button>}
        </ButtonRow>
      </Stack>
      {opened === 'return' && (
        <ReturnDialog
          problem={problem}
          onClose={() => setOpened(null)}
          onSend={(reason) => attempt(() => api(plan.sendBackPlanVersion, { params, body: { ...body, reason } }))}
        />
      )}
      {opened === 'force' && (
        <DecreeDialog
          isDefinitive={version.stage === 'definitive'}
          problem={problem}
          onClose={() => setOpened(null)}
          onSend={(decree) =>
            attempt(() => api(plan.enterPlanVersionIntoForce, { params, body: { ...body, ...decree } }))
          }
        />
      )}
    </Panel>
  );
}

interface StepDialogProps<Value> {
  readonly problem: unknown;
  readonly onClose: () => void;
  readonly onSend: (value: Value) => Promise<void>;
}

const returnForm = z.object({
  reason: z.string().trim().min(1, 'form.error.required').max(1000, 'form.error.tooLong'),
});

function ReturnDialog({ problem, onClose, onSend }: StepDialogProps<string>) {
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

function DecreeDialog({ isDefinitive, problem, onClose, onSend }: DecreeDialogProps) {
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

interface FrameProps {
  readonly title: string;
  readonly action: string;
  readonly pending: boolean;
  readonly problem: unknown;
  readonly onClose: () => void;
  readonly onSubmit: () => Promise<void>;
  readonly children: ReactNode;
}

function StepDialog({ title, action, pending, problem, onClose, onSubmit, children }: FrameProps) {
  const { t } = useTranslation('shared');
  return (
    <Dialog open title={title} onClose={onClose}>
      <FormLayout
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          void onSubmit();
        }}
      >
        <ProblemNotice error={problem} />
        {children}
        <ButtonRow>
          <Button type="submit" tone="primary" pending={pending}>
            {action}
          </Button>
          <Button tone="quiet" onClick={onClose}>
            {t('action.cancel')}
          </Button>
        </ButtonRow>
      </FormLayout>
    </Dialog>
  );
}
