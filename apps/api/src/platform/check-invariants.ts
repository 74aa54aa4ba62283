import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { invariants } from './invariants.js';
import type { Job } from './jobs.js';
import { Log } from './log.js';
import { verifyJournal } from './verify-journal.js';

/**
 * Asks every night whether all promises still hold, the chain of the journal among them. What it finds stands in
 * `invariant_result`, from where the monitoring reads it, and a promise that is broken in the log as an error.
 */
@Injectable()
export class CheckInvariants implements Job {
  readonly name = 'check-invariants';
  readonly schedule = '41 1 * * *';

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly log: Log,
  ) {}

  async run(): Promise<void> {
    for (const { name, promise, sql } of invariants) {
      const rows = (await this.source.query(`${sql} LIMIT 100`)) as unknown[];
      // The rows themselves stay out of the log: they are ids today, and nobody promised that.
      await this.note(name, rows.length, { promise });
    }
    const rows = <T>(text: string, values: unknown[] = []): Promise<T[]> => this.source.query(text, values);
    const { faults } = await verifyJournal(rows);
    await this.note('journal-chain', faults.length, { promise: 'R12: the journal is what was sealed', faults });
  }

  private async note(name: string, brokenRows: number, said: Record<string, unknown>): Promise<void> {
    await this.source.query(
      `INSERT INTO invariant_result (name, broken_rows) VALUES ($1, $2)
       ON CONFLICT (name) DO UPDATE SET broken_rows = $2, checked_at = clock_timestamp()`,
      [name, brokenRows],
    );
    if (brokenRows > 0) this.log.error('invariant.broken', { name, rows: brokenRows, ...said });
  }
}
