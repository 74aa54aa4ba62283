import { Problem, type ProblemCode } from '@commonlot/domain';

/** What a refusal of the database means to people, by the name of the constraint. */
const problemOfConstraint: Record<string, ProblemCode> = {
  ledger_account_not_overspent: 'ledger.overspent',
  // Begun before the month ended and entered after it was closed: asked again, it is dated into the month that runs.
  ledger_entry_month_open: 'service.unavailable',
  ledger_entry_year_open: 'ledger.year-closed',
  ledger_entry_advance: 'payment.above-ceiling',
  overrun_four_eyes: 'ledger.same-person',
  year_closing_four_eyes: 'ledger.same-person',
  year_closing_return_four_eyes: 'ledger.same-person',
  year_closing_one_prepared: 'record.duplicate',
  year_closing_number: 'record.duplicate',
  month_closing_once: 'record.duplicate',
  organisation_number: 'organisation.duplicate',
  organisation_enterprise_number_key: 'organisation.duplicate',
  organisation_member_representative: 'membership.last-representative',
  person_role_separation: 'person.roles-apart',
  bank_account_four_eyes: 'bank-account.same-person',
  bank_account_one_proposed: 'record.duplicate',
  plan_version_balanced: 'plan.unbalanced',
  plan_version_sum: 'plan.unbalanced',
  plan_version_four_eyes: 'plan.same-person',
  plan_version_after_accounts: 'plan.accounts-missing',
  plan_version_steps_done: 'plan.steps-open',
  plan_version_step_turn: 'lifecycle.not-allowed',
  plan_version_line_draft: 'lifecycle.not-allowed',
  plan_comment_said: 'lifecycle.not-allowed',
  plan_scenario_name: 'record.duplicate',
  application_one_per_call: 'application.duplicate',
  application_call_open: 'call.not-open',
  review_not_own_organisation: 'review.reviewer-unfit',
  decision_batch_four_eyes: 'decision.same-person',
  decision_act_complete: 'decision.incomplete',
  decision_one_per_application: 'record.duplicate',
  decision_one_per_direct_file: 'record.duplicate',
  decision_batch_one_per_call: 'record.duplicate',
  payment_four_eyes: 'payment.same-person',
  payment_within_award: 'payment.blocked',
  award_reduction_four_eyes: 'reduction.same-person',
  award_reduction_one_open: 'reduction.open',
  repayment_four_eyes: 'repayment.same-person',
  repayment_receipt_four_eyes: 'repayment.same-person',
  repayment_receipt_once: 'record.duplicate',
  repayment_within_paid: 'repayment.too-high',
};

interface DriverError {
  code?: string;
  constraint?: string;
  message?: string;
}

/**
 * The database is away for a moment, or too busy, and asked again it may do it: connection (08), resources (53), the
 * operator or a time limit (57014, 57P0x), its disk (58), a lock that did not come (55P03), two transactions in each
 * other's way (40001, 40P01), a standby that is not yet in charge (25006); and what sockets say.
 */
const passing =
  /^(?:08|53|57014|57P0|58|55P03|40001|40P01|25006|ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)/;

/** What the driver says, without any code, of a connection that ended under it or did not come to be. */
const lost =
  /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

/** The Problem that a database error stands for; any other error comes back as it is and is a bug. */
export function translateDatabaseError(error: unknown): unknown {
  const driver = (error as { driverError?: DriverError } | null)?.driverError ?? (error as DriverError | null);
  const code = driver?.constraint === undefined ? undefined : problemOfConstraint[driver.constraint];
  if (code !== undefined) return new Problem(code);
  if (passing.test(driver?.code ?? '') || (driver?.code === undefined && lost.test(driver?.message ?? ''))) {
    return new Problem('service.unavailable');
  }
  return error;
}
