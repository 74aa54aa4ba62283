import { CreatePlatform1780000000001 } from './1780000000001-create-platform.js';
import { CreateAccess1780000000002 } from './1780000000002-create-access.js';
import { CreateOrganisations1780000000003 } from './1780000000003-create-organisations.js';
import { InsertMunicipalities1780000000004 } from './1780000000004-insert-municipalities.js';
import { CreatePlanAndLedger1780000000005 } from './1780000000005-create-plan-and-ledger.js';
import { CreateCallsAndApplications1780000000006 } from './1780000000006-create-calls-and-applications.js';
import { CreateReviewsAndDecisions1780000000007 } from './1780000000007-create-reviews-and-decisions.js';
import { CreateRegister1780000000008 } from './1780000000008-create-register.js';
import { CreateInvitations1780000000009 } from './1780000000009-create-invitations.js';
import { AddFileScans1780000000010 } from './1780000000010-add-file-scans.js';
import { SealJournal1780000000011 } from './1780000000011-seal-journal.js';
import { CompletePlan1780000000012 } from './1780000000012-complete-plan.js';
import { CreatePlanSteps1780000000013 } from './1780000000013-create-plan-steps.js';
import { CreatePlanScenarios1780000000014 } from './1780000000014-create-plan-scenarios.js';
import { PublishLineage1780000000015 } from './1780000000015-publish-lineage.js';
import { NumberAwardChanges1780000000017 } from './1780000000017-number-award-changes.js';
import { CreateReturns1780000000018 } from './1780000000018-create-returns.js';
import { CloseYears1780000000019 } from './1780000000019-close-years.js';
import { CreateBankStatements1780000000020 } from './1780000000020-create-bank-statements.js';
import { AddDeskOfPlan1780000000021 } from './1780000000021-add-desk-of-plan.js';
import { KeepLineBalances1780000000022 } from './1780000000022-keep-line-balances.js';
import { KeepEarlierSteps1780000000023 } from './1780000000023-keep-earlier-steps.js';
import { SendBackClosings1780000000024 } from './1780000000024-send-back-closings.js';

/** In order. One migration a change, hand-written SQL, forward only, never edited once landed. */
export const migrations = [
  CreatePlatform1780000000001,
  CreateAccess1780000000002,
  CreateOrganisations1780000000003,
  InsertMunicipalities1780000000004,
  CreatePlanAndLedger1780000000005,
  CreateCallsAndApplications1780000000006,
  CreateReviewsAndDecisions1780000000007,
  CreateRegister1780000000008,
  CreateInvitations1780000000009,
  AddFileScans1780000000010,
  SealJournal1780000000011,
  CompletePlan1780000000012,
  CreatePlanSteps1780000000013,
  CreatePlanScenarios1780000000014,
  PublishLineage1780000000015,
  NumberAwardChanges1780000000017,
  CreateReturns1780000000018,
  CloseYears1780000000019,
  CreateBankStatements1780000000020,
  AddDeskOfPlan1780000000021,
  KeepLineBalances1780000000022,
  KeepEarlierSteps1780000000023,
  SendBackClosings1780000000024,
] as const;
