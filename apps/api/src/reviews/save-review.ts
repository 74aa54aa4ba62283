import type { reviews as contract, InputOf, ResponseOf } from '@commonlot/contracts';
import { Problem, type ScoringCriterion } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { ReviewRepository } from './review.repository.js';
import type { Scores } from './review-assignment.entity.js';

type Contract = typeof contract.saveReview;

/** Saves scores and comments, complete or not: nothing typed is lost because something else is missing. */
@Injectable()
export class SaveReview {
  constructor(
    private readonly transactions: Transactions,
    private readonly assignments: ReviewRepository,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<ResponseOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const row = await this.assignments.lockOwn(tx, params.assignmentId, body.revision);
      if (row.state !== 'accepted') throw new Problem('lifecycle.not-allowed', { state: row.state, action: 'save' });
      const faults = scoreFaults(body.scores, await this.assignments.criteria(tx, row));
      if (faults.length > 0) throw new Problem('review.invalid', { faults });

      const revision = await this.assignments.update(tx, row, { scores: body.scores, remark: body.remark });
      const scored = Object.values(body.scores).filter(({ score }) => score !== null).length;
      await tx.record({ type: 'review-assignment.saved', subjectId: row.id, after: { scored } });
      return { revision, savedAt: tx.now.toISOString() };
    });
  }
}

/** Scores that no review of this call can have: of a criterion that it has not, or above the criterion's maximum. */
function scoreFaults(scores: Scores, criteria: readonly ScoringCriterion[]) {
  const maximum = new Map(criteria.map(({ id, maxScore }) => [id, maxScore]));
  return Object.entries(scores).flatMap(([criterionId, { score }]) => {
    const maxScore = maximum.get(criterionId);
    if (maxScore === undefined) return [{ criterionId, code: 'criterion-unknown' }];
    return score !== null && score > maxScore ? [{ criterionId, code: 'score-above-maximum', maxScore }] : [];
  });
}
