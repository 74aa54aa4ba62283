import type { AnswerOf, plan as contract, InputOf } from '@commonlot/contracts';
import { brusselsDay, recordPlanStep, stepOf } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { PlanRepository } from './plan.repository.js';
import { dayFieldOf, PlanStepsRepository } from './plan-steps.repository.js';

type Contract = typeof contract.recordPlanStep;

/** Records the day and the reference of an advice, an agreement, the Council or the publication, or corrects them. */
@Injectable()
export class RecordPlanStep {
  constructor(
    private readonly transactions: Transactions,
    private readonly plans: PlanRepository,
    private readonly steps: PlanStepsRepository,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const version = await this.plans.lock(tx, params.versionId, body.revision);
      const steps = await this.steps.load(tx, version.id);
      const { state, decreeOn } = version;
      const step = recordPlanStep({ state, decreeOn, steps }, { ...body, kind: params.kind }, brusselsDay(tx.now));
      const before = stepOf(steps, step.kind);
      const revision = await this.plans.update(tx, version, {});
      await this.steps.saveDone(tx, version.id, step);
      await tx.record({
        type: 'plan-version.step-recorded',
        subjectId: version.id,
        before: { [dayFieldOf[step.kind]]: before?.doneOn ?? null },
        after: { [dayFieldOf[step.kind]]: step.doneOn },
      });
      return { revision };
    });
  }
}
