import type { AnswerOf, payments as contract, InputOf } from '@commonlot/contracts';
import { brusselsDay, receiveRepayment } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { Ledger } from '../ledger/index.js';
import { type Actor, Transactions } from '../platform/index.js';
import { RepaymentRepository } from './repayment.repository.js';
import { TellBeneficiary } from './tell-beneficiary.js';

type Contract = typeof contract.recordReceipt;

/** Records by the bank statement what came in of a repayment: the money is available on the line of its award again. */
@Injectable()
export class RecordReceipt {
  constructor(
    private readonly transactions: Transactions,
    private readonly repayments: RepaymentRepository,
    private readonly ledger: Ledger,
    private readonly beneficiary: TellBeneficiary,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const { award, repayment } = await this.repayments.lock(tx, params.repaymentId, body.revision);

      const received = receiveRepayment(repayment, body, brusselsDay(tx.now), actor.personId ?? '');

      const revision = await this.repayments.receive(tx, repayment, body, received);
      await this.ledger.post(tx, {
        cause: 'return',
        lineId: award.lineId,
        amountCents: body.amountCents,
        subjectType: 'decision',
        subjectId: award.id,
      });
      await tx.record({
        type: 'decision.repayment-received',
        subjectId: award.id,
        before: { receivedCents: repayment.receivedCents },
        after: {
          ...{ number: repayment.number, receivedCents: received.receivedCents, receivedOn: body.receivedOn },
        },
      });
      await this.beneficiary.tell(tx, award, {
        type: 'repayment.received',
        data: { number: repayment.number, amountCents: body.amountCents },
        about: { type: 'decision', id: repayment.id },
        mail: null,
      });
      return { revision };
    });
  }
}
