/** Plans as data: three that were in force, and the one that the demonstration plays. */
export { continuedDemonstration, demonstrationPlan } from './demonstration-plan.js';
export { plan2008 } from './plan-2008.js';
export { plan2017 } from './plan-2017.js';
export { continued2021, plan2021 } from './plan-2021.js';
export type { ReferencePlan } from './reference-plan.js';
