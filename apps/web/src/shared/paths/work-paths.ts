interface WorkRoute {
  /** The screen, below `src`. */
  readonly file: string;
  /** Path below `/{language}/work`. It is a tool and not a publication: its words are not translated. */
  readonly path: string;
}

/** The pages of the workspace, for people who are signed in. */
export const workRoutes = {
  work: { file: 'features/workspace/work-page.tsx', path: '' },
  dashboard: { file: 'features/workspace/dashboard/dashboard-page.tsx', path: 'dashboard' },
  search: { file: 'features/workspace/search-page.tsx', path: 'search' },
  notices: { file: 'features/workspace/notices-page.tsx', path: 'notices' },
  history: { file: 'features/workspace/history-page.tsx', path: 'history/:subjectType/:subjectId' },
  account: { file: 'features/access/account-page.tsx', path: 'account' },
  people: { file: 'features/access/people-page.tsx', path: 'people' },

  'work-organisations': { file: 'features/organisations/organisations-page.tsx', path: 'organisations' },
  'new-organisation': { file: 'features/organisations/new-organisation-page.tsx', path: 'organisations/new' },
  'work-organisation': {
    file: 'features/organisations/organisation-page.tsx',
    path: 'organisations/:organisationId',
  },
  beneficiary: {
    file: 'features/workspace/beneficiary/beneficiary-page.tsx',
    path: 'organisations/:organisationId/statement',
  },

  plans: { file: 'features/plan/plans-page.tsx', path: 'plans' },
  'import-plan': { file: 'features/plan/import/import-plan-page.tsx', path: 'plans/import' },
  'plan-version': { file: 'features/plan/plan-version-page.tsx', path: 'plans/:versionId' },
  'plan-scenarios': { file: 'features/plan/scenarios/scenarios-page.tsx', path: 'plans/:versionId/scenarios' },
  'plan-scenario': {
    file: 'features/plan/scenarios/scenario-page.tsx',
    path: 'plans/:versionId/scenarios/:scenarioId',
  },
  'compare-plan': {
    file: 'features/plan/difference/difference-page.tsx',
    path: 'plans/:versionId/difference/:otherId',
  },
  line: { file: 'features/plan/line-page.tsx', path: 'lines/:lineId' },
  ledgers: { file: 'features/ledger/ledgers-page.tsx', path: 'ledger' },
  'year-ledger': { file: 'features/ledger/year-ledger-page.tsx', path: 'ledger/:year' },
  'year-closing': { file: 'features/ledger/closing-page.tsx', path: 'ledger/:year/closing' },

  'work-calls': { file: 'features/calls/calls-page.tsx', path: 'calls' },
  'work-call': { file: 'features/calls/call-page.tsx', path: 'calls/:callId' },
  'edit-call': { file: 'features/calls/edit-call-page.tsx', path: 'calls/:callId/edit' },

  applications: { file: 'features/applications/applications-page.tsx', path: 'applications' },
  'start-application': { file: 'features/applications/start-page.tsx', path: 'apply/:callNumber' },
  application: { file: 'features/applications/application-page.tsx', path: 'applications/:applicationId' },
  draft: { file: 'features/applications/draft-page.tsx', path: 'applications/:applicationId/draft' },
  'draft-section': {
    file: 'features/applications/section-page.tsx',
    path: 'applications/:applicationId/draft/:sectionId',
  },
  check: { file: 'features/applications/check-page.tsx', path: 'applications/:applicationId/check' },
  screening: { file: 'features/applications/screening-page.tsx', path: 'calls/:callId/screening' },

  reviews: { file: 'features/reviews/queue-page.tsx', path: 'reviews' },
  declare: { file: 'features/reviews/declare-page.tsx', path: 'reviews/declare' },
  review: { file: 'features/reviews/review-page.tsx', path: 'reviews/:assignmentId' },
  'assign-reviewers': { file: 'features/reviews/assign-page.tsx', path: 'calls/:callId/reviewers' },
  ranking: { file: 'features/reviews/ranking-page.tsx', path: 'calls/:callId/ranking' },

  batches: { file: 'features/decisions/batches-page.tsx', path: 'decisions' },
  batch: { file: 'features/decisions/batch-page.tsx', path: 'decisions/:batchId' },
  decision: { file: 'features/decisions/decision-page.tsx', path: 'decisions/:batchId/files/:decisionId' },
  'direct-files': { file: 'features/decisions/direct-files-page.tsx', path: 'direct-files' },
  'direct-file': { file: 'features/decisions/direct-file-page.tsx', path: 'direct-files/:directFileId' },

  payments: { file: 'features/payments/payments-page.tsx', path: 'payments' },
  'award-money': { file: 'features/payments/award-money-page.tsx', path: 'awards/:decisionId/money' },
  'bank-statements': {
    file: 'features/payments/reconciliation/statements-page.tsx',
    path: 'payments/reconciliation',
  },
  'bank-statement': {
    file: 'features/payments/reconciliation/statement-page.tsx',
    path: 'payments/reconciliation/:statementId',
  },
} as const satisfies Record<string, WorkRoute>;
