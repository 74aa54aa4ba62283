import { plan } from '@commonlot/contracts';
import { Button, ButtonRow, ErrorSummary, Field, FormLayout } from '@commonlot/ui';
import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useApi, useFormKey } from '../../../shared/api/browser-api';
import { ProblemNotice } from '../../../shared/form/problem-notice';
import { usePath } from '../../../shared/i18n/use-language';
import { nameForm } from './scenario-form';

/** Begins a scenario by its name; what it changes is said on its own page. */
export function NewScenario({ versionId }: { readonly versionId: string }) {
  const { t } = useTranslation('plan');
  const api = useApi();
  const navigate = useNavigate();
  const path = usePath();
  const [key] = useFormKey();
  const [problem, setProblem] = useState<unknown>(null);
  const { control, handleSubmit, formState } = useForm({
    resolver: zodResolver(nameForm),
    defaultValues: { name: '' },
    shouldFocusError: false,
  });
  const labels = { name: t('scenario.name') };

  async function begin({ name }: { name: string }) {
    setProblem(null);
    try {
      const body = { name, adjustments: [] };
      const made = await api(plan.createPlanScenario, { params: { versionId }, body }, { key });
      await navigate(path('plan-scenario', { versionId, scenarioId: made.id }));
    } catch (error) {
      setProblem(error);
    }
  }

  return (
    <FormLayout onSubmit={handleSubmit(begin)}>
      <ErrorSummary control={control} labels={labels} />
      <ProblemNotice error={problem} />
      <Field
        control={control}
        name="name"
        label={labels.name}
        hint={t('scenario.nameHint')}
        render={(field, wiring) => <input autoComplete="off" {...field} {...wiring} />}
      />
      <ButtonRow>
        <Button type="submit" pending={formState.isSubmitting}>
          {t('scenario.begin')}
        </Button>
      </ButtonRow>
    </FormLayout>
  );
}
