import { Problem } from '../problem.js';
import { type ApplicationState, applicationLifecycle } from './application-lifecycle.js';

export const exclusionReasonCodes = [
  'outside-scope',
  'outside-belgium',
  'organisation-not-eligible',
  'late',
  'incomplete',
  'double-funding',
  'commercial',
  'earlier-proof-missing',
  'other',
] as const;
export type ExclusionReasonCode = (typeof exclusionReasonCodes)[number];

/** A ground from the list and the facts of this file: the code alone is no reason (law of 29 July 1991). */
export interface ExclusionReason {
  readonly code: ExclusionReasonCode;
  readonly text: string;
}

/** True for at least one reason, each with its facts in words. */
export function areExclusionReasons(reasons: readonly ExclusionReason[]): boolean {
  return reasons.length > 0 && reasons.every(({ text }) => text.trim() !== '');
}

export function admit(application: { readonly state: ApplicationState }) {
  return { state: applicationLifecycle.next(application.state, 'admit') };
}

/** Finds an application not admissible. Throws 'application.reason-missing' without at least one full reason. */
export function exclude(application: { readonly state: ApplicationState }, reasons: readonly ExclusionReason[]) {
  const state = applicationLifecycle.next(application.state, 'exclude');
  if (!areExclusionReasons(reasons)) throw new Problem('application.reason-missing');
  return { state, exclusionReasons: reasons.map(({ code, text }) => ({ code, text: text.trim() })) };
}
