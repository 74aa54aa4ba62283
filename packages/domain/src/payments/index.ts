export * from './bank-statement.js';
export * from './payment.js';
export * from './payment-lifecycle.js';
export * from './reconciliation.js';
export * from './reduction.js';
export * from './repayment.js';
