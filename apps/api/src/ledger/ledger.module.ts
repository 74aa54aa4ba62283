import { Module } from '@nestjs/common';
import { LedgerController } from './ledger.controller.js';
import { Ledger } from './ledger.js';
import { LedgerQueries } from './ledger.queries.js';
import { StatementsQueries } from './statements.queries.js';

/**
 * The money of the plan lines as double entry: every movement takes from one account what it gives to another, and is
 * never changed or deleted. Other modules move money through `Ledger` only. The balances are kept by the database from
 * the postings; the API has no right to write them, and no account but the source may go below zero.
 */
@Module({
  controllers: [LedgerController],
  providers: [Ledger, LedgerQueries, StatementsQueries],
  exports: [Ledger, StatementsQueries],
})
export class LedgerModule {}
