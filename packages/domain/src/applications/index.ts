export * from './admissibility.js';
export * from './application-lifecycle.js';
export * from './cost-table.js';
export * from './receipt.js';
export * from './released-state.js';
export * from './submit.js';
