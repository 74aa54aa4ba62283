import type { AnswerOf, plan as contract, InputOf } from '@commonlot/contracts';
import { approvePlan } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { PlanRepository } from './plan.repository.js';

type Contract = typeof contract.approvePlanVersion;

/** Approves a submitted version: the second pair of eyes. */
@Injectable()
export class ApprovePlanVersion {
  constructor(
    private readonly transactions: Transactions,
    private readonly plans: PlanRepository,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const version = await this.plans.lock(tx, params.versionId, body.revision);
      const { state, approvedById } = approvePlan(await this.plans.facts(tx, version), actor.personId ?? '');
      const change = { state, approvedBy: approvedById, approvedAt: tx.now };
      const revision = await this.plans.update(tx, version, change);
      await tx.record({
        type: 'plan-version.approved',
        subjectId: version.id,
        before: { state: version.state },
        after: { state, totalCents: version.totalCents },
      });
      return { revision };
    });
  }
}
