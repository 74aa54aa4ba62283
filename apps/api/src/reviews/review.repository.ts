import { Problem, type ScoringCriterion } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import type { QueryDeepPartialEntity } from 'typeorm';
import { requireNoConflict } from '../applications/index.js';
import type { Tx } from '../platform/index.js';
import { ReviewAssignmentRow } from './review-assignment.entity.js';

/** Loads, locks and saves assignments. */
@Injectable()
export class ReviewRepository {
  /**
   * Locks an assignment of the actor on a file that is still being judged. Throws `record.missing` for somebody else's,
   * for a file that left the procedure, and after a conflict, declared or because they act for the applicant by now: from
   * then on the file does not exist for them.
   */
  async lockOwn(tx: Tx, assignmentId: string, revision: number): Promise<ReviewAssignmentRow> {
    const row = await tx.manager.findOne(ReviewAssignmentRow, {
      where: { id: assignmentId, reviewerId: tx.actor.personId ?? '' },
      lock: { mode: 'pessimistic_write' },
    });
    if (row === null || row.state === 'conflicted' || !(await this.isInProcedure(tx, row))) {
      throw new Problem('record.missing');
    }
    await requireNoConflict(tx, [row.applicationId]);
    if (row.revision !== revision) throw new Problem('record.stale');
    return row;
  }

  /** The criteria by which the file of the assignment is scored, as its call published them. */
  async criteria(tx: Tx, row: ReviewAssignmentRow): Promise<ScoringCriterion[]> {
    const [found] = await tx.query<{ criteria: ScoringCriterion[] }>(
      'SELECT c.criteria FROM application a JOIN call c ON c.id = a.call_id WHERE a.id = $1',
      [row.applicationId],
    );
    return found?.criteria ?? [];
  }

  /** Saves a change and returns the new revision. */
  async update(tx: Tx, row: ReviewAssignmentRow, change: QueryDeepPartialEntity<ReviewAssignmentRow>): Promise<number> {
    const revision = row.revision + 1;
    await tx.manager.update(ReviewAssignmentRow, row.id, { ...change, revision });
    return revision;
  }

  private async isInProcedure(tx: Tx, row: ReviewAssignmentRow): Promise<boolean> {
    const found = await tx.query(
      `SELECT 1 FROM application a WHERE a.id = $1
         AND (a.state = 'admitted' OR ($2 = 'sent' AND a.state IN ('awarded', 'refused')))`,
      [row.applicationId, row.state],
    );
    return found.length > 0;
  }
}
