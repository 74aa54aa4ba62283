import type { AnswerOf, plan as contract, InputOf } from '@commonlot/contracts';
import { submitPlan } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { MinisterOffice } from './minister-office.js';
import { PlanRepository } from './plan.repository.js';

type Contract = typeof contract.submitPlanVersion;

/** Hands a draft that adds up over to a second person for approval. */
@Injectable()
export class SubmitPlanVersion {
  constructor(
    private readonly transactions: Transactions,
    private readonly plans: PlanRepository,
    private readonly office: MinisterOffice,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const version = await this.plans.lock(tx, params.versionId, body.revision);
      const { state } = submitPlan(await this.plans.facts(tx, version));
      const change = { state, submittedBy: actor.personId, submittedAt: tx.now, returnReason: null };
      const revision = await this.plans.update(tx, version, change);
      await tx.record({
        type: 'plan-version.submitted',
        subjectId: version.id,
        before: { state: version.state },
        after: { state, totalCents: version.totalCents },
      });
      await this.office.tell(tx, version, { type: 'submitted' });
      return { revision };
    });
  }
}
