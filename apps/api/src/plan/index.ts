/** The front door of the plan. */
export { differenceOf } from './compared-plans.js';
export { Plan, type PlanLineInForce } from './plan.js';
export { PlanModule } from './plan.module.js';
export { demonstrationPlan, plan2008, plan2017, plan2021, type ReferencePlan } from './reference/index.js';
