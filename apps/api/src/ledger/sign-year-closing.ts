import type { AnswerOf, ledger as contract, InputOf } from '@commonlot/contracts';
import { assertDestinations, assertYearClosable, type Destination, signYearClosing, totalOf } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { ClosingRepository } from './closing.repository.js';
import { Ledger, type Movement } from './ledger.js';

type Contract = typeof contract.signYearClosing;

/**
 * Signs the closing of a year, as another person than who prepared it, and carries its balances over. What came back or
 * was spent since it was prepared is asked again: 'ledger.destinations-wrong', and it is to be prepared anew.
 */
@Injectable()
export class SignYearClosing {
  constructor(
    private readonly transactions: Transactions,
    private readonly closings: ClosingRepository,
    private readonly ledger: Ledger,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const year = await this.closings.yearOf(tx, params.closingId);
      const held = await this.closings.holdYear(tx, year);
      const closing = await this.closings.lock(tx, params.closingId, body.revision);
      const { state, signedById } = signYearClosing(closing, actor.personId ?? '');
      assertYearClosable(held);
      const balances = await this.closings.balances(tx, held.planId);
      assertDestinations(balances, closing.destinations, await this.closings.linesThatTake(tx, year + 1));

      const revision = await this.closings.update(tx, closing, { state, signedById });
      await this.ledger.postAll(
        tx,
        closing.destinations.flatMap((destination) => movementsOf(closing.id, destination)),
      );
      await tx.record({
        type: 'plan-version.year-closed',
        subjectId: held.versionId,
        after: { closingId: closing.id, amountCents: totalOf(closing.destinations) },
      });
      return { revision };
    });
  }
}

/** Carried over, it leaves one line and enters another; else it goes back to where the plan took it from. */
function movementsOf(subjectId: string, { lineId, amountCents, toLineId }: Destination): Movement[] {
  const moved = { amountCents, subjectType: 'year-closing', subjectId };
  if (toLineId === null) return [{ ...moved, cause: 'give-back', lineId }];
  return [
    { ...moved, cause: 'carry-out', lineId },
    { ...moved, cause: 'carry-in', lineId: toLineId },
  ];
}
