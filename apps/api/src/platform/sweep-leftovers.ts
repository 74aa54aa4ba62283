import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { CONFIG, type Config } from './config.js';
import type { Job } from './jobs.js';
import { Log } from './log.js';

const storedName = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

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
    private readonly log: Log,
  ) {}

  async run(): Promise<void> {
    const [{ before }] = (await this.source.query(`SELECT now() - interval '1 day' AS before`)) as [{ before: Date }];
    let files = 0;
    for (const folder of await namesIn(this.config.FILES_DIRECTORY)) {
      for (const path of await this.leftoversIn(join(this.config.FILES_DIRECTORY, folder))) {
        if (!(await isOlder(path, before))) continue;
        await rm(path, { force: true });
        files += 1;
      }
    }
    await this.source.query(`DELETE FROM rate_window WHERE window_start < now() - interval '1 day'`);
    await this.source.query(`DELETE FROM idempotency WHERE created_at < now() - interval '30 days'`);
    if (files > 0) this.log.info('files.swept', { files });
  }

  /** Halves, and files without a row. Anything else in the folder is not ours to touch. */
  private async leftoversIn(folder: string): Promise<string[]> {
    const names = await namesIn(folder);
    const halves = names.filter((name) => name.endsWith('.part') && storedName.test(name.slice(0, -5)));
    const stored = names.filter((name) => storedName.test(name));
    const orphans = (await this.source.query(
      `SELECT id::text AS id FROM unnest($1::uuid[]) AS id WHERE NOT EXISTS (SELECT 1 FROM stored_file s WHERE s.id = id.id)`,
      [stored],
    )) as { id: string }[];
    return [...halves, ...orphans.map(({ id }) => id)].map((name) => join(folder, name));
  }
}

/** What is in a folder; nothing when it is gone or is none. */
async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  });
}

async function isOlder(path: string, before: Date): Promise<boolean> {
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
  return mtimeMs < before.getTime();
}
