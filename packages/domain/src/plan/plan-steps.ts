import { Problem } from '../problem.js';
import type { LocalDate } from '../time.js';
import type { PlanState } from './plan-lifecycle.js';

/**
 * The steps that a version may need besides those of the minister's office, in their order. Which are asked for differs
 * by plan: the decree of 2003 cites the advice of the Inspector of Finance and the agreement of the Minister of the
 * Budget; those of 2007 to 2022 only the Council of Ministers, which the law names (law of 19 April 2002, art. 23).
 * The official gazette comes last: a decree is published after it is signed.
 */
export const planStepKinds = ['finance-advice', 'budget-agreement', 'council', 'publication'] as const;
export type PlanStepKind = (typeof planStepKinds)[number];

export interface PlanStep {
  readonly kind: PlanStepKind;
  readonly isRequired: boolean;
  /** The day on which it was done; null while it is open. */
  readonly doneOn: LocalDate | null;
}

/** A step of which nothing is stored is not required and not done. */
export function stepOf<Step extends PlanStep>(steps: readonly Step[], kind: PlanStepKind): Step | undefined {
  return steps.find((step) => step.kind === kind);
}

/** Which steps are required may be changed until the version is approved: the approval covers them. */
export function canConfigurePlanSteps(state: PlanState): boolean {
  return state === 'draft' || state === 'submitted';
}

/**
 * Whether this step is done in a version of this state: before the decree is signed, or after. A royal decree is published
 * whatever came after it (Constitution, art. 190: it binds nobody before), so its publication is recorded also when a
 * later version has taken its place by then.
 */
function isTurnOf(kind: PlanStepKind, state: PlanState): boolean {
  return kind === 'publication' ? state === 'in-force' || state === 'superseded' : state === 'approved';
}

/** The required steps that hold back the entry into force: all that are open, but for the publication. */
export function openPlanSteps(steps: readonly PlanStep[]): PlanStepKind[] {
  return planStepKinds.filter((kind) => {
    const step = stepOf(steps, kind);
    return kind !== 'publication' && step !== undefined && step.isRequired && step.doneOn === null;
  });
}

/** The required steps that come before this one and are open. */
function openBefore(steps: readonly PlanStep[], kind: PlanStepKind): PlanStepKind[] {
  return openPlanSteps(steps).filter((each) => planStepKinds.indexOf(each) < planStepKinds.indexOf(kind));
}

/** The steps that can be recorded now, or recorded again when the day or the reference was wrong. */
export function recordablePlanSteps(state: PlanState, steps: readonly PlanStep[]): PlanStepKind[] {
  return planStepKinds.filter((kind) => isTurnOf(kind, state) && openBefore(steps, kind).length === 0);
}

interface StepToRecord {
  readonly kind: PlanStepKind;
  readonly doneOn: LocalDate;
  readonly reference: string;
}

/**
 * Records that a step was done. Throws
 * - 'lifecycle.not-allowed' before the approval, and for the publication before the entry into force;
 * - 'plan.steps-open' while a required step before it is open, with `kinds`;
 * - 'plan.step-day-wrong' for a day that is to come, or that does not fit in the order of the steps: not before a step
 *   that precedes, not after one that follows, and the publication not before the decree.
 */
export function recordPlanStep(
  plan: { readonly state: PlanState; readonly steps: readonly PlanStep[]; readonly decreeOn: LocalDate | null },
  { kind, doneOn, reference }: StepToRecord,
  today: LocalDate,
) {
  if (!isTurnOf(kind, plan.state)) throw new Problem('lifecycle.not-allowed', { state: plan.state, action: kind });
  const kinds = openBefore(plan.steps, kind);
  if (kinds.length > 0) throw new Problem('plan.steps-open', { kinds });
  const place = planStepKinds.indexOf(kind);
  const decreeOn = kind === 'publication' ? plan.decreeOn : null;
  const isOutOfOrder = plan.steps.some((step) => {
    const order = planStepKinds.indexOf(step.kind) - place;
    return step.doneOn !== null && ((order < 0 && step.doneOn > doneOn) || (order > 0 && step.doneOn < doneOn));
  });
  if (doneOn > today || isOutOfOrder || (decreeOn !== null && doneOn < decreeOn)) {
    throw new Problem('plan.step-day-wrong');
  }
  return { kind, doneOn, reference };
}

/** Which steps are required from now on. Throws 'lifecycle.not-allowed' once the version is approved. */
export function configurePlanSteps(state: PlanState, required: readonly PlanStepKind[]) {
  if (!canConfigurePlanSteps(state)) throw new Problem('lifecycle.not-allowed', { state, action: 'edit' });
  return planStepKinds.map((kind) => ({ kind, isRequired: required.includes(kind) }));
}
