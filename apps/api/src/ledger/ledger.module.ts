import { Module } from '@nestjs/common';
import { CloseMonth } from './close-month.js';
import { ClosingController } from './closing.controller.js';
import { ClosingQueries } from './closing.queries.js';
import { ClosingRepository } from './closing.repository.js';
import { LedgerController } from './ledger.controller.js';
import { Ledger } from './ledger.js';
import { LedgerQueries } from './ledger.queries.js';
import { OverrunRepository } from './overrun.repository.js';
import { OverrunsQueries } from './overruns.queries.js';
import { PrepareYearClosing } from './prepare-year-closing.js';
import { ProposeOverrun } from './propose-overrun.js';
import { SendBackYearClosing } from './send-back-year-closing.js';
import { SignOverrun } from './sign-overrun.js';
import { SignYearClosing } from './sign-year-closing.js';
import { StatementsQueries } from './statements.queries.js';
import { WithdrawOverrun } from './withdraw-overrun.js';
import { WithdrawYearClosing } from './withdraw-year-closing.js';

/**
 * The money of the plan lines as double entry: every movement takes from one account what it gives to another, and is
 * never changed or deleted. Other modules move money through `Ledger` only. The balances are kept by the database from
 * the postings; the API has no right to write them, and no account but the source may go below zero.
 */
@Module({
  controllers: [LedgerController, ClosingController],
  providers: [
    CloseMonth,
    ClosingQueries,
    ClosingRepository,
    Ledger,
    LedgerQueries,
    OverrunRepository,
    OverrunsQueries,
    PrepareYearClosing,
    ProposeOverrun,
    SendBackYearClosing,
    SignOverrun,
    SignYearClosing,
    StatementsQueries,
    WithdrawOverrun,
    WithdrawYearClosing,
  ],
  exports: [Ledger, StatementsQueries],
})
export class LedgerModule {}
