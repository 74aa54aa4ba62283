export * from './closing.js';
export * from './entries.js';
export * from './overrun.js';
export * from './statement.js';
