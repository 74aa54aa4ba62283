import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Job } from './jobs.js';
import { Log } from './log.js';

interface Head {
  readonly sealed: number;
  readonly head_number: number | string;
  readonly head_hash: string;
}

/**
 * Seals the entries of the journal that were committed since (R12). The head of the chain goes to the log, and with it
 * out of this database: whoever cuts the tail or rebuilds the chain cannot take back what was written elsewhere.
 */
@Injectable()
export class SealJournal implements Job {
  readonly name = 'seal-journal';
  readonly schedule = '* * * * *';

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly log: Log,
  ) {}

  async run(): Promise<void> {
    for (;;) {
      const [head] = (await this.source.query('SELECT * FROM seal_journal()')) as Head[];
      if (head === undefined || head.sealed === 0) return;
      this.log.info('journal.sealed', { entries: head.sealed, anchor: `${head.head_number}:${head.head_hash}` });
    }
  }
}
