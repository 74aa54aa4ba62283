export * from './assignment-lifecycle.js';
export * from './ranking.js';
export * from './scoring.js';
