import type { AnswerOf, plan as contract, InputOf } from '@commonlot/contracts';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { PlanScenarioRepository } from './plan-scenario.repository.js';

type Contract = typeof contract.removePlanScenario;

/** Throws a scenario away; what it said stays in the journal. */
@Injectable()
export class RemovePlanScenario {
  constructor(
    private readonly transactions: Transactions,
    private readonly scenarios: PlanScenarioRepository,
  ) {}

  execute(actor: Actor, { params, query }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const asked = { ...params, ...query };
      const [scenario, version] = await this.scenarios.lock(tx, asked, 'remove-scenario', { isAdoptedToo: true });
      await this.scenarios.remove(tx, scenario);
      await tx.record({
        type: 'plan-version.scenario-removed',
        subjectId: version.id,
        before: { scenarioId: scenario.id, adjustments: scenario.adjustments },
      });
      return { revision: scenario.revision };
    });
  }
}
