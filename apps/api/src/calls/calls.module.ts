import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/index.js';
import { PlanModule } from '../plan/index.js';
import { CallRepository } from './call.repository.js';
import { CallsController } from './calls.controller.js';
import { Calls } from './calls.js';
import { CallsQueries } from './calls.queries.js';
import { CancelCall } from './cancel-call.js';
import { CreateCall } from './create-call.js';
import { DiscardCall } from './discard-call.js';
import { LineOfCall } from './line-of-call.js';
import { PublishCall } from './publish-call.js';
import { SaveCall } from './save-call.js';

/**
 * Calls for projects under a line of the plan in force. An officer writes a call as a draft that may be incomplete;
 * publication reserves its envelope on the line and freezes words, form, criteria, amounts and dates.
 * A deadline is one instant, computed once from a day and an hour in Brussels; whether a call is open follows from the
 * clock of the database and is stored nowhere. A call ends settled (all decided) or cancelled (nobody applied); both
 * give back what is left of the reservation.
 */
@Module({
  imports: [LedgerModule, PlanModule],
  controllers: [CallsController],
  providers: [
    Calls,
    CallRepository,
    CallsQueries,
    LineOfCall,
    CreateCall,
    SaveCall,
    PublishCall,
    DiscardCall,
    CancelCall,
  ],
  exports: [Calls],
})
export class CallsModule {}
