import type { AnswerOf, decisions as contract } from '@commonlot/contracts';
import type { DecisionState } from '@commonlot/domain';
import type { Actor } from '../platform/index.js';
import { blockersOf, type DecisionSource } from './decision-facts.js';

type Batch = AnswerOf<typeof contract.readBatch>;

/** The lines of the check list and the blockers that each stands for; what is in no line belongs to the act. */
const checkOfBlocker: Record<string, string> = {
  'outcome-missing': 'outcomes',
  'amount-missing': 'amounts',
  'amount-above-requested': 'amounts',
  'reason-missing': 'reasons',
  'exclusion-reason-missing': 'reasons',
  'deviation-reason-missing': 'deviations',
  'language-missing': 'languages',
};
const checkCodes = ['outcomes', 'amounts', 'reasons', 'deviations', 'languages', 'acts'] as const;

export interface BatchStanding {
  readonly state: DecisionState;
  readonly preparedById: string;
  readonly hasReviewed: boolean;
  /** The reader began the batch, handed it over or proposed a file of it. */
  readonly hasDrafted: boolean;
  /** The reader acts for an organisation that it decides about. */
  readonly isConcerned: boolean;
  /** The reader declared a conflict of interest on a file of it. */
  readonly hasConflict: boolean;
  /** What the awards may take together: the call's reservation, or what is available on the line. */
  readonly fundsCents: number;
}

/** What is missing before a decision can be signed; nothing is once it is. */
export function openBlockers(source: DecisionSource): string[] {
  return source.signedAt === null ? blockersOf(source) : [];
}

/** The awards that stand, in cents. */
export function awardedCents(sources: readonly DecisionSource[]): number {
  return sources
    .filter(({ outcome, lapsedAt }) => outcome === 'award' && lapsedAt === null)
    .reduce((sum, { amountCents }) => sum + Number(amountCents ?? 0), 0);
}

/** The check list of a batch: each line says whether it is met and how many files fail it. */
export function checksOf(sources: readonly DecisionSource[], standing: BatchStanding): Batch['checks'] {
  const failing = new Map<string, number>();
  for (const source of sources) {
    for (const check of new Set(openBlockers(source).map((blocker) => checkOfBlocker[blocker] ?? 'acts'))) {
      failing.set(check, (failing.get(check) ?? 0) + 1);
    }
  }
  const isOpen = standing.state === 'draft' || standing.state === 'prepared';
  if (isOpen && awardedCents(sources) > standing.fundsCents) failing.set('money', 1);
  const withoutLetter = sources.filter(
    ({ letterFileId, lapsedAt }) => letterFileId === null && lapsedAt === null,
  ).length;
  if (standing.state === 'signed') failing.set('letters', withoutLetter);
  const codes = [...checkCodes, 'money', ...(isOpen ? [] : ['letters'])];
  return codes.map((code) => ({ code, isMet: (failing.get(code) ?? 0) === 0, failing: failing.get(code) ?? 0 }));
}

/** What the actor may do with the batch now: the same answers that the use cases give. */
export function mayOf(actor: Actor, standing: BatchStanding, checks: Batch['checks'], decisions: number): Batch['may'] {
  const { state } = standing;
  const holds = (permission: string) => actor.permissions.has(permission);
  const isComplete = decisions > 0 && checks.every(({ code, isMet }) => isMet || code === 'money');
  const mayPay = checks.every(({ isMet }) => isMet);
  return {
    edit: mayEdit(actor, state),
    prepare: state === 'draft' && holds('decision:prepare') && isComplete && !standing.hasConflict,
    sendBack: state === 'prepared' && holds('decision:sign'),
    sign:
      state === 'prepared' &&
      holds('decision:sign') &&
      isComplete &&
      mayPay &&
      standing.preparedById !== actor.personId &&
      !standing.hasDrafted &&
      !standing.isConcerned &&
      !standing.hasReviewed,
    release: state === 'signed' && holds('decision:release') && mayPay,
  };
}

/** The office edits a draft, the minister a prepared batch. */
export function mayEdit(actor: Actor, state: DecisionState): boolean {
  if (state === 'draft') return actor.permissions.has('decision:prepare');
  return state === 'prepared' && actor.permissions.has('decision:sign');
}
