import type { decisions, RequestOf } from '@commonlot/contracts';
import {
  type Cents,
  type DecisionOutcome,
  deviates,
  isLocalDate,
  isReason,
  type Language,
  parseEuros,
} from '@commonlot/domain';
import { euroText } from '@commonlot/ui';
import { z } from 'zod';
import type { Decision } from './records';

type Act = NonNullable<Decision['act']>;
type Body = RequestOf<typeof decisions.saveDecision>['body'];

const short = (max: number) => z.string().trim().min(1, 'form.error.required').max(max, 'form.error.tooLong');
const long = (max: number) => z.string().trim().max(max, 'form.error.tooLong');
const dayText = z.string().refine((text): boolean => text === '' || isLocalDate(text), 'form.error.invalid_format');

const actAnswers = z.object({
  legalGrounds: short(10_000),
  planReference: short(400),
  purpose: short(4000),
  instalments: z.array(
    z.object({
      percent: z.string().regex(/^(100|[1-9]\d?)$/, 'decisions:form.error.percent'),
      condition: long(500),
      dueOn: dayText,
    }),
  ),
  proofs: z.array(
    z.object({ description: short(500), dueOn: dayText.refine((text) => text !== '', 'form.error.required') }),
  ),
  visibilityDuty: long(2000),
  controlClause: long(2000),
  recoveryClause: long(2000),
  remedies: z.object({
    body: short(300),
    days: z.string().regex(/^([1-9]|[1-9]\d|[12]\d\d|3[0-5]\d|36[0-5])$/, 'decisions:form.error.days'),
    text: short(4000),
  }),
});

/**
 * The form of a decision. It saves incomplete: what is still missing for the signature is told as a list. Refused here is
 * only what can never be right: an award without a fitting amount, and leaving the advice without saying why.
 */
export function decisionAnswers(decision: Decision) {
  return z
    .object({
      outcome: z.enum(['', 'award', 'refuse', 'exclude']),
      amount: z.string(),
      criterionReasons: z.record(z.string(), long(2000)),
      reason: long(4000),
      publicReason: long(1000),
      deviationReason: long(4000),
      act: actAnswers,
    })
    .superRefine((answers, context) => {
      const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
      if (answers.outcome === 'award') {
        const amount = parseEuros(answers.amount);
        if (amount === null || amount <= 0) fault('amount', 'form.error.amount');
        else if (amount > decision.requestedCents) fault('amount', 'decisions:form.error.aboveRequested');
      }
      if (leavesAdvice(decision, answers.outcome) && !isReason(answers.deviationReason)) {
        fault('deviationReason', 'decisions:form.error.deviation');
      }
    });
}

export type DecisionAnswers = z.output<ReturnType<typeof decisionAnswers>>;

/** True when the outcome on the screen is not the one of the advice. */
export function leavesAdvice({ advisedOutcome }: Decision, outcome: DecisionOutcome | ''): boolean {
  return deviates({
    outcome: outcome === '' ? null : outcome,
    rankedOutcome: advisedOutcome === 'exclude' ? null : advisedOutcome,
  });
}

/** The decision as the form begins with it. */
export function answersOf(decision: Decision, act: Act, language: Language): DecisionAnswers {
  return {
    outcome: decision.outcome ?? '',
    amount: decision.amountCents === null ? '' : euroText(decision.amountCents, language),
    criterionReasons: Object.fromEntries(decision.criteria.map(({ id }) => [id, decision.criterionReasons[id] ?? ''])),
    reason: decision.reason,
    publicReason: decision.publicReason,
    deviationReason: decision.deviationReason,
    act: {
      ...act,
      legalGrounds: act.legalGrounds.join('\n'),
      instalments: act.instalments.map((each) => ({ ...each, percent: String(each.percent), dueOn: each.dueOn ?? '' })),
      proofs: act.proofs.map((each) => ({ ...each })),
      remedies: { ...act.remedies, days: String(act.remedies.days) },
    },
  };
}

/** What the form sends. The code of the line belongs to the file and is not typed. */
export function bodyOf(answers: DecisionAnswers, act: Act, revision: number): Body {
  const { amount, outcome, act: typed, ...texts } = answers;
  return {
    ...texts,
    revision,
    outcome: outcome === '' ? null : outcome,
    amountCents: outcome === 'award' ? amountIn(amount) : null,
    act: {
      ...typed,
      lineCode: act.lineCode,
      legalGrounds: typed.legalGrounds
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
      instalments: typed.instalments.map((each) => ({
        percent: Number(each.percent),
        condition: each.condition,
        dueOn: dayIn(each.dueOn),
      })),
      proofs: typed.proofs.flatMap(({ description, dueOn }) => {
        const on = dayIn(dueOn);
        return on === null ? [] : { description, dueOn: on };
      }),
      remedies: { ...typed.remedies, days: Number(typed.remedies.days) },
    },
  };
}

const dayIn = (text: string) => (isLocalDate(text) ? text : null);
const amountIn = (text: string): Cents | null => parseEuros(text);
