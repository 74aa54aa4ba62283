import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { ApprovePayment } from './approve-payment.js';
import { ConfirmPayment } from './confirm-payment.js';
import { PaymentRepository } from './payment.repository.js';
import { PaymentsController } from './payments.controller.js';
import { PaymentsQueries } from './payments.queries.js';
import { PlanPayments } from './plan-payments.js';
import { PreparePayment } from './prepare-payment.js';
import { BankStatementQueries } from './reconciliation/bank-statement.queries.js';
import { BankStatementRepository } from './reconciliation/bank-statement.repository.js';
import { ConfirmBankStatement } from './reconciliation/confirm-bank-statement.js';
import { ExplainBankDifference } from './reconciliation/explain-bank-difference.js';
import { ImportBankStatements } from './reconciliation/import-bank-statements.js';
import { ReconciliationController } from './reconciliation/reconciliation.controller.js';
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
  controllers: [PaymentsController, ReconciliationController],
  providers: [
    ApprovePayment,
    BankStatementQueries,
    BankStatementRepository,
    ConfirmBankStatement,
    ConfirmPayment,
    ExplainBankDifference,
    ImportBankStatements,
    PaymentRepository,
    PaymentsQueries,
    PlanPayments,
    PreparePayment,
    SendBackPayment,
  ],
  exports: [PlanPayments],
})
export class PaymentsModule {}
