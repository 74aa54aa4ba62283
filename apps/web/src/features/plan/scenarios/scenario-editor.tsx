import { plan } from '@commonlot/contracts';
import { mostAdjustments } from '@commonlot/domain';
import { Button, ButtonRow, Cluster, ErrorSummary, Field, FormLayout, Notice, Panel, Stack } from '@commonlot/ui';
import { zodResolver } from '@hookform/resolvers/zod';
import { ArrowUp, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useFieldArray, useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import { useApi } from '../../../shared/api/browser-api';
import { ProblemNotice } from '../../../shared/form/problem-notice';
import { useLanguage } from '../../../shared/i18n/use-language';
import type { PlanVersion } from '../plan-state';
import { AdjustmentFields, type ScenarioControl } from './adjustment-fields';
import styles from './scenario.module.css';
import { ScenarioActions } from './scenario-actions';
import {
  adjustmentKinds,
  emptyAdjustment,
  readableAdjustments,
  type ScenarioAnswers,
  scenarioForm,
  typedAdjustment,
} from './scenario-form';
import { ScenarioOutcome } from './scenario-outcome';
import { outcomeOf, type Scenario, scenarioLines } from './scenario-plan';

interface ScenarioEditorProps {
  readonly version: PlanVersion;
  readonly scenario: Scenario;
}

/** A scenario as a list of changes; what they make of the plan is computed while they are typed. */
export function ScenarioEditor({ version, scenario }: ScenarioEditorProps) {
  const { t } = useTranslation('plan');
  const { t: shared } = useTranslation('shared');
  const language = useLanguage();
  const api = useApi();
  const { revalidate } = useRevalidator();
  const [problem, setProblem] = useState<unknown>(null);
  const { control, handleSubmit, formState, reset } = useForm<ScenarioAnswers>({
    resolver: zodResolver(scenarioForm),
    defaultValues: {
      name: scenario.name,
      adjustments: scenario.adjustments.map((adjustment) => typedAdjustment(adjustment, language)),
    },
    shouldFocusError: false,
  });
  const typed = useWatch({ control, name: 'adjustments' });
  const readable = readableAdjustments(typed);
  const outcome = outcomeOf(
    version,
    readable.map(({ adjustment }) => adjustment),
  );

  async function save(answers: ScenarioAnswers) {
    setProblem(null);
    try {
      const adjustments = readableAdjustments(answers.adjustments).map(({ adjustment }) => adjustment);
      const body = { name: answers.name, adjustments, revision: scenario.revision };
      await api(plan.savePlanScenario, { params: { scenarioId: scenario.id }, body });
      reset(answers);
      await revalidate();
    } catch (error) {
      setProblem(error);
    }
  }

  const labels = useLabels(typed.length);
  return (
    <Stack gap={7}>
      <FormLayout onSubmit={handleSubmit(save)}>
        <ErrorSummary control={control} labels={labels} />
        <ProblemNotice error={problem} />
        <Field
          control={control}
          name="name"
          label={labels['name'] ?? ''}
          render={(field, wiring) => <input autoComplete="off" {...field} {...wiring} />}
        />
        <Adjustments control={control} version={version} />
        <ButtonRow>
          <Button type="submit" tone={formState.isDirty ? 'primary' : 'secondary'} pending={formState.isSubmitting}>
            {shared('action.save')}
          </Button>
        </ButtonRow>
        {formState.isDirty && <p role="status">{t('scenario.unsaved')}</p>}
      </FormLayout>
      <Panel title={t('scenario.result')}>
        <ScenarioOutcome
          version={version}
          outcome={outcome}
          name={t('scenario.after')}
          placeOf={(adjustment) => readable[adjustment]?.place ?? adjustment}
        />
      </Panel>
      {formState.isDirty ? (
        <Notice tone="info">{t('scenario.saveFirst')}</Notice>
      ) : (
        <ScenarioActions version={version} scenario={scenario} outcome={outcome} />
      )}
    </Stack>
  );
}

function useLabels(count: number): Record<string, string> {
  const { t } = useTranslation('plan');
  const names = {
    percent: t('scenario.form.percent'),
    codes: t('scenario.form.codes'),
    sector: t('scenario.form.sector'),
    code: t('scenario.form.line'),
    amount: t('field.amount'),
  };
  const rows = Array.from({ length: count }, (_, index) =>
    Object.entries(names).map(([field, label]) => [
      `adjustments.${index}.${field}`,
      t('scenario.form.of', { number: index + 1, label }),
    ]),
  );
  return { name: t('scenario.name'), ...Object.fromEntries(rows.flat()) };
}

function Adjustments({ control, version }: { readonly control: ScenarioControl; readonly version: PlanVersion }) {
  const { t } = useTranslation('plan');
  const { fields, append, remove, swap } = useFieldArray({ control, name: 'adjustments' });
  const lines = scenarioLines(version);
  return (
    <fieldset className={styles.adjustments}>
      <legend>{t('scenario.adjustments')}</legend>
      {fields.length === 0 && <p className={styles.hint}>{t('scenario.noAdjustments')}</p>}
      <ol>
        {fields.map((row, index) => (
          <li key={row.id} className={styles.adjustment}>
            <div className={styles.adjustmentHead}>
              <strong>{t(`scenario.kind.${row.kind}`)}</strong>
              <span>
                {index > 0 && (
                  <Button
                    size="small"
                    tone="quiet"
                    aria-label={t('scenario.form.earlier', { number: index + 1 })}
                    icon={<ArrowUp aria-hidden="true" />}
                    onClick={() => swap(index, index - 1)}
                  />
                )}
                <Button
                  size="small"
                  tone="quiet"
                  aria-label={t('scenario.form.remove', { number: index + 1 })}
                  icon={<X aria-hidden="true" />}
                  onClick={() => remove(index)}
                />
              </span>
            </div>
            <AdjustmentFields control={control} index={index} kind={row.kind} lines={lines} />
          </li>
        ))}
      </ol>
      {fields.length < mostAdjustments && (
        <div className={styles.add}>
          <p>{t('scenario.form.add')}</p>
          <Cluster gap={2}>
            {adjustmentKinds.map((kind) => (
              <Button
                key={kind}
                size="small"
                icon={<Plus aria-hidden="true" />}
                onClick={() => append(emptyAdjustment(kind))}
              >
                {t(`scenario.kind.${kind}`)}
              </Button>
            ))}
          </Cluster>
        </div>
      )}
    </fieldset>
  );
}
