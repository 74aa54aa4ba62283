import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { AdvancesQueries } from './advances.js';
import { ApprovePayment } from './approve-payment.js';
import { AskRepayment } from './ask-repayment.js';
import { AwardRepository } from './award.repository.js';
import { CloseReduction } from './close-reduction.js';
import { ConfirmPayment } from './confirm-payment.js';
import { ConfirmReduction } from './confirm-reduction.js';
import { PaymentRepository } from './payment.repository.js';
import { PaymentsController } from './payments.controller.js';
import { PaymentsQueries } from './payments.queries.js';
import { PlanPayments } from './plan-payments.js';
import { PreparePayment } from './prepare-payment.js';
import { ProposeReduction } from './propose-reduction.js';
import { BankStatementQueries } from './reconciliation/bank-statement.queries.js';
import { BankStatementRepository } from './reconciliation/bank-statement.repository.js';
import { ConfirmBankStatement } from './reconciliation/confirm-bank-statement.js';
import { ExplainBankDifference } from './reconciliation/explain-bank-difference.js';
import { ImportBankStatements } from './reconciliation/import-bank-statements.js';
import { ReconciliationController } from './reconciliation/reconciliation.controller.js';
import { RecordReceipt } from './record-receipt.js';
import { ReductionRepository } from './reduction.repository.js';
import { RepaymentRepository } from './repayment.repository.js';
import { ReturnsController } from './returns.controller.js';
import { ReturnsQueries } from './returns.queries.js';
import { SendBackPayment } from './send-back-payment.js';
import { TellBeneficiary } from './tell-beneficiary.js';
import { WaiveRepayment } from './waive-repayment.js';

/**
 * How an award reaches the bank account: in the instalments of its act.
 *
 * A job plans the instalments when the act is signed; nothing is prepared before the decision is released. Whoever
 * prepares a payment freezes the verified account into it, somebody else approves it, and only the bank statement makes
 * it paid and moves the money in the ledger.
 *
 * After that money comes back in two ways: a reduction takes away what was not ordered yet, a repayment what was paid.
 */
@Module({
  imports: [LedgerModule, OrganisationsModule],
  controllers: [PaymentsController, ReconciliationController, ReturnsController],
  providers: [
    AdvancesQueries,
    ApprovePayment,
    AskRepayment,
    AwardRepository,
    BankStatementQueries,
    BankStatementRepository,
    CloseReduction,
    ConfirmBankStatement,
    ConfirmPayment,
    ConfirmReduction,
    ExplainBankDifference,
    ImportBankStatements,
    PaymentRepository,
    PaymentsQueries,
    PlanPayments,
    PreparePayment,
    ProposeReduction,
    RecordReceipt,
    ReductionRepository,
    RepaymentRepository,
    ReturnsQueries,
    SendBackPayment,
    TellBeneficiary,
    WaiveRepayment,
  ],
  exports: [PlanPayments],
})
export class PaymentsModule {}
