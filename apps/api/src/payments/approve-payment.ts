import type { AnswerOf, payments as contract, InputOf } from '@commonlot/contracts';
import { approvePayment, assertAdvance, brusselsDay } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { Organisations } from '../organisations/index.js';
import { type Actor, Transactions } from '../platform/index.js';
import { PaymentRepository } from './payment.repository.js';

type Contract = typeof contract.approvePayment;

/**
 * Approves a prepared payment by a second person, while the account that was frozen into it is still the verified one and
 * the law lets the year pay so much by this day.
 */
@Injectable()
export class ApprovePayment {
  constructor(
    private readonly transactions: Transactions,
    private readonly payments: PaymentRepository,
    private readonly organisations: Organisations,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const payment = await this.payments.lock(tx, params.paymentId, body.revision);
      const decision = await this.payments.decisionOf(tx, payment);
      await this.payments.holdAccount(tx, payment);
      const account = await this.organisations.verifiedAccount(tx, decision.organisationId);

      const { state, approvedById } = approvePayment(
        {
          ...payment,
          ...decision,
          bankAccountState: account !== null && account.id === payment.bankAccountId ? 'verified' : 'replaced',
          overdueProofCount: 0,
          preparedById: payment.preparedBy,
        },
        actor.personId ?? '',
      );
      assertAdvance(await this.payments.holdAdvances(tx, decision.lineId), payment.amountCents, brusselsDay(tx.now));

      const revision = await this.payments.update(tx, payment, { state, approvedBy: approvedById, approvedAt: tx.now });
      await tx.record({
        type: 'payment.approved',
        subjectId: payment.id,
        before: { state: payment.state },
        after: { state, amountCents: payment.amountCents },
      });
      return { revision };
    });
  }
}
