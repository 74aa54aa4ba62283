export * from './act.js';
export * from './batches.js';
export * from './direct-files.js';
