import type { AnswerOf, ledger as contract, InputOf } from '@commonlot/contracts';
import { assertMonthClosable } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, newId, Transactions } from '../platform/index.js';
import { ClosingRepository } from './closing.repository.js';

type Contract = typeof contract.closeMonth;

/** Closes the next month of a year that is over: the database writes down where each line stood at its last instant. */
@Injectable()
export class CloseMonth {
  constructor(
    private readonly transactions: Transactions,
    private readonly closings: ClosingRepository,
  ) {}

  execute(actor: Actor, { params, body: { month } }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const { planId, year, versionId, closedMonths } = await this.closings.holdYear(tx, params.year);
      assertMonthClosable(year, month, closedMonths, tx.now);
      const id = newId();
      await this.closings.insertMonth(tx, { id, planId, month });
      await tx.record({ type: 'plan-version.month-closed', subjectId: versionId, after: { month } });
      return { id };
    });
  }
}
