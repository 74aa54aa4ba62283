export * from './bank-statement.js';
export * from './payment.js';
export * from './payment-lifecycle.js';
export * from './reconciliation.js';
