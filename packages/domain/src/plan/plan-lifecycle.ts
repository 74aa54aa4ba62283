import { defineLifecycle } from '../lifecycle.js';

/** A version of the plan. In force it is a royal decree, and changes only by a later version that takes its place. */
export const planLifecycle = defineLifecycle(
  {
    draft: { submit: 'submitted' },
    submitted: { approve: 'approved', sendBack: 'draft' },
    approved: { enterIntoForce: 'in-force', sendBack: 'draft' },
    'in-force': { supersede: 'superseded' },
    superseded: {},
  },
  'draft',
);
export type PlanState = (typeof planLifecycle)['states'][number];
