import { defineLifecycle } from '../lifecycle.js';

/** A call opens and closes by its instants, not by a move: see `callPhase`. Settled: all decided, the rest released. */
export const callLifecycle = defineLifecycle(
  {
    draft: { publish: 'published', discard: 'discarded' },
    published: { cancel: 'cancelled', settle: 'settled' },
    cancelled: {},
    settled: {},
    discarded: {},
  },
  'draft',
);
export type CallState = (typeof callLifecycle)['states'][number];
