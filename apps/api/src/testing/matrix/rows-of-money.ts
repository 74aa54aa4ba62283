import { type Rows, row } from './grammar.js';

/** The plan, the ledger, decisions and payments. */
export const rowsOfMoney: Rows = {
  'ledger.listLineEntries': row('line'),
  'ledger.readLineFigures': row('line'),
  'ledger.readLineStatement': row('line'),
  'ledger.readYearStatement': row('year', 'staff recused: in-force ok; draft hidden'),

  'plan.adoptPlanScenario': row('scenario', 'minister: draft ok; else lifecycle.not-allowed'),
  'plan.approvePlanVersion': row('version', 'minister: submitted ok; else lifecycle.not-allowed'),
  'plan.createPlanScenario': row('version', 'minister: draft ok; else lifecycle.not-allowed'),
  'plan.comparePlanVersions': row('version'),
  'plan.createPlanVersion': row(),
  'plan.enterPlanVersionIntoForce': row('version', 'minister: approved ok; else lifecycle.not-allowed'),
  'plan.listPlanScenarios': row('version'),
  'plan.listPlanVersions': row('version', 'staff recused: shown'),
  'plan.previewPlanImport': row(),
  'plan.readLineHistory': row('line'),
  'plan.readPlanDocument': row('version'),
  'plan.readPlanLine': row('line'),
  'plan.readPlanVersion': row('version'),
  'plan.removePlanScenario': row('scenario', 'minister: draft adopted ok; else lifecycle.not-allowed'),
  'plan.savePlanLines': row('version', 'minister: draft ok; else lifecycle.not-allowed'),
  'plan.savePlanScenario': row('scenario', 'minister: draft ok; else lifecycle.not-allowed'),
  'plan.recordPlanStep': row('version', 'minister: approved ok; else lifecycle.not-allowed'),
  'plan.savePlanSteps': row('version', 'minister: draft submitted ok; else lifecycle.not-allowed'),
  'plan.sendBackPlanVersion': row('version', 'minister: submitted approved ok; else lifecycle.not-allowed'),
  'plan.submitPlanVersion': row('version', 'minister: draft ok; else lifecycle.not-allowed'),

  'decisions.createBatch': row(
    'call',
    'officer recused: draft settled lifecycle.not-allowed; else decision.ranking-incomplete',
  ),
  'decisions.createBatch (direct files)': row(
    'direct file',
    'officer recused: proposed ok; else lifecycle.not-allowed',
  ),
  'decisions.createDirectFile': row('line', 'officer recused: named ok; envelope direct-file.line-unfit'),
  'decisions.listBatches': row('batch', 'staff recused: shown'),
  'decisions.listDirectFiles': row('direct file', 'staff recused: shown'),
  'decisions.prepareBatch': row(
    'batch',
    'officer: draft ok; else lifecycle.not-allowed',
    'recused: decision.conflicted',
  ),
  'decisions.proposeDirectFile': row('direct file', 'officer recused: draft ok; else lifecycle.not-allowed'),
  'decisions.readBatch': row('batch'),
  'decisions.readDecision': row('batch', 'staff: ok', 'recused: hidden'),
  'decisions.readDirectFile': row('direct file'),
  'decisions.readLetter': row(
    'batch',
    'members: released ok; else hidden',
    'staff: signed released ok; else hidden',
    'others: hidden',
  ),
  'decisions.releaseBatch': row(
    'batch',
    // A release that is repeated answers and does nothing.
    'minister: signed released ok; else lifecycle.not-allowed',
  ),
  // An officer edits a draft and the minister's office what was prepared; the state of the batch decides between them.
  'decisions.saveDecision': row(
    'batch',
    'officer: draft ok; prepared permission.missing; else lifecycle.not-allowed',
    'minister: draft permission.missing; prepared ok; else lifecycle.not-allowed',
    'controller auditor: draft prepared permission.missing; else lifecycle.not-allowed',
    'recused: hidden',
  ),
  'decisions.saveDirectFile': row('direct file', 'officer recused: draft ok; else lifecycle.not-allowed'),
  'decisions.sendBackBatch': row('batch', 'minister: prepared ok; else lifecycle.not-allowed'),
  'decisions.signBatch': row('batch', 'minister: prepared ok; else lifecycle.not-allowed'),

  'payments.approvePayment': row('payment', 'controller: prepared ok; else lifecycle.not-allowed'),
  'payments.confirmBankStatement': row('statement', 'controller: waiting ok; done record.stale'),
  'payments.confirmPayment': row('payment', 'controller: approved ok; else lifecycle.not-allowed'),
  'payments.explainBankDifference': row('statement'),
  'payments.importBankStatements': row(),
  'payments.listBankStatements': row('statement', 'officer controller auditor recused: shown'),
  'payments.listPayments': row(
    'payment',
    'officer controller auditor: shown',
    'recused: unreleased planned prepared absent; else shown',
  ),
  'payments.preparePayment': row(
    'payment',
    'officer: unreleased payment.blocked; planned ok; else lifecycle.not-allowed',
    'recused: unreleased planned prepared hidden; else lifecycle.not-allowed',
  ),
  'payments.readBankStatement': row('statement'),
  'payments.sendBackPayment': row('payment', 'controller: prepared ok; else lifecycle.not-allowed'),
};
