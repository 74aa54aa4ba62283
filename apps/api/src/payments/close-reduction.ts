import type { AnswerOf, payments as contract, InputOf } from '@commonlot/contracts';
import { refuseReduction, withdrawReduction } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { ReductionRepository } from './reduction.repository.js';

type Refusal = typeof contract.refuseReduction;
type Withdrawal = typeof contract.withdrawReduction;

/** Ends a reduction that waits without any effect: refused by the minister's office, or taken back by who proposed it. */
@Injectable()
export class CloseReduction {
  constructor(
    private readonly transactions: Transactions,
    private readonly reductions: ReductionRepository,
  ) {}

  refuse(actor: Actor, { params, body }: InputOf<Refusal>): Promise<AnswerOf<Refusal>> {
    return this.transactions.run(actor, async (tx) => {
      const { award, reduction } = await this.reductions.lock(tx, params.reductionId, body.revision);
      const closing = refuseReduction(reduction, actor.personId ?? '');
      const revision = await this.reductions.close(tx, reduction, { ...closing, refusal: body.reason });
      await tx.record({
        type: 'decision.reduction-refused',
        subjectId: award.id,
        before: { reductionCents: reduction.amountCents },
      });
      await tx.notify({
        personIds: [reduction.proposedById],
        type: 'reduction.refused',
        subjectType: 'decision',
        subjectId: award.id,
        data: { number: award.number, amountCents: reduction.amountCents, reason: body.reason },
      });
      return { revision };
    });
  }

  withdraw(actor: Actor, { params, body }: InputOf<Withdrawal>): Promise<AnswerOf<Withdrawal>> {
    return this.transactions.run(actor, async (tx) => {
      const { award, reduction } = await this.reductions.lock(tx, params.reductionId, body.revision);
      const closing = withdrawReduction(reduction, actor.personId ?? '');
      const revision = await this.reductions.close(tx, reduction, closing);
      await tx.record({
        type: 'decision.reduction-withdrawn',
        subjectId: award.id,
        before: { reductionCents: reduction.amountCents },
      });
      return { revision };
    });
  }
}
