export * from './entries.js';
export * from './statement.js';
