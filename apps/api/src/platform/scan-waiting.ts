import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { CONFIG, type Config } from './config.js';
import type { Job } from './jobs.js';

/**
 * Queues the files that still wait: those whose job gave up while the scanner was away for long, and those that people
 * sent before there was a scanner. Letters are our own and are not scanned; bytes of removed files are gone.
 */
@Injectable()
export class ScanWaiting implements Job {
  readonly name = 'scan-waiting';
  readonly schedule = '*/10 * * * *';

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @InjectDataSource() private readonly source: DataSource,
  ) {}

  async run(): Promise<void> {
    if (this.config.CLAMD_URL === undefined) return;
    await this.source.query(
      `SELECT graphile_worker.add_job('scan-file', json_build_object('subjectId', id), job_key => 'scan-file:' || id)
       FROM (SELECT id FROM stored_file s
         WHERE scan_state IN ('pending', 'not-scanned') AND uploaded_by IS NOT NULL
           AND uploaded_at < app_now() - interval '10 minutes'
           AND NOT EXISTS (SELECT 1 FROM application_file f WHERE f.file_id = s.id AND f.removed_at IS NOT NULL)
         ORDER BY uploaded_at LIMIT 500) waiting`,
    );
  }
}
