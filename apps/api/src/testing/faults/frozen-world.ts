import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { CONFIG, type Config } from '../../platform/config.js';
import { invariants } from '../../platform/invariants.js';
import type { TestApi } from '../test-api.js';
import {
  type Content,
  changeBetween,
  contentOf,
  hashesOf,
  knownValues,
  type Table,
  tablesOf,
} from './database-content.js';

/** One question that returns the names of all invariants that do not hold. */
const brokenSql = invariants
  .map(({ name, sql }) => `SELECT '${name}' AS name WHERE EXISTS (${sql})`)
  .join(' UNION ALL ');

function clientOf(url: string, database: string): pg.Client {
  const at = new URL(url);
  at.pathname = `/${database}`;
  const client = new pg.Client({ connectionString: at.href, application_name: 'watcher' });
  client.on('error', () => undefined);
  return client;
}

/**
 * The database of a test as it was when everything had been prepared: nobody changes it any more, and copies of it are
 * made as often as they are needed.
 */
export class FrozenWorld {
  private constructor(
    readonly url: string,
    readonly filesDirectory: string,
    private readonly admin: pg.Client,
    private readonly database: string,
    readonly tables: readonly Table[],
    readonly hashes: ReadonlyMap<string, string>,
    readonly content: Content,
    readonly known: ReadonlySet<string>,
  ) {}

  /** Freezes what `api` works on. The API is not asked again, except to be stopped. */
  static async of(api: TestApi): Promise<FrozenWorld> {
    const { url } = api.database;
    const database = new URL(url).pathname.slice(1);
    // Seen just now, so that no request of the sweep has a write of its own for that.
    await api.sql(`UPDATE session SET last_seen_at = now() + interval '1 hour'`);
    const admin = clientOf(url, 'postgres');
    await admin.connect();
    await admin.query('SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = $1', [database]);
    const reader = clientOf(url, database);
    await reader.connect();
    const tables = await tablesOf(reader);
    const hashes = await hashesOf(reader, tables);
    const names = tables.map(({ name }) => name);
    const content = await contentOf(reader, names);
    await reader.end();
    const { FILES_DIRECTORY } = api.get(CONFIG as never) as Config;
    return new FrozenWorld(url, FILES_DIRECTORY, admin, database, tables, hashes, content, knownValues(content));
  }

  /** A copy of the world: 60 to 250 ms, by whichever strategy (measured; the number of its files is what costs). */
  async copy(): Promise<WorldCopy> {
    const name = `copy_${randomUUID().replaceAll('-', '')}`;
    await this.admin.query(`CREATE DATABASE ${name} TEMPLATE ${this.database} STRATEGY FILE_COPY`);
    const watcher = clientOf(this.url, name);
    await watcher.connect();
    return new WorldCopy(this, name, watcher, () => this.dropCopy(name));
  }

  /** By force where a connection is still open; force is refused while an autovacuum works there, which soon ends. */
  private async dropCopy(name: string): Promise<void> {
    for (let tries = 0; ; tries += 1) {
      try {
        await this.admin.query(`DROP DATABASE ${name}${tries % 2 === 0 ? '' : ' WITH (FORCE)'}`);
        return;
      } catch (error) {
        if (tries === 20) throw error;
      }
    }
  }

  async release(): Promise<void> {
    await this.admin.end();
  }
}

/** A copy of the world, looked at by a connection that no fault touches. */
export class WorldCopy {
  constructor(
    private readonly world: FrozenWorld,
    readonly name: string,
    private readonly watcher: pg.Client,
    private readonly dropDatabase: () => Promise<unknown>,
  ) {}

  /**
   * What changed against the world, a line for each row, when no connection works in the copy any more that had been
   * asked something; empty when not a bit is different.
   */
  async change(): Promise<string[]> {
    await this.settled();
    const hashes = await hashesOf(this.watcher, this.world.tables);
    const changed = [...hashes].filter(([name, hash]) => this.world.hashes.get(name) !== hash).map(([name]) => name);
    if (changed.length === 0) return [];
    const content = await contentOf(this.watcher, changed);
    return changeBetween(this.world.content, content, this.world.tables, this.world.known);
  }

  /** Attempts are counted on purpose and not part of what is looked at; a request that is sent a hundred times has many. */
  async forgetAttempts(): Promise<void> {
    await this.watcher.query('DELETE FROM rate_window');
  }

  /** Names of the invariants that do not hold, and of files whose bytes are not what their row says. */
  async faults(): Promise<string[]> {
    const { rows } = await this.watcher.query<{ name: string }>({ name: 'broken', text: brokenSql });
    return [...rows.map(({ name }) => name), ...(await this.faultyFiles())];
  }

  async drop(): Promise<void> {
    await this.watcher.end();
    await this.dropDatabase();
  }

  /** A connection that was cut may still be at work on what it was asked last. */
  private async settled(): Promise<void> {
    for (let tries = 0; tries < 500; tries += 1) {
      const { rows } = await this.watcher.query<{ busy: number }>({
        name: 'busy',
        text: `SELECT count(*)::int AS busy FROM pg_stat_activity WHERE datname = current_database()
                 AND pid <> pg_backend_pid() AND backend_type = 'client backend' AND state <> 'idle'`,
      });
      if (rows[0]?.busy === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    throw new Error('A connection of the API is still at work a second after it was cut.');
  }

  private async faultyFiles(): Promise<string[]> {
    const before = this.world.content.get('public.stored_file') ?? [];
    const { rows } = await this.watcher.query<{ row: string; id: string; sha256: string }>(
      'SELECT to_jsonb(t)::text AS row, id, sha256 FROM stored_file t',
    );
    const faults: string[] = [];
    for (const { row, id, sha256 } of rows) {
      if (before.includes(row)) continue;
      const bytes = await readFile(join(this.world.filesDirectory, id.slice(0, 2), id)).catch(() => null);
      const hash = bytes === null ? null : createHash('sha256').update(bytes).digest('hex');
      if (hash !== sha256) faults.push(`stored file without its bytes: ${id}`);
    }
    return faults;
  }
}
