import type { Role } from '@commonlot/domain';

/** Everybody with or without an account; everybody who is signed in; or these roles and nobody else. */
export type Allowed = 'public' | 'members' | readonly Role[];

const officers: Allowed = ['officer'];
const ministers: Allowed = ['minister'];
const controllers: Allowed = ['controller'];
const reviewers: Allowed = ['reviewer'];
const administrators: Allowed = ['administrator'];
const staff: Allowed = ['officer', 'minister', 'controller', 'auditor'];
const fileReaders: Allowed = ['officer', 'minister', 'auditor'];
const paymentReaders: Allowed = ['officer', 'controller', 'auditor'];

/**
 * Who may call each endpoint at all, written by hand beside the contracts and the table of roles: a permission that
 * slips into the wrong role, or an endpoint that nobody thought about, fails the access matrix.
 * What of a record somebody may see is tested where the record is loaded.
 */
export const accessTable: Readonly<Record<string, Allowed>> = {
  'platform.readLiveness': 'public',
  'platform.readOpenApi': 'public',
  'platform.readReadiness': 'public',

  'access.confirmEmail': 'public',
  'access.listPeople': administrators,
  'access.listPersonas': 'public',
  'access.listSessions': 'members',
  'access.readSession': 'public',
  'access.requestPasswordReset': 'public',
  'access.resetPassword': 'public',
  'access.revokeSession': 'members',
  'access.savePreferences': 'members',
  'access.setRoles': administrators,
  'access.setSuspension': administrators,
  'access.signIn': 'public',
  'access.signInAsPersona': 'public',
  'access.signOut': 'public',
  'access.signUp': 'public',

  'organisations.addMember': 'members',
  'organisations.answerInvitation': 'members',
  'organisations.createOrganisation': 'members',
  'organisations.judgeBankAccount': controllers,
  'organisations.listBankAccountsToVerify': controllers,
  'organisations.listMunicipalities': 'public',
  'organisations.listOrganisations': staff,
  'organisations.listOwnInvitations': 'members',
  'organisations.listOwnOrganisations': 'members',
  'organisations.proposeBankAccount': 'members',
  'organisations.readOrganisation': 'members',
  'organisations.setMember': 'members',
  'organisations.updateOrganisation': 'members',
  'organisations.withdrawInvitation': 'members',

  'ledger.listLineEntries': staff,
  'ledger.readLineFigures': staff,
  'ledger.readLineStatement': staff,
  'ledger.readYearStatement': staff,

  'plan.adoptPlanScenario': ministers,
  'plan.approvePlanVersion': ministers,
  'plan.createPlanScenario': ministers,
  'plan.comparePlanVersions': staff,
  'plan.createPlanVersion': ministers,
  'plan.enterPlanVersionIntoForce': ministers,
  'plan.listPlanScenarios': staff,
  'plan.listPlanVersions': staff,
  'plan.previewPlanImport': ministers,
  'plan.readLineHistory': staff,
  'plan.readPlanDocument': staff,
  'plan.readPlanLine': staff,
  'plan.readPlanVersion': staff,
  'plan.removePlanScenario': ministers,
  'plan.savePlanLines': ministers,
  'plan.savePlanScenario': ministers,
  'plan.recordPlanStep': ministers,
  'plan.savePlanSteps': ministers,
  'plan.sendBackPlanVersion': ministers,
  'plan.submitPlanVersion': ministers,

  'calls.cancelCall': officers,
  'calls.createCall': officers,
  'calls.discardCall': officers,
  'calls.listCalls': fileReaders,
  'calls.publishCall': officers,
  'calls.readCall': fileReaders,
  'calls.saveCall': officers,

  'applications.admitApplication': officers,
  'applications.attachFile': 'members',
  'applications.discardDraft': 'members',
  'applications.excludeApplication': officers,
  'applications.listApplications': fileReaders,
  'applications.listOwnApplications': 'members',
  'applications.readApplication': fileReaders,
  'applications.readApplicationFile': 'members',
  'applications.readOwnApplication': 'members',
  'applications.removeFile': 'members',
  'applications.saveDraft': 'members',
  'applications.startApplication': 'members',
  'applications.submitApplication': 'members',
  'applications.withdrawApplication': 'members',

  'reviews.assignReviewers': officers,
  'reviews.declareInterest': reviewers,
  'reviews.listOwnAssignments': reviewers,
  'reviews.readAssignment': reviewers,
  'reviews.readRanking': fileReaders,
  'reviews.readReviewers': officers,
  'reviews.saveReview': reviewers,
  'reviews.sendReview': reviewers,

  'decisions.createBatch': officers,
  'decisions.createDirectFile': officers,
  'decisions.listBatches': staff,
  'decisions.listDirectFiles': staff,
  'decisions.prepareBatch': officers,
  'decisions.proposeDirectFile': officers,
  'decisions.readBatch': staff,
  'decisions.readDecision': staff,
  'decisions.readDirectFile': staff,
  'decisions.readLetter': 'members',
  'decisions.releaseBatch': ministers,
  // An officer edits a draft and the minister's office what was prepared; the state of the batch decides between them.
  'decisions.saveDecision': staff,
  'decisions.saveDirectFile': officers,
  'decisions.sendBackBatch': ministers,
  'decisions.signBatch': ministers,

  'payments.approvePayment': controllers,
  'payments.confirmBankStatement': controllers,
  'payments.confirmPayment': controllers,
  'payments.explainBankDifference': controllers,
  'payments.importBankStatements': controllers,
  'payments.listBankStatements': paymentReaders,
  'payments.listPayments': paymentReaders,
  'payments.preparePayment': officers,
  'payments.readBankStatement': paymentReaders,
  'payments.sendBackPayment': controllers,

  'register.correctAward': officers,
  'register.listAwards': 'public',
  'register.listPublicCalls': 'public',
  'register.readAward': 'public',
  'register.readHome': 'public',
  'register.readPublicCall': 'public',
  'register.readPublicOrganisation': 'public',
  'register.readPublicPlan': 'public',
  'register.readPublicPlanDifference': 'public',

  'workspace.listNotices': 'members',
  'workspace.listOutgoingMail': 'public',
  'workspace.markNoticesRead': 'members',
  'workspace.readHistory': 'members',
  'workspace.readLedgerExport': ['auditor'],
  'workspace.readWorkList': 'members',
  'workspace.searchWorkspace': 'members',
};
