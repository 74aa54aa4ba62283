import type { AnswerOf, ledger as contract, InputOf } from '@commonlot/contracts';
import { assertDestinations, assertYearClosable, totalOf } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, newId, Transactions } from '../platform/index.js';
import { ClosingRepository } from './closing.repository.js';

type Contract = typeof contract.prepareYearClosing;

/** Prepares the closing of a year, or a later one for what has come back; no money moves before it is signed. */
@Injectable()
export class PrepareYearClosing {
  constructor(
    private readonly transactions: Transactions,
    private readonly closings: ClosingRepository,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const held = await this.closings.holdYear(tx, params.year);
      assertYearClosable(held);
      const { decisionReference, destinations } = body;
      const balances = await this.closings.balances(tx, held.planId);
      assertDestinations(balances, destinations, await this.closings.linesThatTake(tx, held.year + 1));
      const id = newId();
      await this.closings.insert(tx, { id, planId: held.planId, decisionReference, destinations });
      await tx.record({
        type: 'plan-version.closing-prepared',
        subjectId: held.versionId,
        after: { closingId: id, amountCents: totalOf(destinations) },
      });
      return { id, revision: 0 };
    });
  }
}
