export { type Advance, AdvanceGauge } from './advance-gauge';
export { dayAsked } from './day-asked';
export { DayFilter } from './day-filter';
export { OverrunPanel } from './overrun-panel';
export { StatementPanel } from './statement-panel';
