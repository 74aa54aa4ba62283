import type { AnswerOf, payments as contract, InputOf } from '@commonlot/contracts';
import { askRepayment, brusselsDay } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { AwardRepository } from './award.repository.js';
import { RepaymentRepository } from './repayment.repository.js';
import { repaymentAskedMail } from './return-mails.js';
import { TellBeneficiary } from './tell-beneficiary.js';

type Contract = typeof contract.askRepayment;

/** Asks a beneficiary to give back a part of what was paid, with a communication of its own for the transfer. */
@Injectable()
export class AskRepayment {
  constructor(
    private readonly transactions: Transactions,
    private readonly awards: AwardRepository,
    private readonly repayments: RepaymentRepository,
    private readonly beneficiary: TellBeneficiary,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const award = await this.awards.lock(tx, params.decisionId);
      const paidCents = await this.awards.paidCents(tx, award.id);
      const repayments = await this.repayments.of(tx, award.id);

      const { askedById } = askRepayment({ paidCents, repayments }, body, brusselsDay(tx.now), actor.personId ?? '');

      const { amountCents, kind, reason, dueOn } = body;
      const asked = await this.repayments.insert(tx, { award, ...body, askedBy: askedById }, repayments.length + 1);
      await tx.record({
        type: 'decision.repayment-asked',
        subjectId: award.id,
        after: { number: asked.number, repaymentCents: amountCents, repaymentKind: kind, dueOn },
      });
      const { communication } = asked;
      await this.beneficiary.tell(tx, award, {
        type: 'repayment.asked',
        data: { number: asked.number, amountCents, dueOn },
        about: { type: 'decision', id: asked.id },
        mail: (language, link) =>
          repaymentAskedMail(language, {
            ...{ title: award.title, number: award.number, amountCents, kind, reason, dueOn, communication, link },
          }),
      });
      return { id: asked.id, revision: 0 };
    });
  }
}
