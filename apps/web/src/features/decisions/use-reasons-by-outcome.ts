import { useEffect, useRef } from 'react';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import type { DecisionAnswers } from './decision-answers';

const fields = ['reason', 'publicReason', 'deviationReason'] as const;
type Texts = Pick<DecisionAnswers, (typeof fields)[number]>;
const noTexts: Texts = { reason: '', publicReason: '', deviationReason: '' };

/**
 * What explains an award does not explain a refusal: each outcome has reasons of its own, and who turns back finds those
 * that were there. What was written before any outcome was chosen goes with the first that is.
 */
export function useReasonsByOutcome(form: UseFormReturn<DecisionAnswers, unknown, DecisionAnswers>): void {
  const { control, getValues, setValue } = form;
  const outcome = useWatch({ control, name: 'outcome' });
  const shown = useRef(outcome);
  const kept = useRef(new Map<string, Texts>());
  useEffect(() => {
    const former = shown.current;
    if (former === outcome) return;
    shown.current = outcome;
    if (former === '') return;
    const [reason, publicReason, deviationReason] = getValues(fields);
    kept.current.set(former, { reason, publicReason, deviationReason });
    const texts = kept.current.get(outcome) ?? noTexts;
    for (const field of fields) setValue(field, texts[field], { shouldDirty: true });
  }, [outcome, getValues, setValue]);
}
