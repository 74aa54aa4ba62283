import { type AnswerOf, register as contract, type InputOf } from '@commonlot/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, ActorParam, Handles, Input } from '../platform/index.js';
import { AwardQueries } from './award.queries.js';
import { AwardSearchQueries } from './award-search.queries.js';
import { CorrectAward } from './correct-award.js';
import { HomeQueries } from './home.queries.js';
import { PlanYearsQueries } from './plan-years.queries.js';
import { PublicCallQueries } from './public-call.queries.js';
import { PublicDifferenceQueries } from './public-difference.queries.js';
import { PublicPlanQueries } from './public-plan.queries.js';

@Controller()
export class RegisterController {
  constructor(
    private readonly home: HomeQueries,
    private readonly plans: PublicPlanQueries,
    private readonly planYears: PlanYearsQueries,
    private readonly differences: PublicDifferenceQueries,
    private readonly search: AwardSearchQueries,
    private readonly awards: AwardQueries,
    private readonly calls: PublicCallQueries,
    private readonly correctAward: CorrectAward,
  ) {}

  @Handles(contract.readHome)
  readHome(): Promise<AnswerOf<typeof contract.readHome>> {
    return this.home.read();
  }

  @Handles(contract.readPublicPlan)
  readPlan(@Input() { params, query }: InputOf<typeof contract.readPublicPlan>) {
    return this.plans.read(params.year, query.version ?? null);
  }

  @Handles(contract.readPlanYears)
  readPlanYears(): Promise<AnswerOf<typeof contract.readPlanYears>> {
    return this.planYears.read();
  }

  @Handles(contract.readPublicPlanDifference)
  readPlanDifference(@Input() { params, query }: InputOf<typeof contract.readPublicPlanDifference>) {
    const { from, to, fromYear = params.year } = query;
    return this.differences.read({ year: fromYear, number: from }, { year: params.year, number: to });
  }

  @Handles(contract.listAwards)
  listAwards(@Input() { query }: InputOf<typeof contract.listAwards>) {
    return this.search.list(query);
  }

  @Handles(contract.readAward)
  readAward(@Input() { params }: InputOf<typeof contract.readAward>) {
    return this.awards.read(params.number);
  }

  @Handles(contract.readPublicOrganisation)
  readOrganisation(@Input() { params }: InputOf<typeof contract.readPublicOrganisation>) {
    return this.awards.readOrganisation(params.enterpriseNumber);
  }

  @Handles(contract.listPublicCalls)
  listCalls(): Promise<AnswerOf<typeof contract.listPublicCalls>> {
    return this.calls.list();
  }

  @Handles(contract.readPublicCall)
  readCall(@Input() { params }: InputOf<typeof contract.readPublicCall>) {
    return this.calls.read(params.number);
  }

  @Handles(contract.correctAward)
  correct(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.correctAward>) {
    return this.correctAward.execute(actor, input);
  }
}
