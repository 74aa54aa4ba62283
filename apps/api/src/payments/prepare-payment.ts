import type { AnswerOf, payments as contract, InputOf } from '@commonlot/contracts';
import { preparePayment } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { Organisations } from '../organisations/index.js';
import { type Actor, Transactions } from '../platform/index.js';
import { PaymentRepository } from './payment.repository.js';

type Contract = typeof contract.preparePayment;

/** Prepares an instalment: the account that is verified now is the one that will be paid, or nobody is. */
@Injectable()
export class PreparePayment {
  constructor(
    private readonly transactions: Transactions,
    private readonly payments: PaymentRepository,
    private readonly organisations: Organisations,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const payment = await this.payments.lock(tx, params.paymentId, body.revision);
      const decision = await this.payments.decisionOf(tx, payment);
      const account = await this.organisations.verifiedAccount(tx, decision.organisationId);

      const { state, preparedById } = preparePayment(
        {
          ...payment,
          ...decision,
          bankAccountState: account === null ? null : 'verified',
          overdueProofCount: 0,
          preparedById: null,
        },
        actor.personId ?? '',
      );

      const revision = await this.payments.update(tx, payment, {
        state,
        bankAccountId: account?.id ?? null,
        preparedBy: preparedById,
        preparedAt: tx.now,
        returnReason: null,
      });
      await tx.record({
        type: 'payment.prepared',
        subjectId: payment.id,
        before: { state: payment.state },
        after: { state, bankAccountId: account?.id ?? null, amountCents: payment.amountCents },
      });
      return { revision };
    });
  }
}
