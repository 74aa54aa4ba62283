import type { AnswerOf, plan as contract, InputOf } from '@commonlot/contracts';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { PlanCommentRepository } from './plan-comment.repository.js';
import { PlanMentions } from './plan-mentions.js';

type Contract = typeof contract.changePlanComment;

/** Changes the words of an own comment and whom it mentions. What it said before is kept by the database. */
@Injectable()
export class ChangePlanComment {
  constructor(
    private readonly transactions: Transactions,
    private readonly comments: PlanCommentRepository,
    private readonly mentions: PlanMentions,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const asked = { ...params, revision: body.revision };
      const [comment, version] = await this.comments.lock(tx, asked, 'change');
      const revision = await this.comments.update(tx, comment, { text: body.text, changedAt: tx.now });
      await this.mentions.replace(tx, version, comment.id, body.mentionIds);
      await tx.record({
        type: 'plan-version.comment-changed',
        subjectId: version.id,
        after: { commentId: comment.id, lineId: comment.lineId, mentioned: body.mentionIds.length },
      });
      return { revision };
    });
  }
}
