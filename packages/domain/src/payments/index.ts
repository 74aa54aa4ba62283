export * from './payment.js';
export * from './payment-lifecycle.js';
