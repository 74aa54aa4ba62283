/**
 * The nouns of Commonlot in the order of the money. A module imports only from its left; what must go to the right
 * goes as an event. The same nouns name the folders of the domain, the contracts, the API and the web's features.
 * Every rule about who may know whom is computed from this one array.
 */
export const moduleLine = [
  'platform',
  'access',
  'organisations',
  'ledger',
  'plan',
  'calls',
  'applications',
  'reviews',
  'ballots',
  'decisions',
  'agreements',
  'proofs',
  'payments',
  'register',
  'workspace',
];

/** The folders that hold one folder (or one file) for each noun. */
export const nounFolders = ['packages/domain/src', 'packages/contracts/src', 'apps/api/src', 'apps/web/src/features'];
