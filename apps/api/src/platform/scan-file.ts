import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from './config.js';
import { Database } from './database.js';
import { Files } from './files.js';
import type { Job } from './jobs.js';
import { scanStream } from './scan-stream.js';
import { Transactions } from './transactions.js';
import { systemActor } from './tx.js';

const patienceMs = 60_000;

/**
 * Asks the virus scanner about one file. While the scanner is away the job fails and comes back, and the file stays
 * readable and marked as not scanned yet: people work on. From an infected verdict on nobody opens it any more.
 */
@Injectable()
export class ScanFile implements Job {
  readonly name = 'scan-file';

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly files: Files,
    private readonly transactions: Transactions,
  ) {}

  async run(fileId: string): Promise<void> {
    if (this.config.CLAMD_URL === undefined) return;
    const file = await this.database.row(
      `SELECT 1 FROM stored_file WHERE id = $1 AND scan_state IN ('pending', 'not-scanned')`,
      [fileId],
    );
    if (file === null) return;
    const verdict = await scanStream(this.config.CLAMD_URL, await this.files.read(fileId), patienceMs);
    await this.transactions.run(systemActor, async (tx) => {
      const judged = await tx.query(
        `WITH judged AS (UPDATE stored_file SET scan_state = $2
           WHERE id = $1 AND scan_state IN ('pending', 'not-scanned') RETURNING id)
         SELECT id FROM judged`,
        [fileId, verdict.state],
      );
      if (judged.length > 0) await tx.record({ type: 'file.scanned', subjectId: fileId, after: { ...verdict } });
    });
  }
}
