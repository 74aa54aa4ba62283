import type { applications, InputOf, ResponseOf } from '@commonlot/contracts';
import { Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { ApplicationRepository } from './application.repository.js';
import { requireReleased } from './own-state.js';

type Contract = typeof applications.removeFile;

/** Takes a file off a draft. From then on nobody reads it. */
@Injectable()
export class RemoveFile {
  constructor(
    private readonly transactions: Transactions,
    private readonly applications: ApplicationRepository,
  ) {}

  execute(actor: Actor, { params }: InputOf<Contract>): Promise<ResponseOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const application = await this.applications.lockOwn(tx, params.applicationId, 'edit');
      requireReleased(application, 'draft', 'remove');
      const removed = await tx.query(
        `WITH removed AS (UPDATE application_file SET removed_at = $3
           WHERE application_id = $1 AND file_id = $2 AND removed_at IS NULL RETURNING file_id)
         SELECT file_id FROM removed`,
        [application.id, params.fileId, tx.now],
      );
      if (removed.length === 0) throw new Problem('record.missing');
      await tx.record({
        type: 'application.file-removed',
        subjectId: application.id,
        before: { fileId: params.fileId },
      });
      return {};
    });
  }
}
