export { dayAsked } from './day-asked';
export { StatementPanel } from './statement-panel';
