import type { reviews as contract, InputOf, ResponseOf } from '@commonlot/contracts';
import { sendReview } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { ReviewRepository } from './review.repository.js';

type Contract = typeof contract.sendReview;

/** Sends a review: it enters the ranking and never changes again. */
@Injectable()
export class SendReview {
  constructor(
    private readonly transactions: Transactions,
    private readonly assignments: ReviewRepository,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<ResponseOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const row = await this.assignments.lockOwn(tx, params.assignmentId, body.revision);
      const scores = Object.entries(row.scores).map(([criterionId, given]) => ({ criterionId, ...given }));
      const facts = { state: row.state, scores, hasDeclared: row.declaredAt !== null };
      const { state, basisPoints } = sendReview(facts, await this.assignments.criteria(tx, row));

      const change = { state, weightedBasisPoints: basisPoints, sentAt: tx.now };
      const revision = await this.assignments.update(tx, row, change);
      await tx.record({
        type: 'review-assignment.sent',
        subjectId: row.id,
        before: { state: row.state },
        after: { state },
      });
      return { revision };
    });
  }
}
