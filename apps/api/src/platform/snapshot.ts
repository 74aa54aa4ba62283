import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';

/** How long somebody may leave a piece untaken before the reading is given up, and how long all of them may take. */
const patienceMs = 5 * 60_000;
const longest = '1h';

/**
 * One state of the database, read piece by piece: whatever is committed meanwhile is not seen. It holds a connection
 * until it is closed, or until nobody has asked for a next piece for five minutes.
 */
export class Snapshot {
  private isClosed = false;
  private isCopying = false;

  private constructor(private readonly client: pg.PoolClient) {}

  /** Takes a connection of the pool and begins; waits for one as long as the pool waits. */
  static async begin(pool: pg.Pool): Promise<Snapshot> {
    const client = await pool.connect();
    // A connection that the server ends while it is out of the pool must not end the process.
    client.on('error', ignore);
    const snapshot = new Snapshot(client);
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY');
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

  /**
   * Prepares for `copy`: sets what its queries read by `current_setting`, and gives them the time that somebody with a
   * slow line needs, whose taking is a part of the statement's time.
   */
  async beginCopies(settings: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, value] of Object.entries({
      ...settings,
      statement_timeout: '0',
      transaction_timeout: longest,
    })) {
      await this.client.query('SELECT set_config($1, $2, true)', [name, value]);
    }
  }

  /**
   * The rows of a query as CSV (RFC 4180, but each ended by LF), in pieces that end anywhere. No more is read than
   * somebody takes, and no row becomes an object. COPY takes no parameters: `query` is a constant of the caller, and what
   * it needs stands in the settings of `beginCopies`. Who stops in the middle has lost the connection for other use.
   */
  async *copy(query: string): AsyncGenerator<Buffer> {
    const rows = this.client.query(copyTo(`COPY (${query}) TO STDOUT (FORMAT csv)`));
    // The end of the connection is also told to rows that nobody reads any more.
    rows.on('error', ignore);
    this.isCopying = true;
    for await (const piece of rows) {
      const patience = setTimeout(() => void this.close(), patienceMs);
      try {
        yield piece as Buffer;
      } finally {
        clearTimeout(patience);
      }
    }
    this.isCopying = false;
  }

  /** Ends it and gives the connection back; a connection that no longer answers is thrown away. Twice is once. */
  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    // Rows that nobody takes stand before whatever else would be asked: only the end of the connection stops them.
    const isUsable = !this.isCopying && (await this.rollback());
    if (isUsable) this.client.off('error', ignore);
    this.client.release(!isUsable);
  }

  private async rollback(): Promise<boolean> {
    try {
      await this.client.query('ROLLBACK');
      return true;
    } catch {
      return false;
    }
  }
}

const ignore = () => undefined;
