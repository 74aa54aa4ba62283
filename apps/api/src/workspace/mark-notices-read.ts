import type { AnswerOf, workspace } from '@commonlot/contracts';
import { Injectable } from '@nestjs/common';
import { personOf } from '../access/index.js';
import { type Actor, Transactions } from '../platform/index.js';

type Contract = typeof workspace.markNoticesRead;

@Injectable()
export class MarkNoticesRead {
  constructor(private readonly transactions: Transactions) {}

  /** Marks what stands there now; a notice that comes in the meantime stays unread. */
  execute(actor: Actor): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      await tx.query('UPDATE notice SET read_at = $2 WHERE person_id = $1 AND read_at IS NULL', [
        personOf(actor),
        tx.now,
      ]);
      return {};
    });
  }
}
