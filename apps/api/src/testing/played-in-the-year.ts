/**
 * Endpoints that move a record of which there is one in the right state at the right time: the fuzz breaks them, and the
 * seeded year is where they succeed. Each test fails when the other one would have to take an endpoint over.
 */
export const playedInTheYear: readonly string[] = [
  'applications.admitApplication',
  'applications.excludeApplication',
  'applications.startApplication',
  'applications.submitApplication',
  'applications.withdrawApplication',
  'calls.cancelCall',
  'calls.publishCall',
  'decisions.createBatch',
  'decisions.releaseBatch',
  'decisions.signBatch',
  'organisations.proposeBankAccount',
  'payments.approvePayment',
  'payments.confirmPayment',
  'payments.preparePayment',
  'payments.sendBackPayment',
  'plan.approvePlanVersion',
  'plan.enterPlanVersionIntoForce',
  'plan.recordPlanStep',
  'plan.sendBackPlanVersion',
  'plan.submitPlanVersion',
  'reviews.declareInterest',
];
