import { Injectable } from '@nestjs/common';
import { type Job, systemActor, Transactions } from '../platform/index.js';
import { PlanProjection } from './plan.projection.js';

/** The plan that the subject belongs to: a version, a call, a batch, a decision or a payment. Ids are unique over all. */
const planOfSubject = `
  SELECT plan_id AS id FROM plan_version WHERE id = $1
  UNION SELECT l.plan_id FROM plan_line l WHERE l.id IN (
    SELECT line_id FROM call WHERE id = $1
    UNION SELECT line_id FROM decision_batch WHERE id = $1
    UNION SELECT line_id FROM decision WHERE id = $1
    UNION SELECT d.line_id FROM payment p JOIN decision d ON d.id = p.decision_id WHERE p.id = $1)`;

/** Shows a plan with its figures as they are now: a version entered into force, or money moved on one of its lines. */
@Injectable()
export class RefreshPlan implements Job {
  readonly name = 'refresh-plan';

  constructor(
    private readonly transactions: Transactions,
    private readonly projection: PlanProjection,
  ) {}

  async run(subjectId: string): Promise<void> {
    await this.transactions.run(systemActor, async (tx) => {
      const [plan] = await tx.query<{ id: string }>(planOfSubject, [subjectId]);
      if (plan !== undefined) await this.projection.project(tx, plan.id);
    });
  }
}
