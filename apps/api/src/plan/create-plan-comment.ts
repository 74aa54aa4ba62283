import type { AnswerOf, plan as contract, InputOf } from '@commonlot/contracts';
import { Injectable } from '@nestjs/common';
import { type Actor, newId, Transactions } from '../platform/index.js';
import { PlanCommentRepository } from './plan-comment.repository.js';
import { PlanMentions } from './plan-mentions.js';

type Contract = typeof contract.createPlanComment;

/** Adds a comment to a line of a version or to the version as a whole, in whatever state it is. */
@Injectable()
export class CreatePlanComment {
  constructor(
    private readonly transactions: Transactions,
    private readonly comments: PlanCommentRepository,
    private readonly mentions: PlanMentions,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const { lineId, text, mentionIds } = body;
      const version = await this.comments.versionWith(tx, params.versionId, lineId);
      const id = newId();
      await this.comments.insert(tx, { id, versionId: version.id, lineId, text });
      await this.mentions.replace(tx, version, id, mentionIds);
      await tx.record({
        type: 'plan-version.comment-written',
        subjectId: version.id,
        after: { commentId: id, lineId, mentioned: mentionIds.length },
      });
      return { id, revision: 0 };
    });
  }
}
