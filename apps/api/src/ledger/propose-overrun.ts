import type { AnswerOf, ledger as contract, InputOf } from '@commonlot/contracts';
import { Injectable } from '@nestjs/common';
import { type Actor, newId, Transactions } from '../platform/index.js';
import { OverrunRepository } from './overrun.repository.js';

type Contract = typeof contract.proposeOverrun;

/** Proposes that the minister authorises an overrun of a line; no money moves before it is signed. */
@Injectable()
export class ProposeOverrun {
  constructor(
    private readonly transactions: Transactions,
    private readonly overruns: OverrunRepository,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const { lineId } = params;
      await this.overruns.requireOpenLine(tx, lineId);
      const id = newId();
      await this.overruns.insert(tx, { id, lineId, ...body });
      await tx.record({
        type: 'plan-line.overrun-proposed',
        subjectId: lineId,
        after: { overrunId: id, amountCents: body.amountCents },
      });
      return { id, revision: 0 };
    });
  }
}
