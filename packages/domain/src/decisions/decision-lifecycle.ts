import { defineLifecycle } from '../lifecycle.js';

/** A batch of decisions: the office prepares, the minister signs, and only the release tells the applicants. */
export const decisionLifecycle = defineLifecycle(
  {
    draft: { prepare: 'prepared', discard: 'discarded' },
    prepared: { sendBack: 'draft', sign: 'signed' },
    signed: { release: 'released' },
    released: {},
    discarded: {},
  },
  'draft',
);
export type DecisionState = (typeof decisionLifecycle)['states'][number];
