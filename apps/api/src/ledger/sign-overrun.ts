import type { AnswerOf, ledger as contract, InputOf } from '@commonlot/contracts';
import { signOverrun } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { Ledger } from './ledger.js';
import { OverrunRepository } from './overrun.repository.js';

type Contract = typeof contract.signOverrun;

/** Signs an authorisation, as another person than who proposed it, and gives the line its amount in the ledger. */
@Injectable()
export class SignOverrun {
  constructor(
    private readonly transactions: Transactions,
    private readonly overruns: OverrunRepository,
    private readonly ledger: Ledger,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const overrun = await this.overruns.lock(tx, params.overrunId, body.revision);
      const { id, lineId, amountCents } = overrun;
      const { state, signedById } = signOverrun(overrun, actor.personId ?? '');
      await this.overruns.requireOpenLine(tx, lineId);
      const revision = await this.overruns.update(tx, overrun, state, signedById);
      await this.ledger.post(tx, { cause: 'authorise', lineId, amountCents, subjectType: 'overrun', subjectId: id });
      await tx.record({ type: 'plan-line.overrun-signed', subjectId: lineId, after: { overrunId: id, amountCents } });
      return { revision };
    });
  }
}
