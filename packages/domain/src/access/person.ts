import { defineLifecycle } from '../lifecycle.js';
import { Problem } from '../problem.js';

/** What an account may go through. It has no end: a person who is suspended can always be restored. */
export const personStanding = defineLifecycle(
  {
    unconfirmed: { confirm: 'active' },
    active: { suspend: 'suspended' },
    suspended: { restore: 'active' },
  },
  'unconfirmed',
);
export type PersonState = (typeof personStanding)['states'][number];

/** Nobody sets the own roles or suspends the own account; throws 'permission.missing'. */
export function assertOtherPerson(administratorId: string | null, personId: string): void {
  if (administratorId === personId) throw new Problem('permission.missing');
}
