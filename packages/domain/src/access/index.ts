export * from './password.js';
export * from './person.js';
export * from './roles.js';
