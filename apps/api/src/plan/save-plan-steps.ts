import type { AnswerOf, plan as contract, InputOf } from '@commonlot/contracts';
import { configurePlanSteps, type PlanStep } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { PlanRepository } from './plan.repository.js';
import { PlanStepsRepository } from './plan-steps.repository.js';

type Contract = typeof contract.savePlanSteps;

/**
 * Says which steps a version requires before its decree. Whoever does has a hand in the version and does not approve it:
 * otherwise one person could strike a step and approve the plan that lacks it.
 */
@Injectable()
export class SavePlanSteps {
  constructor(
    private readonly transactions: Transactions,
    private readonly plans: PlanRepository,
    private readonly steps: PlanStepsRepository,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const version = await this.plans.lock(tx, params.versionId, body.revision);
      const after = configurePlanSteps(version.state, body.required);
      const before = await this.steps.load(tx, version.id);
      const revision = await this.plans.update(tx, version, {});
      await this.plans.addDrafter(tx, version.id);
      await this.steps.saveRequired(tx, version.id, after);
      await tx.record({
        type: 'plan-version.steps-saved',
        subjectId: version.id,
        before: { requiredSteps: requiredOf(before) },
        after: { requiredSteps: requiredOf(after) },
      });
      return { revision };
    });
  }
}

const requiredOf = (steps: readonly Pick<PlanStep, 'kind' | 'isRequired'>[]) =>
  steps.filter(({ isRequired }) => isRequired).map(({ kind }) => kind);
