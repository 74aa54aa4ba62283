/** The front door of the public register: its module and its jobs. Nobody stands on it. */
export { RefreshAward } from './refresh-award.js';
export { RefreshCall } from './refresh-call.js';
export { RefreshOrganisation } from './refresh-organisation.js';
export { RefreshPlan } from './refresh-plan.js';
export { RegisterModule } from './register.module.js';
