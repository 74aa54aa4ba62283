import { Injectable } from '@nestjs/common';
import { type Job, systemActor, Transactions } from '../platform/index.js';
import { AwardProjection } from './award.projection.js';

/** Shows an award as it is now, after its release, a payment or a correction. The subject is a decision or a payment. */
@Injectable()
export class RefreshAward implements Job {
  readonly name = 'refresh-award';

  constructor(
    private readonly transactions: Transactions,
    private readonly projection: AwardProjection,
  ) {}

  async run(subjectId: string): Promise<void> {
    await this.transactions.run(systemActor, async (tx) => {
      const [decision] = await tx.query<{ id: string; organisationId: string }>(
        `SELECT d.id, d.organisation_id AS "organisationId" FROM decision d WHERE d.id = $1
           OR d.id = (SELECT decision_id FROM payment WHERE id = $1)`,
        [subjectId],
      );
      if (decision !== undefined) await this.projection.project(tx, decision.organisationId, decision.id);
    });
  }
}
