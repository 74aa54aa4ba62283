import type { AnswerOf, plan as contract, InputOf } from '@commonlot/contracts';
import { Injectable } from '@nestjs/common';
import { type Actor, newId, Transactions } from '../platform/index.js';
import { PlanScenarioRepository } from './plan-scenario.repository.js';

type Contract = typeof contract.createPlanScenario;

/** Begins a scenario beside a draft; the draft stays what it is. */
@Injectable()
export class CreatePlanScenario {
  constructor(
    private readonly transactions: Transactions,
    private readonly scenarios: PlanScenarioRepository,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const version = await this.scenarios.lockDraft(tx, params.versionId, 'create-scenario');
      const id = newId();
      await this.scenarios.insert(tx, { id, versionId: version.id, ...body });
      await tx.record({
        type: 'plan-version.scenario-created',
        subjectId: version.id,
        after: { scenarioId: id, adjustments: body.adjustments },
      });
      return { id, revision: 0 };
    });
  }
}
