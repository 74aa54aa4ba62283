export { dayAsked } from './day-asked';
export { DayFilter } from './day-filter';
export { StatementPanel } from './statement-panel';
