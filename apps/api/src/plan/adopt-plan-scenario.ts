import type { AnswerOf, plan as contract, InputOf } from '@commonlot/contracts';
import { applyScenario, Problem, savePlanLines } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { DraftLines } from './draft-lines.js';
import { PlanRepository } from './plan.repository.js';
import { PlanScenarioRepository } from './plan-scenario.repository.js';

type Contract = typeof contract.adoptPlanScenario;

/** Makes the draft what a scenario makes of it, all of it or nothing. */
@Injectable()
export class AdoptPlanScenario {
  constructor(
    private readonly transactions: Transactions,
    private readonly plans: PlanRepository,
    private readonly scenarios: PlanScenarioRepository,
    private readonly drafts: DraftLines,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const asked = { ...params, revision: body.revision };
      const [scenario, version] = await this.scenarios.lock(tx, asked, 'adopt-scenario');
      if (version.revision !== body.versionRevision) throw new Problem('record.stale', { revision: version.revision });
      const before = await this.plans.lines(tx, version.id);
      const { faults, ...result } = applyScenario(before, version.totalCents, scenario.adjustments);
      if (faults.length > 0) throw new Problem('plan.scenario-unfit', { faults });

      const draft = { ...savePlanLines({ ...result, state: version.state }), before };
      const cause = { scenarioId: scenario.id };
      const versionRevision = await this.drafts.replace(tx, version, draft, 'plan-version.scenario-adopted', cause);
      await this.scenarios.addAuthorsAsDrafters(tx, scenario);
      const adopted = { adoptedBy: actor.personId, adoptedAt: tx.now };
      const revision = await this.scenarios.update(tx, scenario, adopted);
      return { revision, versionRevision, unassignedCents: draft.unassignedCents };
    });
  }
}
