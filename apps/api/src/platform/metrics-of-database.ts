import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Database, type PoolUse, poolUse, RegisterDatabase } from './database.js';
import { Metrics, type SetGauge } from './metrics.js';

interface Waiting {
  readonly jobsReady: number;
  readonly jobsLater: number;
  readonly jobsRunning: number;
  readonly jobsFailed: number;
  readonly jobsAge: number;
  readonly mails: number;
  readonly mailsAge: number;
  readonly files: number;
  readonly filesAge: number;
  readonly entries: number;
  readonly entriesAge: number;
  readonly invariants: readonly { readonly name: string; readonly rows: number; readonly checkedAt: number }[];
}

const ageOf = (column: string) => `coalesce(extract(epoch FROM clock_timestamp() - min(${column})), 0)::float8`;
const isReady = 'locked_at IS NULL AND attempts < max_attempts AND run_at <= now()';

/** Everything that waits, in one statement: a scrape is one round trip. */
const waiting = `SELECT q.*, m.*, f.*, e.*, coalesce(i.list, '[]') AS invariants
  FROM (SELECT count(*) FILTER (WHERE ${isReady}) AS "jobsReady",
      count(*) FILTER (WHERE locked_at IS NULL AND attempts < max_attempts AND run_at > now()) AS "jobsLater",
      count(*) FILTER (WHERE locked_at IS NOT NULL) AS "jobsRunning",
      count(*) FILTER (WHERE locked_at IS NULL AND attempts >= max_attempts) AS "jobsFailed",
      coalesce(extract(epoch FROM clock_timestamp() - min(run_at) FILTER (WHERE ${isReady})), 0)::float8 AS "jobsAge"
    FROM graphile_worker.jobs) q,
  (SELECT count(*) AS mails, ${ageOf('created_at')} AS "mailsAge" FROM outgoing_mail WHERE sent_at IS NULL) m,
  (SELECT count(*) AS files, ${ageOf('uploaded_at')} AS "filesAge" FROM stored_file WHERE scan_state = 'pending') f,
  (SELECT count(*) AS entries, ${ageOf('j.written_at')} AS "entriesAge"
    FROM journal_unsealed u JOIN journal j ON j.id = u.journal_id) e,
  (SELECT json_agg(json_build_object('name', name, 'rows', broken_rows,
      'checkedAt', extract(epoch FROM checked_at))) AS list FROM invariant_result) i`;

/** Reads at each scrape how full the pools are and what waits in the database. */
@Injectable()
export class DatabaseMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly database: Database,
    private readonly register: RegisterDatabase,
    @InjectDataSource() private readonly source: DataSource,
  ) {}

  onModuleInit(): void {
    this.metrics.onScrape((set) => {
      setPool(set, 'read', this.database.use);
      setPool(set, 'register', this.register.use);
      setPool(set, 'write', poolUse((this.source.driver as unknown as { master: PoolOf }).master));
    });
    this.metrics.onScrape((set) => this.read(set));
  }

  private async read(set: SetGauge): Promise<void> {
    const read = this.database.row<Waiting>(waiting).catch(() => null);
    // When every connection is taken the scrape still tells so, instead of waiting with the others.
    const found = await Promise.race([read, pause(2_000, null, { ref: false })]);
    set('commonlot_database_up', found === null ? 0 : 1);
    if (found === null) return;
    for (const [state, jobs] of [
      ['ready', found.jobsReady],
      ['later', found.jobsLater],
      ['running', found.jobsRunning],
      ['failed', found.jobsFailed],
    ] as const) {
      set('commonlot_queue_jobs', jobs, { state });
    }
    set('commonlot_queue_oldest_seconds', found.jobsAge);
    set('commonlot_outbox_mails', found.mails);
    set('commonlot_outbox_oldest_seconds', found.mailsAge);
    set('commonlot_scan_files', found.files);
    set('commonlot_scan_oldest_seconds', found.filesAge);
    set('commonlot_journal_unsealed', found.entries);
    set('commonlot_journal_oldest_unsealed_seconds', found.entriesAge);
    for (const { name, rows, checkedAt } of found.invariants) {
      set('commonlot_invariant_broken_rows', rows, { name });
      set('commonlot_invariant_checked_seconds', checkedAt, { name });
    }
  }
}

type PoolOf = Parameters<typeof poolUse>[0];

function setPool(set: SetGauge, pool: string, { used, idle, waiting: queued }: PoolUse): void {
  set('commonlot_database_connections', used, { pool, state: 'used' });
  set('commonlot_database_connections', idle, { pool, state: 'idle' });
  set('commonlot_database_connections', queued, { pool, state: 'waiting' });
}
