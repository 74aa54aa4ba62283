import type { AnswerOf, payments as contract, InputOf } from '@commonlot/contracts';
import { proposeReduction } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { AwardRepository } from './award.repository.js';
import { ReductionRepository } from './reduction.repository.js';

type Contract = typeof contract.proposeReduction;

/** Proposes to lower an award that was released. Nothing moves before somebody else confirms it. */
@Injectable()
export class ProposeReduction {
  constructor(
    private readonly transactions: Transactions,
    private readonly awards: AwardRepository,
    private readonly reductions: ReductionRepository,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const award = await this.awards.lock(tx, params.decisionId);
      const instalments = await this.awards.holdInstalments(tx, award.id);

      const { proposedById } = proposeReduction({ ...award, instalments }, body.amountCents, actor.personId ?? '');

      const id = await this.reductions.insert(tx, { ...body, decisionId: award.id, proposedBy: proposedById });
      await tx.record({
        type: 'decision.reduction-proposed',
        subjectId: award.id,
        after: { reductionCents: body.amountCents, reductionKind: body.kind },
      });
      return { id, revision: 0 };
    });
  }
}
