import type { AnswerOf, payments as contract, InputOf } from '@commonlot/contracts';
import { openCents, waiveRepayment } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { RepaymentRepository } from './repayment.repository.js';
import { repaymentWaivedMail } from './return-mails.js';
import { TellBeneficiary } from './tell-beneficiary.js';

type Contract = typeof contract.waiveRepayment;

/** Gives up what is still open of a repayment; what came in stays. */
@Injectable()
export class WaiveRepayment {
  constructor(
    private readonly transactions: Transactions,
    private readonly repayments: RepaymentRepository,
    private readonly beneficiary: TellBeneficiary,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const { award, repayment } = await this.repayments.lock(tx, params.repaymentId, body.revision);

      const { state, waivedById } = waiveRepayment(repayment, actor.personId ?? '');

      const amountCents = openCents(repayment);
      const revision = await this.repayments.waive(tx, repayment, { state, waivedById, reason: body.reason });
      await tx.record({
        type: 'decision.repayment-waived',
        subjectId: award.id,
        after: { number: repayment.number, waivedCents: amountCents },
      });
      await this.beneficiary.tell(tx, award, {
        type: 'repayment.waived',
        data: { number: repayment.number, amountCents },
        about: { type: 'decision', id: repayment.id },
        mail: (language, link) =>
          repaymentWaivedMail(language, { title: award.title, number: award.number, amountCents, link }),
      });
      return { revision };
    });
  }
}
