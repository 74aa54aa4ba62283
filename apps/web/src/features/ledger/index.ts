export { type Advance, AdvancePanel } from './advance-panel';
export { dayAsked } from './day-asked';
export { DayFilter } from './day-filter';
export { OverrunPanel } from './overrun-panel';
export { StatementPanel } from './statement-panel';
