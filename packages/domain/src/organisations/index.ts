export * from './bank-account.js';
export * from './enterprise-number.js';
export * from './iban.js';
export * from './legal-forms.js';
export * from './membership.js';
export * from './structured-communication.js';
