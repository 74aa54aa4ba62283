import type { AnswerOf, plan as contract, InputOf } from '@commonlot/contracts';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { PlanCommentRepository } from './plan-comment.repository.js';

type Contract = typeof contract.withdrawPlanComment;

/** Takes an own comment back: that it was there stays, its words are only for those who read the journal. */
@Injectable()
export class WithdrawPlanComment {
  constructor(
    private readonly transactions: Transactions,
    private readonly comments: PlanCommentRepository,
  ) {}

  execute(actor: Actor, { params, query }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const [comment, version] = await this.comments.lock(tx, { ...params, ...query }, 'withdraw');
      const revision = await this.comments.update(tx, comment, { withdrawnAt: tx.now });
      await tx.record({
        type: 'plan-version.comment-withdrawn',
        subjectId: version.id,
        after: { commentId: comment.id, lineId: comment.lineId },
      });
      return { revision };
    });
  }
}
