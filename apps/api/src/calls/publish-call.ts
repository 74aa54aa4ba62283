import type { calls, InputOf, ResponseOf } from '@commonlot/contracts';
import { cents, publishCall } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { Ledger } from '../ledger/index.js';
import { type Actor, Transactions } from '../platform/index.js';
import { CallRepository } from './call.repository.js';
import { LineOfCall } from './line-of-call.js';
import { publicationFacts } from './publication-facts.js';

type Contract = typeof calls.publishCall;

/** Publishes a call: its envelope is reserved on the plan line, and from here on it does not change. */
@Injectable()
export class PublishCall {
  constructor(
    private readonly transactions: Transactions,
    private readonly calls: CallRepository,
    private readonly lines: LineOfCall,
    private readonly ledger: Ledger,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<ResponseOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const call = await this.calls.lock(tx, params.callId, body.revision);
      const lineKind = await this.lines.kindInForce(tx, call.lineId);

      const { state } = publishCall(publicationFacts(call, lineKind));

      const amountCents = call.envelopeCents ?? cents(0); // complete calls have one: see callBlockers
      await this.ledger.post(tx, {
        cause: 'reserve',
        lineId: call.lineId,
        amountCents,
        subjectType: 'call',
        subjectId: call.id,
      });
      const change = { state, publishedBy: actor.personId, publishedAt: tx.now };
      const revision = await this.calls.update(tx, call, change);
      await tx.record({
        type: 'call.published',
        subjectId: call.id,
        before: { state: call.state },
        after: { state, lineId: call.lineId, envelopeCents: amountCents },
      });
      return { revision };
    });
  }
}
