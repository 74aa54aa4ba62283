import type { AnswerOf, payments as contract, InputOf } from '@commonlot/contracts';
import { assertAdvance, brusselsDay, cents, type LocalDate, Problem, paymentLifecycle } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { Ledger } from '../ledger/index.js';
import { Organisations } from '../organisations/index.js';
import { type Actor, MailWriter, Transactions, type Tx } from '../platform/index.js';
import { paymentMadeMail } from './mails.js';
import type { PaymentRow } from './payment.entity.js';
import { type PaidDecision, PaymentRepository } from './payment.repository.js';

type Contract = typeof contract.confirmPayment;
type Confirmation = Pick<InputOf<Contract>['body'], 'paidOn' | 'bankReference'>;

/** Confirms by the bank statement that an approved payment was made: books it and tells the organisation. */
@Injectable()
export class ConfirmPayment {
  constructor(
    private readonly transactions: Transactions,
    private readonly payments: PaymentRepository,
    private readonly ledger: Ledger,
    private readonly organisations: Organisations,
    private readonly mails: MailWriter,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const payment = await this.payments.lock(tx, params.paymentId, body.revision);
      return this.book(tx, payment, body);
    });
  }

  /** Books a payment that the caller has locked. */
  async book(tx: Tx, payment: PaymentRow, { paidOn, bankReference }: Confirmation): Promise<{ revision: number }> {
    const state = paymentLifecycle.next(payment.state, 'pay');
    assertNotLater(paidOn, brusselsDay(tx.now));
    const decision = await this.payments.decisionOf(tx, payment);

    // It was counted when it was approved; the plan may have been lowered since.
    const advances = await this.payments.holdAdvances(tx, decision.lineId);
    assertAdvance({ ...advances, approvedCents: cents(0) }, payment.amountCents, brusselsDay(tx.now));

    const revision = await this.payments.update(tx, payment, { state, paidOn, bankReference });
    await this.ledger.post(tx, {
      cause: 'pay',
      lineId: decision.lineId,
      amountCents: payment.amountCents,
      subjectType: 'decision',
      subjectId: payment.decisionId,
    });
    await tx.record({
      type: 'payment.paid',
      subjectId: payment.id,
      before: { state: payment.state },
      after: { state, paidOn, amountCents: payment.amountCents },
    });
    await this.tell(tx, payment, decision, paidOn);
    return { revision };
  }

  /** Notice and mail to everybody who may act for the organisation. */
  private async tell(tx: Tx, payment: PaymentRow, decision: PaidDecision, paidOn: LocalDate): Promise<void> {
    const { organisationId, applicationId } = decision;
    const people = await this.organisations.representatives(tx, organisationId);
    const subject =
      applicationId === null
        ? { subjectType: 'organisation', subjectId: organisationId }
        : { subjectType: 'application', subjectId: applicationId };
    await tx.notify({
      personIds: people.map(({ personId }) => personId),
      type: 'payment.paid',
      ...subject,
      data: { title: decision.title, number: payment.number, amountCents: payment.amountCents, paidOn },
    });
    for (const { personId, email, screenLanguage } of people) {
      const link = this.mails.link(`/${screenLanguage}/work/${subject.subjectType}s/${subject.subjectId}`);
      const data = { title: decision.title, number: decision.number, amountCents: payment.amountCents, paidOn, link };
      await tx.mail({
        personId,
        to: email,
        language: screenLanguage,
        ...paymentMadeMail(screenLanguage, data),
        dedupeKey: `payment.paid:${payment.id}:${personId}`,
        about: { type: 'payment', id: payment.id },
      });
    }
  }
}

/** A bank statement of tomorrow does not exist: it is a slip of the keyboard. */
function assertNotLater(paidOn: LocalDate, today: LocalDate): void {
  if (paidOn > today) throw new Problem('request.malformed', { faults: [{ path: 'body.paidOn', code: 'too_big' }] });
}
