export * from './act.js';
export * from './decision.js';
export * from './decision-lifecycle.js';
export * from './direct-file.js';
