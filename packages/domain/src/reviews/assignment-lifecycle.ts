import { defineLifecycle } from '../lifecycle.js';

/** One reviewer, one application. A conflict of interest can be declared until the review is sent, never undone. */
export const assignmentLifecycle = defineLifecycle(
  {
    assigned: { accept: 'accepted', declareConflict: 'conflicted' },
    accepted: { send: 'sent', declareConflict: 'conflicted' },
    sent: {},
    conflicted: {},
  },
  'assigned',
);
export type AssignmentState = (typeof assignmentLifecycle)['states'][number];
