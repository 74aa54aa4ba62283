import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Logger, makeWorkerUtils, type Runner, run, runOnce, type TaskList } from 'graphile-worker';
import pg from 'pg';
import { CONFIG, type Config } from './config.js';
import { JOBS, type Job } from './jobs.js';
import { Log } from './log.js';

/** Runs the jobs that use cases queued in their transactions (graphile-worker: LISTEN/NOTIFY, retries with back-off). */
@Injectable()
export class WorkerLoop implements OnModuleDestroy {
  private readonly pool: pg.Pool;
  private runner: Runner | null = null;
  private readonly tasks: TaskList;
  private readonly crontab: string;
  private readonly logger: Logger;

  constructor(@Inject(CONFIG) config: Config, @Inject(JOBS) jobs: readonly Job[], log: Log) {
    this.pool = new pg.Pool({ connectionString: config.DATABASE_URL, max: 6, application_name: 'commonlot worker' });
    this.pool.on('error', (error) => log.error('worker.connection', { error }));
    // A connection that the server ends while it is in use must not end the process either.
    this.pool.on('connect', (client) => client.on('error', () => undefined));
    this.tasks = Object.fromEntries(
      jobs.map((job) => [job.name, (payload: unknown) => job.run((payload as { subjectId?: string }).subjectId ?? '')]),
    );
    this.crontab = jobs
      .flatMap(({ name, schedule }) => (schedule === undefined ? [] : `${schedule} ${name}`))
      .join('\n');
    this.logger = new Logger(() => (level, message) => {
      if (level === 'error') log.error('worker', { message });
    });
  }

  /** Creates or updates the queue's own tables. */
  async migrate(): Promise<void> {
    const tools = await makeWorkerUtils({ pgPool: this.pool, logger: this.logger });
    await tools.migrate();
    await tools.release();
  }

  /** Works until `stop`. */
  async start(): Promise<void> {
    this.runner = await run({
      pgPool: this.pool,
      taskList: this.tasks,
      crontab: this.crontab,
      concurrency: 4,
      noHandleSignals: true,
      pollInterval: 2000,
      logger: this.logger,
    });
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

  async onModuleDestroy(): Promise<void> {
    await this.runner?.stop();
    await this.pool.end();
  }
}
