import type { LocalDate, PlanStep, PlanStepKind } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/index.js';

/** Loads and saves the steps of versions; whoever changes one holds the lock on its version. */
@Injectable()
export class PlanStepsRepository {
  /** What is stored of the steps of a version; a step without a row is not required and not done. */
  load(tx: Tx, versionId: string): Promise<PlanStep[]> {
    return tx.query<PlanStep>(
      `SELECT kind, is_required AS "isRequired", done_on::text AS "doneOn" FROM plan_version_step
       WHERE version_id = $1`,
      [versionId],
    );
  }

  async saveRequired(
    tx: Tx,
    versionId: string,
    steps: readonly Pick<PlanStep, 'kind' | 'isRequired'>[],
  ): Promise<void> {
    await tx.query(
      `INSERT INTO plan_version_step (version_id, kind, is_required) SELECT $1, * FROM unnest($2::text[], $3::boolean[])
       ON CONFLICT (version_id, kind) DO UPDATE SET is_required = excluded.is_required`,
      [versionId, steps.map(({ kind }) => kind), steps.map(({ isRequired }) => isRequired)],
    );
  }

  async saveDone(
    tx: Tx,
    versionId: string,
    step: { readonly kind: PlanStepKind; readonly doneOn: LocalDate; readonly reference: string },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO plan_version_step (version_id, kind, is_required, done_on, reference, recorded_by, recorded_at)
       VALUES ($1, $2, false, $3, $4, $5, $6)
       ON CONFLICT (version_id, kind) DO UPDATE SET done_on = excluded.done_on, reference = excluded.reference,
         recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at`,
      [versionId, step.kind, step.doneOn, step.reference, tx.actor.personId, tx.now],
    );
  }

  /** Opens all steps again: what was advised and agreed was the version that was sent back. */
  async clear(tx: Tx, versionId: string): Promise<void> {
    await tx.query(
      `UPDATE plan_version_step SET done_on = NULL, reference = NULL, recorded_by = NULL, recorded_at = NULL
       WHERE version_id = $1 AND done_on IS NOT NULL`,
      [versionId],
    );
  }
}

/** What the journal calls the day of a step. It holds no text that somebody typed, and so no reference. */
export const dayFieldOf: Readonly<Record<PlanStepKind, string>> = {
  'finance-advice': 'financeAdviceOn',
  'budget-agreement': 'budgetAgreementOn',
  council: 'councilOn',
  publication: 'publicationOn',
};

/** For the journal: the days of what is done. */
export function doneDays(steps: readonly PlanStep[]) {
  const done = steps.filter(({ doneOn }) => doneOn !== null);
  return Object.fromEntries(done.map(({ kind, doneOn }) => [dayFieldOf[kind], doneOn]));
}
