import { Injectable } from '@nestjs/common';
import { type Job, systemActor, Transactions } from '../platform/index.js';
import { CallProjection } from './call.projection.js';

/** The calls that the subject changes: a call, a batch of decisions, or a plan version that may give lines new codes. */
const callsOfSubject = `
  SELECT id FROM call WHERE id = $1
  UNION SELECT call_id FROM decision_batch WHERE id = $1 AND call_id IS NOT NULL
  UNION SELECT b.call_id FROM decision d JOIN decision_batch b ON b.id = d.batch_id
    WHERE d.id = $1 AND b.call_id IS NOT NULL
  UNION SELECT c.id FROM plan_version v JOIN plan_line l ON l.plan_id = v.plan_id JOIN call c ON c.line_id = l.id
    WHERE v.id = $1
  ORDER BY id`;

/** Shows a call as it is now: published, cancelled, decided, settled. */
@Injectable()
export class RefreshCall implements Job {
  readonly name = 'refresh-call';

  constructor(
    private readonly transactions: Transactions,
    private readonly projection: CallProjection,
  ) {}

  async run(subjectId: string): Promise<void> {
    await this.transactions.run(systemActor, async (tx) => {
      for (const { id } of await tx.query<{ id: string }>(callsOfSubject, [subjectId])) {
        await this.projection.project(tx, id);
      }
    });
  }
}
