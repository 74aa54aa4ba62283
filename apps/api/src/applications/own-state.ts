import { Problem, type ReleasedState } from '@commonlot/domain';

/**
 * Sees to it that the applicant may do this now. It goes by what the applicant knows, and so does the refusal: a file
 * that was found not admissible in secret answers with the very words of one that was admitted.
 */
export function requireReleased(
  application: { readonly releasedState: ReleasedState },
  state: ReleasedState,
  action: string,
): void {
  const { releasedState } = application;
  if (releasedState !== state) throw new Problem('lifecycle.not-allowed', { state: releasedState, action });
}
