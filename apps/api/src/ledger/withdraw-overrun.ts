import type { AnswerOf, ledger as contract, InputOf } from '@commonlot/contracts';
import { overrunLifecycle } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { OverrunRepository } from './overrun.repository.js';

type Contract = typeof contract.withdrawOverrun;

/** Withdraws an authorisation that nobody signed; it stays to be read. */
@Injectable()
export class WithdrawOverrun {
  constructor(
    private readonly transactions: Transactions,
    private readonly overruns: OverrunRepository,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const overrun = await this.overruns.lock(tx, params.overrunId, body.revision);
      const { id, lineId, amountCents } = overrun;
      const revision = await this.overruns.update(tx, overrun, overrunLifecycle.next(overrun.state, 'withdraw'), null);
      await tx.record({
        type: 'plan-line.overrun-withdrawn',
        subjectId: lineId,
        after: { overrunId: id, amountCents },
      });
      return { revision };
    });
  }
}
