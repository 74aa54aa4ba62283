/** The front door of the payments: the module, its job, and the SQL of open differences. */
export { PaymentsModule } from './payments.module.js';
export { PlanPayments } from './plan-payments.js';
export { openDifferences } from './reconciliation/bank-statement-sql.js';
