import { decisions } from '@commonlot/contracts';
import { inLanguage } from '@commonlot/domain';
import {
  Button,
  ButtonRow,
  ErrorSummary,
  Field,
  Fieldset,
  FormLayout,
  MoneyInput,
  Notice,
  Panel,
  RadioField,
} from '@commonlot/ui';
import { zodResolver } from '@hookform/resolvers/zod';
import { useRef, useState } from 'react';
import { type Control, useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate, useRevalidator } from 'react-router';
import { useApi } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import { UnsavedGuard } from '../../shared/form/unsaved-guard';
import { useLanguage, usePath } from '../../shared/i18n/use-language';
import { ActFields } from './act-fields';
import { answersOf, bodyOf, type DecisionAnswers, decisionAnswers, leavesAdvice } from './decision-answers';
import styles from './decision-page.module.css';
import type { Decision } from './records';
import { useReasonsByOutcome } from './use-reasons-by-outcome';

/** The contract takes at most 20 rows in a list of the act. */
const mostActRows = 20;

type Act = NonNullable<Decision['act']>;

/** The decision on one file, to be written and saved; what is missing before the signature stands above it. */
export function DecisionForm({ decision }: { readonly decision: Decision }) {
  const { t } = useTranslation('decisions');
  if (decision.act === null) {
    return (
      <Notice tone="error" title={t('decision.noAct')}>
        <p>{t('decision.noActText')}</p>
      </Notice>
    );
  }
  return <FormOfDecision decision={decision} act={decision.act} />;
}

function FormOfDecision({ decision, act }: { readonly decision: Decision; readonly act: Act }) {
  const { t } = useTranslation('decisions');
  const { t: shared } = useTranslation('shared');
  const language = useLanguage();
  const labels = useLabels(decision);
  const form = useForm({
    resolver: zodResolver(decisionAnswers(decision)),
    defaultValues: answersOf(decision, act, language),
    shouldFocusError: false,
  });
  const { control, handleSubmit, formState } = form;
  useReasonsByOutcome(form);
  const saving = useSaving(decision, act, (answers) => form.reset(answers));
  return (
    <Panel title={t('decision.title')}>
      <FormLayout method="post" onSubmit={handleSubmit((answers) => saving.save(answers, false))}>
        <ErrorSummary control={control} labels={labels} />
        <ProblemNotice error={saving.problem} />
        <OutcomeFields control={control} decision={decision} />
        <ReasonFields control={control} decision={decision} labels={labels} />
        <ActFields control={control} lang={decision.language} lineCode={act.lineCode} labels={labels} />
        <div className={styles.actions}>
          <p className={styles.state} role="status">
            {formState.isDirty ? t('form.unsaved') : saving.isSaved && shared('state.saved')}
          </p>
          <ButtonRow>
            <Button type="submit" tone="primary" pending={saving.isPending}>
              {shared('action.save')}
            </Button>
            {decision.nextId !== null && (
              <Button onClick={() => void handleSubmit((answers) => saving.save(answers, true))()}>
                {t('form.saveAndNext')}
              </Button>
            )}
          </ButtonRow>
        </div>
      </FormLayout>
      <UnsavedGuard isDirty={formState.isDirty} mayLeave={saving.mayLeave} />
    </Panel>
  );
}

/** Saves at the revision that the last save gave: a reload of the page data never puts an old text over a new one. */
function useSaving(decision: Decision, act: Act, onSaved: (answers: DecisionAnswers) => void) {
  const api = useApi();
  const path = usePath();
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const [revision, setRevision] = useState(decision.revision);
  const [step, setStep] = useState<'idle' | 'pending' | 'saved'>('idle');
  const mayLeave = useRef(false);
  const [problem, setProblem] = useState<unknown>(null);

  async function save(answers: DecisionAnswers, goesOn: boolean) {
    setStep('pending');
    setProblem(null);
    try {
      const saved = await api(decisions.saveDecision, {
        params: { decisionId: decision.id },
        body: bodyOf(answers, act, revision),
      });
      setRevision(saved.revision);
      onSaved(answers);
      if (goesOn && decision.nextId !== null) {
        mayLeave.current = true;
        await navigate(path('decision', { batchId: decision.batchId, decisionId: decision.nextId }));
      } else {
        setStep('saved');
        await revalidate();
      }
    } catch (error) {
      setStep('idle');
      setProblem(error);
    }
  }
  return { save, problem, isPending: step === 'pending', isSaved: step === 'saved', mayLeave };
}

/** The words of every field by its path, for the fields and for the list of errors. */
function useLabels(decision: Decision): Record<string, string> {
  const { t } = useTranslation('decisions');
  const language = useLanguage();
  const criteria = decision.criteria.map(({ id, title }) => [
    `criterionReasons.${id}`,
    inLanguage(title, language).text,
  ]);
  const fields = ['outcome', 'amount', 'reason', 'publicReason', 'deviationReason'].map((id) => [id, t(`form.${id}`)]);
  const act = ['legalGrounds', 'planReference', 'purpose', 'visibilityDuty', 'controlClause', 'recoveryClause'];
  const remedies = ['body', 'days', 'text'];
  const rows = Array.from({ length: mostActRows }, (_, row) => [
    [`act.instalments.${row}.percent`, t('act.percent')],
    [`act.instalments.${row}.condition`, t('act.condition')],
    [`act.instalments.${row}.dueOn`, t('act.dueOn')],
    [`act.proofs.${row}.description`, t('act.proof')],
    [`act.proofs.${row}.dueOn`, t('act.dueOn')],
  ]);
  return Object.fromEntries([
    ...fields,
    ...criteria,
    ...act.map((id) => [`act.${id}`, t(`act.${id}`)]),
    ...remedies.map((id) => [`act.remedies.${id}`, t(`act.remedies.${id}`)]),
    ...rows.flat(),
  ]);
}

interface FieldsProps {
  readonly control: Control<DecisionAnswers, unknown, DecisionAnswers>;
  readonly decision: Decision;
}

function OutcomeFields({ control, decision }: FieldsProps) {
  const { t } = useTranslation('decisions');
  const outcome = useWatch({ control, name: 'outcome' });
  // Admissibility was found before; here it is confirmed, or the batch goes back.
  const choices = decision.advisedOutcome === 'exclude' ? (['exclude'] as const) : (['award', 'refuse'] as const);
  return (
    <>
      <RadioField
        control={control}
        name="outcome"
        legend={t('form.outcome')}
        inline
        options={choices.map((value) => ({ value, label: t(`outcome.${value}`) }))}
      />
      {outcome === 'award' && (
        <Field
          control={control}
          name="amount"
          label={t('form.amount')}
          hint={t('form.amountHint')}
          render={(field, wiring) => <MoneyInput {...field} {...wiring} />}
        />
      )}
      {leavesAdvice(decision, outcome) && (
        <Field
          control={control}
          name="deviationReason"
          label={t('form.deviationReason')}
          hint={t('form.deviationReasonHint')}
          counter={4000}
          render={(field, wiring) => <textarea lang={decision.language} {...field} {...wiring} />}
        />
      )}
    </>
  );
}

function ReasonFields({ control, decision, labels }: FieldsProps & { readonly labels: Record<string, string> }) {
  const { t } = useTranslation('decisions');
  return (
    <>
      <Field
        control={control}
        name="reason"
        label={t('form.reason')}
        hint={t('form.reasonHint')}
        counter={4000}
        render={(field, wiring) => <textarea lang={decision.language} {...field} {...wiring} />}
      />
      {decision.criteria.length > 0 && (
        <Fieldset legend={t('form.criterionReasons')} hint={t('form.criterionReasonHint')}>
          {decision.criteria.map(({ id }) => (
            <Field
              key={id}
              control={control}
              name={`criterionReasons.${id}`}
              label={labels[`criterionReasons.${id}`] ?? id}
              counter={2000}
              render={(field, wiring) => <textarea lang={decision.language} {...field} {...wiring} />}
            />
          ))}
        </Fieldset>
      )}
      <Field
        control={control}
        name="publicReason"
        label={t('form.publicReason')}
        hint={t('form.publicReasonHint')}
        counter={1000}
        optional
        render={(field, wiring) => <textarea lang={decision.language} {...field} {...wiring} />}
      />
    </>
  );
}
