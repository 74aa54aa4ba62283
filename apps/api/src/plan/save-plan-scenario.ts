import type { AnswerOf, plan as contract, InputOf } from '@commonlot/contracts';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { PlanScenarioRepository } from './plan-scenario.repository.js';

type Contract = typeof contract.savePlanScenario;

/** Saves the name and the adjustments of a scenario that was not adopted. */
@Injectable()
export class SavePlanScenario {
  constructor(
    private readonly transactions: Transactions,
    private readonly scenarios: PlanScenarioRepository,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const { revision: seen, ...change } = body;
      const asked = { scenarioId: params.scenarioId, revision: seen };
      const [scenario, version] = await this.scenarios.lock(tx, asked, 'save-scenario');
      const revision = await this.scenarios.update(tx, scenario, change);
      await tx.record({
        type: 'plan-version.scenario-saved',
        subjectId: version.id,
        before: { scenarioId: scenario.id, adjustments: scenario.adjustments },
        after: { scenarioId: scenario.id, adjustments: change.adjustments },
      });
      return { revision };
    });
  }
}
