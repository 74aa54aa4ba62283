import { Injectable } from '@nestjs/common';
import { Database, Files, type Job } from '../platform/index.js';

/**
 * Takes the bytes of a file off the disk a day after somebody removed it from a draft or threw the draft away. Its row and its hash stay: the
 * journal names them.
 */
@Injectable()
export class DiscardRemovedFiles implements Job {
  readonly name = 'discard-removed-files';
  readonly schedule = '27 * * * *';

  constructor(
    private readonly database: Database,
    private readonly files: Files,
  ) {}

  async run(): Promise<void> {
    const removed = await this.database.rows<{ id: string }>(
      `SELECT file_id AS id FROM application_file WHERE removed_at < now() - interval '1 day'`,
    );
    for (const { id } of removed) await this.files.discard(id);
  }
}
