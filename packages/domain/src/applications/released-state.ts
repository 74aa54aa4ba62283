import type { ApplicationAction, ApplicationState } from './application-lifecycle.js';

/** What an applicant may know. It moves only by what applicants do themselves and by the release of a decision. */
export const releasedStates = [
  'draft',
  'submitted',
  'awarded',
  'refused',
  'not-admissible',
  'withdrawn',
  'discarded',
] as const;
export type ReleasedState = (typeof releasedStates)[number];

/**
 * The released state after an action. Admitting, excluding, awarding and refusing leave it as it was: an embargo holds
 * until 'release', which needs the internal state that is being released.
 */
export function releasedAfter(action: ApplicationAction, previous: ReleasedState): ReleasedState;
export function releasedAfter(action: 'release', previous: ReleasedState, state: ApplicationState): ReleasedState;
export function releasedAfter(
  action: ApplicationAction | 'release',
  previous: ReleasedState,
  state?: ApplicationState,
): ReleasedState {
  switch (action) {
    case 'submit':
      return 'submitted';
    case 'withdraw':
      return 'withdrawn';
    case 'discard':
      return 'discarded';
    case 'release':
      return releasedFrom(state, previous);
    default:
      return previous;
  }
}

function releasedFrom(state: ApplicationState | undefined, previous: ReleasedState): ReleasedState {
  switch (state) {
    case 'awarded':
    case 'refused':
      return state;
    case 'exclusion-confirmed':
      return 'not-admissible';
    // Withdrawn after the batch was prepared: there is nothing left to tell.
    case 'withdrawn':
      return previous;
    default:
      throw new RangeError(`nothing to release: ${state}`);
  }
}
