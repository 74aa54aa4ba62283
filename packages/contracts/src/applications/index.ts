export * from './answers.js';
export * from './own.js';
export * from './staff.js';
