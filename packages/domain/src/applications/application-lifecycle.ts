import { defineLifecycle } from '../lifecycle.js';

/**
 * The internal state. The officer excludes, the minister confirms it: both need the reasons. What the applicant may
 * know of it is the released state: an excluded file can be withdrawn like any other, so that a refusal tells nothing.
 */
export const applicationLifecycle = defineLifecycle(
  {
    draft: { submit: 'submitted', discard: 'discarded' },
    submitted: { admit: 'admitted', exclude: 'excluded', withdraw: 'withdrawn' },
    admitted: { award: 'awarded', refuse: 'refused', withdraw: 'withdrawn' },
    excluded: { confirmExclusion: 'exclusion-confirmed', withdraw: 'withdrawn' },
    awarded: {},
    refused: {},
    'exclusion-confirmed': {},
    withdrawn: {},
    discarded: {},
  },
  'draft',
);
export type ApplicationState = (typeof applicationLifecycle)['states'][number];
export type ApplicationAction = (typeof applicationLifecycle)['moves'][number]['action'];
