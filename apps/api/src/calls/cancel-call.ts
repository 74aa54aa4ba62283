import type { calls, InputOf, ResponseOf } from '@commonlot/contracts';
import { callLifecycle, Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { CallRepository } from './call.repository.js';
import { Calls } from './calls.js';

type Contract = typeof calls.cancelCall;

/** Cancels a published call to which nobody has applied, and gives its envelope back to the plan line. */
@Injectable()
export class CancelCall {
  constructor(
    private readonly transactions: Transactions,
    private readonly rows: CallRepository,
    private readonly calls: Calls,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<ResponseOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const call = await this.rows.lock(tx, params.callId, body.revision);
      const state = callLifecycle.next(call.state, 'cancel');
      // The lock on the call makes a submission that is under way wait, and find the call cancelled.
      if (await this.rows.hasSentApplications(tx, call.id)) throw new Problem('call.has-applications');

      await this.calls.releaseReservation(tx, call);
      const revision = await this.rows.update(tx, call, { state, cancellationReason: body.reason });
      await tx.record({ type: 'call.cancelled', subjectId: call.id, before: { state: call.state }, after: { state } });
      return { revision };
    });
  }
}
