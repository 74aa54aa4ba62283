import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { AdvancesQueries } from './advances.js';
import { ApprovePayment } from './approve-payment.js';
import { ConfirmPayment } from './confirm-payment.js';
import { PaymentRepository } from './payment.repository.js';
import { PaymentsController } from './payments.controller.js';
import { PaymentsQueries } from './payments.queries.js';
import { PlanPayments } from './plan-payments.js';
import { PreparePayment } from './prepare-payment.js';
import { SendBackPayment } from './send-back-payment.js';

/**
 * How an award reaches the bank account: in the instalments of its act.
 *
 * A job plans the instalments when the act is signed; nothing is prepared before the decision is released. Whoever
 * prepares a payment freezes the verified account into it, somebody else approves it, and only the bank statement makes
 * it paid and moves the money in the ledger.
 */
@Module({
  imports: [LedgerModule, OrganisationsModule],
  controllers: [PaymentsController],
  providers: [
    AdvancesQueries,
    ApprovePayment,
    ConfirmPayment,
    PaymentRepository,
    PaymentsQueries,
    PlanPayments,
    PreparePayment,
    SendBackPayment,
  ],
  exports: [PlanPayments],
})
export class PaymentsModule {}
