import { PersonRow } from './access/person.entity.js';
import { ApplicationRow } from './applications/application.entity.js';
import { CallRow } from './calls/call.entity.js';
import { DecisionRow } from './decisions/decision.entity.js';
import { DecisionBatchRow } from './decisions/decision-batch.entity.js';
import { DirectFileRow } from './decisions/direct-file.entity.js';
import { BankAccountRow } from './organisations/bank-account.entity.js';
import { OrganisationRow } from './organisations/organisation.entity.js';
import { PaymentRow } from './payments/payment.entity.js';
import { PlanCommentRow } from './plan/plan-comment.entity.js';
import { PlanScenarioRow } from './plan/plan-scenario.entity.js';
import { PlanVersionRow } from './plan/plan-version.entity.js';
import { ReviewAssignmentRow } from './reviews/review-assignment.entity.js';

/** Every row that TypeORM writes. Columns only: no relations, cascades or methods. */
export const entities = [
  PersonRow,
  OrganisationRow,
  BankAccountRow,
  PlanCommentRow,
  PlanScenarioRow,
  PlanVersionRow,
  CallRow,
  ApplicationRow,
  ReviewAssignmentRow,
  DirectFileRow,
  DecisionBatchRow,
  DecisionRow,
  PaymentRow,
] as const;
