import type pg from 'pg';

/**
 * One state of the database, read piece by piece: whatever is committed meanwhile is not seen. It holds a connection
 * until it is closed, and the server ends it when nobody has asked for a next piece for five minutes.
 */
export class Snapshot {
  private isClosed = false;
  private cursors = 0;

  private constructor(private readonly client: pg.PoolClient) {}

  /** Takes a connection of the pool and begins; waits for one as long as the pool waits. */
  static async begin(pool: pg.Pool): Promise<Snapshot> {
    const client = await pool.connect();
    // A connection that the server ends while it is out of the pool must not end the process.
    client.on('error', ignore);
    const snapshot = new Snapshot(client);
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY');
      // The first piece of a long reading takes the sorting of all of it.
      await client.query(`SET LOCAL statement_timeout = '5min'`);
      await client.query(`SET LOCAL idle_in_transaction_session_timeout = '5min'`);
      return snapshot;
    } catch (error) {
      await snapshot.close();
      throw error;
    }
  }

  /** The first row, or null. */
  async row<T>(text: string, values: readonly unknown[] = []): Promise<T | null> {
    return ((await this.client.query(text, [...values])).rows as T[])[0] ?? null;
  }

  /** All rows of a query, so many at a time, through a cursor: no more of them are held than were asked for. */
  async *pages<T>(text: string, values: readonly unknown[], rowsAtOnce: number): AsyncGenerator<T[]> {
    this.cursors += 1;
    const cursor = `piece_${this.cursors}`;
    await this.client.query(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${text}`, [...values]);
    for (;;) {
      const { rows } = await this.client.query(`FETCH ${rowsAtOnce} FROM ${cursor}`);
      if (rows.length > 0) yield rows as T[];
      if (rows.length < rowsAtOnce) break;
    }
    await this.client.query(`CLOSE ${cursor}`);
  }

  /** Ends it and gives the connection back; a connection that no longer answers is thrown away. Twice is once. */
  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    let failure: Error | undefined;
    try {
      await this.client.query('ROLLBACK');
    } catch (error) {
      failure = error as Error;
    }
    this.client.off('error', ignore);
    this.client.release(failure);
  }
}

const ignore = () => undefined;
