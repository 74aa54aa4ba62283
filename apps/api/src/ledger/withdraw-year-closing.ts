import type { AnswerOf, ledger as contract, InputOf } from '@commonlot/contracts';
import { totalOf, yearClosingLifecycle } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { ClosingRepository } from './closing.repository.js';

type Contract = typeof contract.withdrawYearClosing;

/** Withdraws a closing that nobody signed; it stays to be read, and another can be prepared. */
@Injectable()
export class WithdrawYearClosing {
  constructor(
    private readonly transactions: Transactions,
    private readonly closings: ClosingRepository,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const { versionId } = await this.closings.holdYear(tx, await this.closings.yearOf(tx, params.closingId));
      const closing = await this.closings.lock(tx, params.closingId, body.revision);
      const state = yearClosingLifecycle.next(closing.state, 'withdraw');
      const revision = await this.closings.update(tx, closing, { state });
      await tx.record({
        type: 'plan-version.closing-withdrawn',
        subjectId: versionId,
        after: { closingId: closing.id, amountCents: totalOf(closing.destinations) },
      });
      return { revision };
    });
  }
}
