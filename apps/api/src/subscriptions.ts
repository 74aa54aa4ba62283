import type { Subscriptions } from './platform/subscriptions.js';

/** Event -> jobs: the one list that sees every module. An earlier module reacts to a later one only through it. */
export const subscriptions: Subscriptions = new Map<string, readonly string[]>([
  ['organisation.changed', ['refresh-organisation']],
  ['plan-version.in-force', ['refresh-plan', 'refresh-call']],
  ['call.published', ['refresh-call', 'refresh-plan']],
  ['call.cancelled', ['refresh-call', 'refresh-plan', 'tell-cancellation']],
  ['call.settled', ['refresh-call', 'refresh-plan']],
  ['application.withdrawn', ['lapse-decision']],
  ['decision.signed', ['write-letter', 'plan-payments']],
  ['decision.released', ['refresh-award']],
  ['decision.corrected', ['refresh-award']],
  ['decision.reduced', ['refresh-award', 'refresh-plan', 'refresh-call']],
  ['decision.repayment-received', ['refresh-award', 'refresh-plan']],
  ['decision-batch.released', ['refresh-plan', 'refresh-call']],
  ['payment.paid', ['refresh-award', 'refresh-plan']],
]);
