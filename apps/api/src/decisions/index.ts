/** The front door of decisions. */
export { DecisionsModule } from './decisions.module.js';
export { LapseDecision } from './lapse-decision.js';
export { WriteLetter } from './write-letter.js';
