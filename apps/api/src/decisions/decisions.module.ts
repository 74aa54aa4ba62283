import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/index.js';
import { CallsModule } from '../calls/index.js';
import { LedgerModule } from '../ledger/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { PlanModule } from '../plan/index.js';
import { ReviewsModule } from '../reviews/index.js';
import { BatchOfCall } from './batch-of-call.js';
import { BatchOfDirectFiles } from './batch-of-direct-files.js';
import { BatchesQueries } from './batches.queries.js';
import { CreateBatch } from './create-batch.js';
import { DecisionQueries } from './decision.queries.js';
import { DecisionRepository } from './decision.repository.js';
import { DecisionsController } from './decisions.controller.js';
import { DirectFileRepository } from './direct-file.repository.js';
import { DirectFilesController } from './direct-files.controller.js';
import { DirectFilesQueries } from './direct-files.queries.js';
import { LapseDecision } from './lapse-decision.js';
import { MoveBatch } from './move-batch.js';
import { ProposeDirectFile } from './propose-direct-file.js';
import { ReadLetter } from './read-letter.js';
import { ReleaseBatch } from './release-batch.js';
import { SaveDecision } from './save-decision.js';
import { SaveDirectFile } from './save-direct-file.js';
import { SignBatch } from './sign-batch.js';
import { WriteLetter } from './write-letter.js';

/**
 * The minister's decisions: on the files of a call from its ranking, and on direct files of beneficiaries that the plan
 * names. The office prepares a batch with outcome, amount, reasons and the whole act filled in; somebody else signs it,
 * which freezes the acts and commits the money; the letters are written; and only the release lets applicants know.
 * An application that is withdrawn before the release takes its decision along (`lapse-decision`). A signed decision
 * never changes: the database refuses it, and a correction will be a new decision that names the first.
 */
@Module({
  imports: [ApplicationsModule, CallsModule, LedgerModule, OrganisationsModule, PlanModule, ReviewsModule],
  controllers: [DecisionsController, DirectFilesController],
  providers: [
    BatchesQueries,
    BatchOfCall,
    BatchOfDirectFiles,
    CreateBatch,
    DecisionQueries,
    DecisionRepository,
    DirectFileRepository,
    DirectFilesQueries,
    LapseDecision,
    MoveBatch,
    ProposeDirectFile,
    ReadLetter,
    ReleaseBatch,
    SaveDecision,
    SaveDirectFile,
    SignBatch,
    WriteLetter,
  ],
  exports: [LapseDecision, WriteLetter],
})
export class DecisionsModule {}
