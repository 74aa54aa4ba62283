import { type DynamicModule, Global, Module, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSourceOptions } from 'typeorm';
import { CheckInvariants } from './check-invariants.js';
import { Clock } from './clock.js';
import { CONFIG, type Config } from './config.js';
import { openFileStore, openMetrics, openTracing } from './configured.js';
import { Database, RegisterDatabase, SnapshotDatabase } from './database.js';
import { Files } from './files.js';
import { FileStore } from './files-store.js';
import { EndpointGuard } from './http/endpoint.guard.js';
import { EndpointInterceptor } from './http/endpoint.interceptor.js';
import { ProblemFilter } from './http/problem.filter.js';
import { Log } from './log.js';
import { MailWriter } from './mail-writer.js';
import { Metrics } from './metrics.js';
import { DatabaseMetrics } from './metrics-of-database.js';
import { MetricsServer } from './metrics-server.js';
import { PlatformController } from './platform.controller.js';
import { RateLimit } from './rate-limit.js';
import { ScanFile } from './scan-file.js';
import { ScanWaiting } from './scan-waiting.js';
import { SealJournal } from './seal-journal.js';
import { SendMail } from './send-mail.js';
import { SUBSCRIPTIONS, type Subscriptions } from './subscriptions.js';
import { SweepLeftovers } from './sweep-leftovers.js';
import { Tracing } from './tracing.js';
import { Transactions } from './transactions.js';

const shared: Provider[] = [
  CheckInvariants,
  Clock,
  Database,
  DatabaseMetrics,
  RegisterDatabase,
  Files,
  Log,
  MailWriter,
  MetricsServer,
  RateLimit,
  ScanFile,
  ScanWaiting,
  SealJournal,
  SendMail,
  SnapshotDatabase,
  SweepLeftovers,
  Transactions,
  { provide: FileStore, useFactory: openFileStore, inject: [CONFIG] },
  { provide: Metrics, useFactory: openMetrics, inject: [CONFIG] },
  { provide: Tracing, useFactory: openTracing, inject: [CONFIG] },
];

/** What every module stands on: transactions, journal, jobs, the way in and out of HTTP, clock, files and mail. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config, subscriptions: Subscriptions, source: DataSourceOptions): DynamicModule {
    return {
      module: PlatformModule,
      imports: [TypeOrmModule.forRoot(source)],
      controllers: [PlatformController],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: SUBSCRIPTIONS, useValue: subscriptions },
        { provide: APP_GUARD, useClass: EndpointGuard },
        { provide: APP_INTERCEPTOR, useClass: EndpointInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
        ...shared,
      ],
      exports: [CONFIG, SUBSCRIPTIONS, ...shared],
    };
  }
}
