import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from './access/index.js';
import { ApplicationsModule, DiscardRemovedFiles, TellCancellation } from './applications/index.js';
import { CallsModule } from './calls/index.js';
import { dataSourceOptions } from './data-source.js';
import { DecisionsModule, LapseDecision, WriteLetter } from './decisions/index.js';
import { LedgerModule } from './ledger/index.js';
import { OrganisationsModule } from './organisations/index.js';
import { PaymentsModule, PlanPayments } from './payments/index.js';
import { PlanModule } from './plan/index.js';
import { CheckInvariants } from './platform/check-invariants.js';
import type { Config } from './platform/config.js';
import { JOBS, type Job } from './platform/jobs.js';
import { PlatformModule } from './platform/platform.module.js';
import { ScanFile } from './platform/scan-file.js';
import { ScanWaiting } from './platform/scan-waiting.js';
import { SealJournal } from './platform/seal-journal.js';
import { SendMail } from './platform/send-mail.js';
import { SweepLeftovers } from './platform/sweep-leftovers.js';
import { WorkerLoop } from './platform/worker-loop.js';
import { RefreshAward, RefreshCall, RefreshOrganisation, RefreshPlan, RegisterModule } from './register/index.js';
import { ReviewsModule } from './reviews/index.js';
import { subscriptions } from './subscriptions.js';
import { WorkspaceModule } from './workspace/index.js';

/** The modules in the order of the money. */
const modules = [
  AccessModule,
  OrganisationsModule,
  LedgerModule,
  PlanModule,
  CallsModule,
  ApplicationsModule,
  ReviewsModule,
  DecisionsModule,
  PaymentsModule,
  RegisterModule,
  WorkspaceModule,
] as const;

/** Every job of the system. */
const jobs = [
  SendMail,
  SweepLeftovers,
  ScanFile,
  ScanWaiting,
  SealJournal,
  CheckInvariants,
  DiscardRemovedFiles,
  TellCancellation,
  LapseDecision,
  WriteLetter,
  PlanPayments,
  RefreshPlan,
  RefreshCall,
  RefreshAward,
  RefreshOrganisation,
] as const;

@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.with(config, subscriptions, dataSourceOptions(config)), ...modules],
      providers: [{ provide: JOBS, useFactory: (...all: Job[]) => all, inject: [...jobs] }, WorkerLoop],
      exports: [WorkerLoop],
    };
  }
}
