import { type Answers, type CallForm, type CallState, callPhase, formAnswerErrors } from '../calls/index.js';
import type { Cents } from '../money.js';
import { mayApply } from '../organisations/index.js';
import { Problem } from '../problem.js';
import { type ApplicationState, applicationLifecycle } from './application-lifecycle.js';
import { type CostTableError, costTableErrors, costTableOf, requestedAmount } from './cost-table.js';
import { releasedAfter } from './released-state.js';

export interface ApplicationFacts {
  readonly state: ApplicationState;
  readonly answers: Answers;
  /** The declaration that all is sincere and complete was made (Royal Decree of 31 May 1933). */
  readonly hasDeclared: boolean;
  /** Of the organisation, as in the register of enterprises. */
  readonly legalFormCode: string;
}

export interface CallFacts {
  readonly state: CallState;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly form: CallForm;
  readonly maxAmountCents: Cents;
  readonly maxSharePercent: number;
}

export type SubmissionBlockerCode =
  | 'call-not-open'
  | 'organisation-may-not-apply'
  | 'answers-missing'
  | 'answers-invalid'
  | 'amount-missing'
  | 'amount-above-maximum'
  | 'declaration-missing'
  | `cost-table-${Exclude<CostTableError, 'requested-missing' | 'requested-above-maximum'>}`;

export interface SubmissionBlocker {
  readonly code: SubmissionBlockerCode;
  /** The questions concerned, in the order of the form; empty for what is no question's fault. */
  readonly questionIds: readonly string[];
}

/** Why the application cannot be submitted at `now`; empty means that it can. The web shows the same list. */
export function submissionBlockers(application: ApplicationFacts, call: CallFacts, now: Date): SubmissionBlocker[] {
  const blockers: SubmissionBlocker[] = [];
  const block = (code: SubmissionBlockerCode, questionIds: readonly string[] = []) =>
    blockers.push({ code, questionIds });

  if (callPhase(call, now) !== 'open') block('call-not-open');
  if (!mayApply(application.legalFormCode)) block('organisation-may-not-apply');
  const errors = formAnswerErrors(call.form, application.answers);
  const missing = errors.filter(({ codes }) => codes.includes('required'));
  const invalid = errors.filter(({ codes }) => !codes.includes('required'));
  if (missing.length > 0)
    block(
      'answers-missing',
      missing.map(({ questionId }) => questionId),
    );
  if (invalid.length > 0)
    block(
      'answers-invalid',
      invalid.map(({ questionId }) => questionId),
    );
  blockers.push(...amountBlockers(application, call, invalid));
  if (!application.hasDeclared) block('declaration-missing');
  return blockers;
}

function amountBlockers(
  { answers }: ApplicationFacts,
  call: CallFacts,
  invalid: readonly { readonly questionId: string }[],
): SubmissionBlocker[] {
  const question = call.form.sections.flatMap(({ questions }) => questions).find(({ type }) => type === 'cost-table');
  const questionIds = question === undefined ? [] : [question.id];
  // A table of the wrong type was reported already, and cannot be added up.
  if (invalid.some(({ questionId }) => questionId === question?.id)) return [];
  const table = costTableOf(call.form, answers);
  if (table === null) return [{ code: 'amount-missing', questionIds }];
  return costTableErrors(table, call).map((error) => ({ code: blockerOf(error), questionIds }));
}

function blockerOf(error: CostTableError): SubmissionBlockerCode {
  if (error === 'requested-missing') return 'amount-missing';
  if (error === 'requested-above-maximum') return 'amount-above-maximum';
  return `cost-table-${error}`;
}

/** Decides a submission: returns what changes, or throws 'application.blocked' with every blocker. */
export function submit(application: ApplicationFacts, call: CallFacts, now: Date) {
  const state = applicationLifecycle.next(application.state, 'submit');
  const blockers = submissionBlockers(application, call, now);
  if (blockers.length > 0) throw new Problem('application.blocked', { blockers });
  return {
    state,
    releasedState: releasedAfter('submit', 'draft'),
    submittedAt: now,
    requestedCents: requestedAmount(call.form, application.answers),
  };
}
