import type { AnswerOf, ledger as contract, InputOf } from '@commonlot/contracts';
import { sendBackYearClosing, totalOf } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { ClosingRepository } from './closing.repository.js';

type Contract = typeof contract.sendBackYearClosing;

/** Sends a prepared closing back to whoever prepared it, with the reason; no money moves, and another can be prepared. */
@Injectable()
export class SendBackYearClosing {
  constructor(
    private readonly transactions: Transactions,
    private readonly closings: ClosingRepository,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const { versionId, year } = await this.closings.holdYear(tx, await this.closings.yearOf(tx, params.closingId));
      const closing = await this.closings.lock(tx, params.closingId, body.revision);
      const { state, returnedById } = sendBackYearClosing(closing, actor.personId ?? '');
      const returned = { byId: returnedById, reason: body.reason };
      const revision = await this.closings.update(tx, closing, { state, returned });
      await tx.record({
        type: 'plan-version.closing-sent-back',
        subjectId: versionId,
        after: { closingId: closing.id, amountCents: totalOf(closing.destinations), returnReasonId: closing.id },
      });
      await tx.notify({
        personIds: [closing.preparedById],
        type: 'plan-version.closing-sent-back',
        subjectType: 'plan-version',
        subjectId: versionId,
        data: { year, reason: body.reason },
      });
      return { revision };
    });
  }
}
