export * from './correction.js';
export * from './search.js';
