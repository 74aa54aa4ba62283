import type { calls, InputOf, ResponseOf } from '@commonlot/contracts';
import { callLifecycle } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { CallRepository } from './call.repository.js';

type Contract = typeof calls.discardCall;

/** Throws a draft away; its number is not given again. */
@Injectable()
export class DiscardCall {
  constructor(
    private readonly transactions: Transactions,
    private readonly calls: CallRepository,
  ) {}

  execute(actor: Actor, { params, query }: InputOf<Contract>): Promise<ResponseOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const call = await this.calls.lock(tx, params.callId, query.revision);
      const state = callLifecycle.next(call.state, 'discard');
      const revision = await this.calls.update(tx, call, { state });
      await tx.record({ type: 'call.discarded', subjectId: call.id, before: { state: call.state }, after: { state } });
      return { revision };
    });
  }
}
