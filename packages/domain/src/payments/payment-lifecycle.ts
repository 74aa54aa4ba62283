import { defineLifecycle } from '../lifecycle.js';

/** One instalment. An order that was approved is never cancelled here: what the bank sends back is a posting. */
export const paymentLifecycle = defineLifecycle(
  {
    planned: { prepare: 'prepared', cancel: 'cancelled' },
    prepared: { approve: 'approved', sendBack: 'planned' },
    approved: { pay: 'paid' },
    paid: {},
    cancelled: {},
  },
  'planned',
);
export type PaymentState = (typeof paymentLifecycle)['states'][number];
