/** The front door of the payments: the module and its job. */
export { PaymentsModule } from './payments.module.js';
export { PlanPayments } from './plan-payments.js';
