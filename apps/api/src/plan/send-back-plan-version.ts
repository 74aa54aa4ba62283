import type { AnswerOf, plan as contract, InputOf } from '@commonlot/contracts';
import { planLifecycle } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { MinisterOffice } from './minister-office.js';
import { PlanRepository } from './plan.repository.js';
import { doneDays, PlanStepsRepository } from './plan-steps.repository.js';

type Contract = typeof contract.sendBackPlanVersion;

/** Sends a submitted or approved version back to draft, with the reason; it must be submitted and approved anew. */
@Injectable()
export class SendBackPlanVersion {
  constructor(
    private readonly transactions: Transactions,
    private readonly plans: PlanRepository,
    private readonly steps: PlanStepsRepository,
    private readonly office: MinisterOffice,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const version = await this.plans.lock(tx, params.versionId, body.revision);
      const state = planLifecycle.next(version.state, 'sendBack');
      const revision = await this.plans.update(tx, version, {
        state,
        submittedBy: null,
        submittedAt: null,
        approvedBy: null,
        approvedAt: null,
        returnReason: body.reason,
      });
      const steps = await this.steps.load(tx, version.id);
      await this.steps.clear(tx, version.id);
      await tx.record({
        type: 'plan-version.sent-back',
        subjectId: version.id,
        before: { state: version.state, ...doneDays(steps) },
        after: { state },
      });
      await this.office.tell(tx, version, { type: 'sent-back', reason: body.reason });
      return { revision };
    });
  }
}
