export * from './advance-ceiling.js';
export * from './community-shares.js';
export * from './line-kinds.js';
export * from './plan-approval.js';
export * from './plan-lifecycle.js';
export * from './plan-tree.js';
