import type { AnswerOf, plan as contract, InputOf } from '@commonlot/contracts';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { PlanCommentRepository } from './plan-comment.repository.js';

type Contract = typeof contract.resolvePlanComment;

/** Marks a comment as dealt with. */
@Injectable()
export class ResolvePlanComment {
  constructor(
    private readonly transactions: Transactions,
    private readonly comments: PlanCommentRepository,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const [comment, version] = await this.comments.lock(tx, { ...params, ...body }, 'resolve');
      const resolution = { resolvedBy: actor.personId, resolvedAt: tx.now };
      const revision = await this.comments.update(tx, comment, resolution);
      await tx.record({
        type: 'plan-version.comment-resolved',
        subjectId: version.id,
        after: { commentId: comment.id, lineId: comment.lineId },
      });
      return { revision };
    });
  }
}
