import type { AnswerOf, plan as contract, InputOf } from '@commonlot/contracts';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { PlanCommentRepository } from './plan-comment.repository.js';

type Contract = typeof contract.reopenPlanComment;

/** Opens a comment again that was marked as dealt with. */
@Injectable()
export class ReopenPlanComment {
  constructor(
    private readonly transactions: Transactions,
    private readonly comments: PlanCommentRepository,
  ) {}

  execute(actor: Actor, { params, query }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const [comment, version] = await this.comments.lock(tx, { ...params, ...query }, 'reopen');
      const revision = await this.comments.update(tx, comment, { resolvedBy: null, resolvedAt: null });
      await tx.record({
        type: 'plan-version.comment-reopened',
        subjectId: version.id,
        after: { commentId: comment.id, lineId: comment.lineId },
      });
      return { revision };
    });
  }
}
