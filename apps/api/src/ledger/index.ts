/** The front door of the ledger. */
export { Ledger, type Movement } from './ledger.js';
export { LedgerModule } from './ledger.module.js';
export { StatementsQueries } from './statements.queries.js';
