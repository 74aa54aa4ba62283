import pg from 'pg';

/** How often a worker looks for jobs of workers that are gone, and how soon it says again that it is there itself. */
const everyMs = 10_000;
const againMs = 1_000;

/** A number for the name of a worker, as advisory locks need it. */
const lockOf = `hashtextextended('commonlot worker ' || locker, 0)`;

/**
 * Tells the other workers that this one is alive, and gives back to the queue what workers had taken that are not: the
 * queue itself waits four hours for a worker that was killed, and so would the mails and letters that it had in hand.
 * A worker that lives holds a lock of the database under its name; the database ends it with the connection.
 */
export class WorkerPresence {
  private client: pg.Client | null = null;
  private timer: NodeJS.Timeout | null = null;
  private isOver = false;

  constructor(
    private readonly connectionString: string,
    private readonly worker: string,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** Holds the lock and looks around from now on, also after the connection was lost. */
  async start(): Promise<void> {
    await this.appear().catch(this.failed);
    await this.lookAround();
  }

  async stop(): Promise<void> {
    this.isOver = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  private async appear(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.connectionString,
      application_name: 'commonlot worker presence',
      connectionTimeoutMillis: 10_000,
    });
    client.on('error', () => undefined);
    client.once('end', () => {
      if (this.client !== client) return;
      this.client = null;
      this.lookAgainIn(againMs);
    });
    await client.connect();
    if (this.isOver) return client.end();
    // Shared, so that it does not wait for an earlier connection of this worker that the database still believes in.
    await client.query(`SELECT pg_advisory_lock_shared(${lockOf}) FROM (SELECT $1::text AS locker) AS me`, [
      this.worker,
    ]);
    this.client = client;
  }

  private async lookAround(): Promise<void> {
    try {
      if (this.client === null) await this.appear();
      // A lock that can be had is one whose worker is gone. A worker that began just now gets the time to take its own.
      await this.client?.query(
        `SELECT graphile_worker.force_unlock_workers(array_agg(locker)) FROM (
           SELECT locker FROM (SELECT DISTINCT locked_by AS locker FROM graphile_worker._private_jobs
             WHERE locked_by LIKE 'pool-%' AND locked_by <> $1 AND locked_at < now() - interval '5 seconds') AS busy
           WHERE pg_try_advisory_xact_lock(${lockOf})) AS gone
         HAVING count(*) > 0`,
        [this.worker],
      );
    } catch (error) {
      this.failed(error);
    }
    this.lookAgainIn(this.client === null ? againMs : everyMs);
  }

  private lookAgainIn(milliseconds: number): void {
    if (this.timer !== null) clearTimeout(this.timer);
    if (!this.isOver) this.timer = setTimeout(() => void this.lookAround(), milliseconds);
  }
}
