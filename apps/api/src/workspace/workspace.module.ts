import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/index.js';
import { BeneficiaryQueries } from './beneficiary.queries.js';
import { DashboardQueries } from './dashboard/dashboard.queries.js';
import { HistoryQueries } from './history.queries.js';
import { HistoryNames } from './history-names.js';
import { ReadLedgerExport } from './ledger-export/read-ledger-export.js';
import { MarkNoticesRead } from './mark-notices-read.js';
import { NoticesQueries } from './notices.queries.js';
import { SearchQueries } from './search.queries.js';
import { WorkListQueries } from './work-list.queries.js';
import { WorkspaceController } from './workspace.controller.js';

/**
 * What everybody who is signed in begins with: the work that waits, search, notices, and the history of a record.
 * It stands at the right end of the line, reads the tables of all other modules and changes nothing but the mark that a
 * notice was read.
 * The export of a year's ledger stands here too, because it reads plan, calls, decisions and payments at once.
 * Promises: nothing is found, listed or counted that the reader may not open; people of an applicant know of their file
 * what was released; whoever may not see a record gets the same answer as for one that is not there.
 */
@Module({
  imports: [LedgerModule],
  controllers: [WorkspaceController],
  providers: [
    BeneficiaryQueries,
    DashboardQueries,
    HistoryNames,
    HistoryQueries,
    MarkNoticesRead,
    NoticesQueries,
    ReadLedgerExport,
    SearchQueries,
    WorkListQueries,
  ],
})
export class WorkspaceModule {}
