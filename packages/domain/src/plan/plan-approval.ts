import type { Cents } from '../money.js';
import { Problem } from '../problem.js';
import type { LocalDate } from '../time.js';
import { computeFormulas } from './formula.js';
import { type PlanState, planLifecycle } from './plan-lifecycle.js';
import type { PlanLineFacts } from './plan-line.js';
import { openPlanSteps, type PlanStep } from './plan-steps.js';
import { draftLineErrors, planLineErrors, sumBeyondReason, unassigned } from './plan-tree.js';

export interface PlanFacts {
  readonly state: PlanState;
  readonly totalCents: Cents;
  readonly lines: readonly PlanLineFacts[];
  /** Everybody who began the version or saved its lines. */
  readonly drafterIds: readonly string[];
  readonly submittedById: string | null;
}

interface DraftToSave<Line extends PlanLineFacts> {
  readonly state: PlanState;
  readonly totalCents: Cents;
  readonly lines: readonly Line[];
}

/**
 * Saves the lines and the total of a draft; it may be unbalanced while it is being written. Returns the lines with the
 * amounts that their formulas give, and what is left over. Throws 'lifecycle.not-allowed' for a version that is no
 * draft, and 'plan.lines-invalid' for lines that are no tree.
 */
export function savePlanLines<Line extends PlanLineFacts>(plan: DraftToSave<Line>) {
  if (plan.state !== 'draft') throw new Problem('lifecycle.not-allowed', { state: plan.state, action: 'edit' });
  const errors = draftLineErrors(plan.lines, plan.totalCents);
  if (errors.length > 0) throw new Problem('plan.lines-invalid', { errors });
  const { lines } = computeFormulas(plan.lines, plan.totalCents);
  // Formulas can give many lines the whole total.
  const beyond = sumBeyondReason(lines);
  if (beyond !== null) throw new Problem('plan.lines-invalid', { errors: [beyond] });
  return { lines, totalCents: plan.totalCents, unassignedCents: unassigned(plan.totalCents, lines) };
}

/** Throws 'plan.lines-invalid' with every error, or 'plan.unbalanced' with what is left over. */
function assertSound(plan: PlanFacts): void {
  const errors = planLineErrors(plan.lines, plan.totalCents);
  if (errors.length > 0 || plan.lines.length === 0) throw new Problem('plan.lines-invalid', { errors });
  const unassignedCents = unassigned(plan.totalCents, plan.lines);
  if (unassignedCents !== 0) throw new Problem('plan.unbalanced', { unassignedCents });
}

/** Hands the plan over for approval: its lines are sound and add up to the total, to the cent. */
export function submitPlan(plan: PlanFacts) {
  const state = planLifecycle.next(plan.state, 'submit');
  assertSound(plan);
  return { state };
}

/** Approves the plan. Four eyes: 'plan.same-person' for everybody who drafted or submitted it. */
export function approvePlan(plan: PlanFacts, personId: string) {
  const state = planLifecycle.next(plan.state, 'approve');
  if (plan.drafterIds.includes(personId) || personId === plan.submittedById) throw new Problem('plan.same-person');
  assertSound(plan);
  return { state, approvedById: personId };
}

/** True when the plan could be submitted now: what the screen asks before it shows the button. */
export function canSubmitPlan(plan: Pick<PlanFacts, 'state' | 'lines' | 'totalCents'>): boolean {
  return (
    planLifecycle.can(plan.state, 'submit') &&
    plan.lines.length > 0 &&
    unassigned(plan.totalCents, plan.lines) === 0 &&
    planLineErrors(plan.lines, plan.totalCents).length === 0
  );
}

export interface Decree {
  /** As the official gazette cites it. */
  readonly decreeReference: string | null;
  readonly decreeOn: LocalDate | null;
  /** Which general meeting approved the accounts of the year. */
  readonly accountsReference: string | null;
}

/**
 * Puts the plan in force. Only a royal decree deliberated in the Council of Ministers does (law of 19 April 2002,
 * art. 23), so that its reference and its day are needed, and the day is not after `today`: 'plan.decree-missing'. The
 * definitive plan follows the approval of the accounts by the general meeting: 'plan.accounts-missing'. Every step that
 * this version requires comes first: 'plan.steps-open', with the `kinds` that are open.
 */
export function enterIntoForce(
  plan: Pick<PlanFacts, 'state'> & {
    readonly stage: 'provisional' | 'definitive';
    readonly steps: readonly PlanStep[];
  },
  decree: Decree,
  today: LocalDate,
) {
  const state = planLifecycle.next(plan.state, 'enterIntoForce');
  const kinds = openPlanSteps(plan.steps);
  if (kinds.length > 0) throw new Problem('plan.steps-open', { kinds });
  const decreeReference = decree.decreeReference?.trim() ?? '';
  if (decreeReference === '' || decree.decreeOn === null || decree.decreeOn > today) {
    throw new Problem('plan.decree-missing');
  }
  const isDefinitive = plan.stage === 'definitive';
  const accountsReference = (isDefinitive && decree.accountsReference?.trim()) || null;
  if (isDefinitive && accountsReference === null) throw new Problem('plan.accounts-missing');
  return { state, decreeReference, decreeOn: decree.decreeOn, accountsReference };
}
