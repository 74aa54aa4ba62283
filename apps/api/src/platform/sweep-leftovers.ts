import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { CONFIG, type Config } from './config.js';
import { namesIn, writtenAt } from './files-in-folder.js';
import { FileStore, isFileId } from './files-store.js';
import type { Job } from './jobs.js';
import { Log } from './log.js';

const page = 1_000;

/**
 * Takes away what nothing names any more, a day after it came: halves of uploads that broke off with the process, bytes
 * whose row was never committed, and counters of windows that are over. A day is longer than any upload takes.
 */
@Injectable()
export class SweepLeftovers implements Job {
  readonly name = 'sweep-leftovers';
  readonly schedule = '17 * * * *';

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @InjectDataSource() private readonly source: DataSource,
    private readonly store: FileStore,
    private readonly log: Log,
  ) {}

  async run(): Promise<void> {
    const [{ before }] = (await this.source.query(`SELECT now() - interval '1 day' AS before`)) as [{ before: Date }];
    const files = (await this.sweepHalves(before)) + (await this.sweepOrphans(before));
    await this.source.query(`DELETE FROM rate_window WHERE window_start < now() - interval '1 day'`);
    await this.source.query(`DELETE FROM idempotency WHERE created_at < now() - interval '30 days'`);
    if (files > 0) this.log.info('files.swept', { files });
  }

  /** Halves on this machine. Anything else in the folder is not ours to touch. */
  private async sweepHalves(before: Date): Promise<number> {
    let swept = 0;
    for (const folder of await namesIn(this.config.FILES_DIRECTORY)) {
      for (const name of await namesIn(join(this.config.FILES_DIRECTORY, folder))) {
        if (!name.endsWith('.part') || !isFileId(name.slice(0, -5))) continue;
        const path = join(this.config.FILES_DIRECTORY, folder, name);
        const at = await writtenAt(path);
        if (at === null || at >= before) continue;
        await rm(path, { force: true });
        swept += 1;
      }
    }
    return swept;
  }

  /** Bytes without a row, wherever files are kept. */
  private async sweepOrphans(before: Date): Promise<number> {
    let swept = 0;
    let old: string[] = [];
    const sweep = async () => {
      const orphans = (await this.source.query(
        `SELECT id::text AS id FROM unnest($1::uuid[]) AS id WHERE NOT EXISTS (SELECT 1 FROM stored_file s WHERE s.id = id.id)`,
        [old],
      )) as { id: string }[];
      for (const { id } of orphans) await this.store.remove(id);
      swept += orphans.length;
      old = [];
    };
    for await (const { id, keptAt } of this.store.list()) {
      if (keptAt < before) old.push(id);
      if (old.length === page) await sweep();
    }
    await sweep();
    return swept;
  }
}
