import { createHash } from 'node:crypto';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import { CONFIG, type Config } from './config.js';
import { Snapshot } from './snapshot.js';

// int8 comes as text by default; every int8 of ours is a count or cents, far below 2^53 (the domain `cents` sees to it).
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === 20) return (value: string) => Number(value);
    // A calendar day stays text: a Date would move it by the zone of the machine.
    if (oid === 1082) return (value: string) => value;
    return pg.types.getTypeParser(oid, format as 'text');
  }) as pg.CustomTypesConfig['getTypeParser'],
};

/** How full a pool of connections is; `waiting` are queries without a connection. */
export interface PoolUse {
  readonly used: number;
  readonly idle: number;
  readonly waiting: number;
}

export const poolUse = ({ totalCount, idleCount, waitingCount }: pg.Pool): PoolUse => ({
  used: totalCount - idleCount,
  idle: idleCount,
  waiting: waitingCount,
});

/** Reads through named prepared statements: half again as many a second as the same SQL without a name. */
class Reader implements OnModuleDestroy {
  protected readonly pool: pg.Pool;

  protected constructor(config: Config, role: string, size: number) {
    this.pool = new pg.Pool({
      connectionString: config.DATABASE_URL,
      max: size,
      // Whoever finds no connection in this time is told to come back: a queue that only grows answers nobody.
      connectionTimeoutMillis: 10_000,
      options: `-c role=${role} -c default_transaction_read_only=on -c statement_timeout=15000`,
      types,
      application_name: `commonlot ${role} reader`,
    });
    // An idle connection that the server ends must not end the process.
    this.pool.on('error', () => undefined);
  }

  get use(): PoolUse {
    return poolUse(this.pool);
  }

  /** All rows of a query. Values go as parameters only; the text is a constant of the caller. */
  async rows<T>(text: string, values: readonly unknown[] = []): Promise<T[]> {
    const name = createHash('sha1').update(text).digest('base64');
    return (await this.pool.query({ name, text, values: [...values] })).rows as T[];
  }

  /** The first row, or null. */
  async row<T>(text: string, values: readonly unknown[] = []): Promise<T | null> {
    return (await this.rows<T>(text, values))[0] ?? null;
  }

  async onModuleDestroy(): Promise<void> {
    await this.pool.end();
  }
}

/** Reads for people who are signed in, with the rights of the API. */
@Injectable()
export class Database extends Reader {
  constructor(@Inject(CONFIG) config: Config) {
    super(config, 'commonlot_app', config.DATABASE_POOL);
  }
}

/**
 * Long readings of one state of the database. The two connections are their own: who fetches an archive over a slow line
 * takes none from those who work.
 */
@Injectable()
export class SnapshotDatabase extends Reader {
  constructor(@Inject(CONFIG) config: Config) {
    super(config, 'commonlot_app', 2);
  }

  /** Begins a reading, which has to be closed; a third one at the same time waits and is told to come back. */
  begin(): Promise<Snapshot> {
    return Snapshot.begin(this.pool);
  }
}

/** Reads for the public: a role that sees the schema `register` and nothing else. */
@Injectable()
export class RegisterDatabase extends Reader {
  constructor(@Inject(CONFIG) config: Config) {
    super(config, 'commonlot_register', Math.ceil(config.DATABASE_POOL / 2));
  }
}
