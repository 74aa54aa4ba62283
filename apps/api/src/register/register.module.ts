import { Module } from '@nestjs/common';
import { AwardProjection } from './award.projection.js';
import { AwardQueries } from './award.queries.js';
import { AwardSearchQueries } from './award-search.queries.js';
import { AwardSums } from './award-sums.js';
import { CallProjection } from './call.projection.js';
import { CorrectAward } from './correct-award.js';
import { HomeQueries } from './home.queries.js';
import { PlanProjection } from './plan.projection.js';
import { PlanYearsQueries } from './plan-years.queries.js';
import { PublicCallQueries } from './public-call.queries.js';
import { PublicDifferenceQueries } from './public-difference.queries.js';
import { PublicPlanQueries } from './public-plan.queries.js';
import { RefreshAward } from './refresh-award.js';
import { RefreshCall } from './refresh-call.js';
import { RefreshOrganisation } from './refresh-organisation.js';
import { RefreshPlan } from './refresh-plan.js';
import { RegisterController } from './register.controller.js';

/**
 * What everybody may read: the plan, the calls, the awards and who got them.
 *
 * The pages read tables of their own (schema `register`) with a role that sees nothing else. Jobs recompute those tables
 * from the truth after each event; they add nothing up over time, so that a repeated, late or doubled run does no harm.
 * Public is what was released: an award that is signed and not released shows in no row and in no sum.
 * No natural person and no address ever enters these tables.
 */
@Module({
  controllers: [RegisterController],
  providers: [
    AwardProjection,
    AwardQueries,
    AwardSearchQueries,
    AwardSums,
    CallProjection,
    CorrectAward,
    HomeQueries,
    PlanProjection,
    PlanYearsQueries,
    PublicCallQueries,
    PublicDifferenceQueries,
    PublicPlanQueries,
    RefreshAward,
    RefreshCall,
    RefreshOrganisation,
    RefreshPlan,
  ],
  exports: [RefreshAward, RefreshCall, RefreshOrganisation, RefreshPlan],
})
export class RegisterModule {}
