/** The front door of applications. */
export type { ApplicationRow } from './application.entity.js';
export { Applications } from './applications.js';
export { ApplicationsModule } from './applications.module.js';
export { hasConflict, requireNoConflict, withoutConflict } from './conflict-of-interest.js';
export { DiscardRemovedFiles } from './discard-removed-files.js';
export { TellCancellation } from './tell-cancellation.js';
