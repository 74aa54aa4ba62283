import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/index.js';
import { AdoptPlanScenario } from './adopt-plan-scenario.js';
import { ApprovePlanVersion } from './approve-plan-version.js';
import { ChangePlanComment } from './change-plan-comment.js';
import { CreatePlanComment } from './create-plan-comment.js';
import { CreatePlanScenario } from './create-plan-scenario.js';
import { CreatePlanVersion } from './create-plan-version.js';
import { DraftLines } from './draft-lines.js';
import { EnterPlanVersionIntoForce } from './enter-plan-version-into-force.js';
import { MinisterOffice } from './minister-office.js';
import { PlanController } from './plan.controller.js';
import { Plan } from './plan.js';
import { PlanQueries } from './plan.queries.js';
import { PlanRepository } from './plan.repository.js';
import { PlanCommentController } from './plan-comment.controller.js';
import { PlanCommentQueries } from './plan-comment.queries.js';
import { PlanCommentRepository } from './plan-comment.repository.js';
import { PlanDifferenceQueries } from './plan-difference.queries.js';
import { PlanMentions } from './plan-mentions.js';
import { PlanScenarioController } from './plan-scenario.controller.js';
import { PlanScenarioQueries } from './plan-scenario.queries.js';
import { PlanScenarioRepository } from './plan-scenario.repository.js';
import { PlanStepsRepository } from './plan-steps.repository.js';
import { PreviewPlanImport } from './preview-plan-import.js';
import { ReadPlanDocument } from './read-plan-document.js';
import { RecordPlanStep } from './record-plan-step.js';
import { RemovePlanScenario } from './remove-plan-scenario.js';
import { ReopenPlanComment } from './reopen-plan-comment.js';
import { ResolvePlanComment } from './resolve-plan-comment.js';
import { SavePlanLines } from './save-plan-lines.js';
import { SavePlanScenario } from './save-plan-scenario.js';
import { SavePlanSteps } from './save-plan-steps.js';
import { SendBackPlanVersion } from './send-back-plan-version.js';
import { SubmitPlanVersion } from './submit-plan-version.js';
import { WithdrawPlanComment } from './withdraw-plan-comment.js';

/**
 * The distribution plan of a year (law of 19 April 2002, art. 23) in versions. A version is drafted, submitted, approved
 * by a second person and put in force by its royal decree; then it gives its lines their money in the ledger and takes
 * the place of the version before it. A line (`plan_line`) lasts through the versions of its year: calls, decisions and
 * money hang on the line. Other modules read the plan in force through `Plan`.
 */
@Module({
  imports: [LedgerModule],
  controllers: [PlanController, PlanScenarioController, PlanCommentController],
  providers: [
    AdoptPlanScenario,
    ApprovePlanVersion,
    ChangePlanComment,
    CreatePlanComment,
    CreatePlanScenario,
    CreatePlanVersion,
    DraftLines,
    EnterPlanVersionIntoForce,
    MinisterOffice,
    Plan,
    PlanCommentQueries,
    PlanCommentRepository,
    PlanDifferenceQueries,
    PlanMentions,
    PlanQueries,
    PlanRepository,
    PlanScenarioQueries,
    PlanScenarioRepository,
    PreviewPlanImport,
    RemovePlanScenario,
    ReopenPlanComment,
    ResolvePlanComment,
    ReadPlanDocument,
    SavePlanLines,
    SavePlanScenario,
    PlanStepsRepository,
    RecordPlanStep,
    SavePlanSteps,
    SendBackPlanVersion,
    SubmitPlanVersion,
    WithdrawPlanComment,
  ],
  exports: [Plan],
})
export class PlanModule {}
