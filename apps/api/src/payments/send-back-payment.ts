import type { AnswerOf, payments as contract, InputOf } from '@commonlot/contracts';
import { paymentLifecycle } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { PaymentRepository } from './payment.repository.js';

type Contract = typeof contract.sendBackPayment;

/** Sends a prepared payment back to whoever prepared it, with the reason; the account has to be taken anew. */
@Injectable()
export class SendBackPayment {
  constructor(
    private readonly transactions: Transactions,
    private readonly payments: PaymentRepository,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const payment = await this.payments.lock(tx, params.paymentId, body.revision);
      const state = paymentLifecycle.next(payment.state, 'sendBack');
      const revision = await this.payments.update(tx, payment, {
        state,
        bankAccountId: null,
        preparedBy: null,
        preparedAt: null,
        returnReason: body.reason,
      });
      await tx.record({
        type: 'payment.sent-back',
        subjectId: payment.id,
        before: { state: payment.state, bankAccountId: payment.bankAccountId },
        after: { state },
      });
      await tx.notify({
        personIds: payment.preparedBy === null ? [] : [payment.preparedBy],
        type: 'payment.sent-back',
        subjectType: 'payment',
        subjectId: payment.id,
        data: { number: payment.number, reason: body.reason },
      });
      return { revision };
    });
  }
}
