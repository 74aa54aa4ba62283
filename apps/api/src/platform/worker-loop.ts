import { EventEmitter, once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Logger, makeWorkerUtils, type Runner, run, runOnce, type TaskList, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import { CONFIG, type Config } from './config.js';
import { poolUse } from './database.js';
import { JOBS, type Job } from './jobs.js';
import { Log } from './log.js';
import { logContext } from './log-context.js';
import { Metrics } from './metrics.js';
import { Tracing } from './tracing.js';
import { WorkerPresence } from './worker-presence.js';

/** Runs the jobs that use cases queued in their transactions (graphile-worker: LISTEN/NOTIFY, retries with back-off). */
@Injectable()
export class WorkerLoop implements OnModuleDestroy {
  private readonly pool: pg.Pool;
  private runner: Runner | null = null;
  private presence: WorkerPresence | null = null;
  private hasEnded = false;
  private isStopping = false;
  private readonly tasks: TaskList;
  private readonly crontab: string;
  private readonly logger: Logger;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(JOBS) jobs: readonly Job[],
    private readonly log: Log,
    private readonly metrics: Metrics,
    private readonly tracing: Tracing,
  ) {
    this.pool = new pg.Pool({
      connectionString: config.DATABASE_URL,
      max: 6,
      application_name: 'commonlot worker',
      connectionTimeoutMillis: 10_000,
    });
    this.pool.on('error', (error) => log.error('worker.connection', { error }));
    // A connection that the server ends while it is in use must not end the process either.
    this.pool.on('connect', (client) => client.on('error', () => undefined));
    this.tasks = Object.fromEntries(
      jobs.map((job) => [job.name, (payload: unknown) => this.run(job, payload as { subjectId?: string })]),
    );
    this.crontab = jobs
      .flatMap(({ name, schedule }) => (schedule === undefined ? [] : `${schedule} ${name}`))
      .join('\n');
    metrics.onScrape((set) => {
      const { used, idle, waiting } = poolUse(this.pool);
      for (const [state, value] of Object.entries({ used, idle, waiting })) {
        set('commonlot_database_connections', value, { pool: 'queue', state });
      }
    });
    this.logger = new Logger(() => (level, message) => {
      if (level === 'error') log.error('worker', { message });
    });
  }

  /** Whether `start` was called and the loop has not ended since. */
  get isRunning(): boolean {
    return this.runner !== null && !this.hasEnded;
  }

  /** Creates or updates the queue's own tables. */
  async migrate(): Promise<void> {
    const tools = await makeWorkerUtils({ pgPool: this.pool, logger: this.logger });
    await tools.migrate();
    await tools.release();
  }

  /** Works until the application is closed; throws when the database cannot be reached at first. */
  async start(): Promise<void> {
    void this.keepWorking(await this.launch());
  }

  /** The queue gives up when it cannot write down what became of a job; then it begins again, until it can. */
  private async keepWorking(first: { readonly end: Promise<unknown> }): Promise<void> {
    let launched: { readonly end: Promise<unknown> } | null = first;
    for (;;) {
      await launched?.end;
      this.hasEnded = true;
      await this.presence?.stop();
      if (!this.isStopping) await pause(1_000);
      if (this.isStopping) return;
      launched = await this.launch().catch(() => null);
    }
  }

  /** Begins, and returns what settles when the queue gives up. (Its own promise may not: it waits for the database.) */
  private async launch(): Promise<{ readonly end: Promise<unknown> }> {
    const events = new EventEmitter() as WorkerEvents;
    events.once('pool:create', ({ workerPool }) => {
      const failed = (error: unknown) => this.log.error('worker.presence', { error });
      this.presence = new WorkerPresence(this.config.DATABASE_URL, workerPool.id, failed);
      void this.presence.start();
    });
    const gaveUp = once(events, 'pool:gracefulShutdown');
    this.runner = await run({
      events,
      pgPool: this.pool,
      taskList: this.tasks,
      crontab: this.crontab,
      concurrency: 4,
      noHandleSignals: true,
      pollInterval: 2000,
      logger: this.logger,
      // With a batch of its own each, an outcome that cannot be written down ends the loop; without, it ends the process.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    });
    this.hasEnded = false;
    const failed = (error: unknown) => this.log.error('worker.ended', { error });
    return { end: Promise.race([gaveUp, this.runner.promise.catch(failed)]) };
  }

  /** Runs what waits now and returns: for the seed and for tests. */
  async drain(): Promise<void> {
    await runOnce({
      pgPool: this.pool,
      taskList: this.tasks,
      concurrency: 4,
      noHandleSignals: true,
      logger: this.logger,
    });
  }

  /** One run of a job: its span, its time, and its line in the log. What went wrong is the queue's to log and repeat. */
  private run(job: Job, { subjectId = '' }: { subjectId?: string }): Promise<void> {
    const startedAt = performance.now();
    const note = (outcome: 'done' | 'failed') => {
      const ms = performance.now() - startedAt;
      this.metrics.observeJob(job.name, outcome, ms / 1000);
      this.log.info('job', { outcome, subjectId, ms: Math.round(ms) });
    };
    return logContext.run({ job: job.name }, () =>
      this.tracing.run('job', { kind: 'consumer', attributes: { 'commonlot.job': job.name } }, async () => {
        try {
          await job.run(subjectId);
          note('done');
        } catch (error) {
          note('failed');
          throw error;
        }
      }),
    );
  }

  async onModuleDestroy(): Promise<void> {
    this.isStopping = true;
    if (this.isRunning) await this.runner?.stop();
    await this.presence?.stop();
    await this.pool.end();
  }
}
