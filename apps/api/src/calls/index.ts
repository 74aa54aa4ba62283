/** The front door of calls. */
export type { CallRow, StoredCriterion } from './call.entity.js';
export { Calls } from './calls.js';
export { CallsModule } from './calls.module.js';
