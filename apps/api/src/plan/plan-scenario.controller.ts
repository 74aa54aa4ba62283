import { type AnswerOf, plan as contract, type InputOf } from '@commonlot/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, ActorParam, Handles, Input } from '../platform/index.js';
import { AdoptPlanScenario } from './adopt-plan-scenario.js';
import { CreatePlanScenario } from './create-plan-scenario.js';
import { PlanScenarioQueries } from './plan-scenario.queries.js';
import { RemovePlanScenario } from './remove-plan-scenario.js';
import { SavePlanScenario } from './save-plan-scenario.js';

/** The endpoints of scenarios, one handler each. */
@Controller()
export class PlanScenarioController {
  constructor(
    private readonly queries: PlanScenarioQueries,
    private readonly createScenario: CreatePlanScenario,
    private readonly saveScenario: SavePlanScenario,
    private readonly removeScenario: RemovePlanScenario,
    private readonly adoptScenario: AdoptPlanScenario,
  ) {}

  @Handles(contract.listPlanScenarios)
  list(
    @Input() { params }: InputOf<typeof contract.listPlanScenarios>,
  ): Promise<AnswerOf<typeof contract.listPlanScenarios>> {
    return this.queries.scenarios(params.versionId);
  }

  @Handles(contract.createPlanScenario)
  create(
    @ActorParam() actor: Actor,
    @Input() input: InputOf<typeof contract.createPlanScenario>,
  ): Promise<AnswerOf<typeof contract.createPlanScenario>> {
    return this.createScenario.execute(actor, input);
  }

  @Handles(contract.savePlanScenario)
  save(
    @ActorParam() actor: Actor,
    @Input() input: InputOf<typeof contract.savePlanScenario>,
  ): Promise<AnswerOf<typeof contract.savePlanScenario>> {
    return this.saveScenario.execute(actor, input);
  }

  @Handles(contract.removePlanScenario)
  remove(
    @ActorParam() actor: Actor,
    @Input() input: InputOf<typeof contract.removePlanScenario>,
  ): Promise<AnswerOf<typeof contract.removePlanScenario>> {
    return this.removeScenario.execute(actor, input);
  }

  @Handles(contract.adoptPlanScenario)
  adopt(
    @ActorParam() actor: Actor,
    @Input() input: InputOf<typeof contract.adoptPlanScenario>,
  ): Promise<AnswerOf<typeof contract.adoptPlanScenario>> {
    return this.adoptScenario.execute(actor, input);
  }
}
