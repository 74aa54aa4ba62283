import type { CallState } from './call-lifecycle.js';

export const callPhases = ['draft', 'announced', 'open', 'closed', 'settled', 'cancelled'] as const;
export type CallPhase = (typeof callPhases)[number];

export interface CallPhaseFacts {
  readonly state: CallState;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
}

/**
 * What the call is to the world at `now`. Open from the opening instant until just before the closing one: "before
 * noon" excludes noon. A draft that was thrown away counts as cancelled; nobody but the office ever saw it.
 */
export function callPhase(call: CallPhaseFacts, now: Date): CallPhase {
  if (call.state === 'discarded') return 'cancelled';
  if (call.state !== 'published') return call.state;
  if (call.opensAt === null || call.closesAt === null || now < call.opensAt) return 'announced';
  return now < call.closesAt ? 'open' : 'closed';
}
