import { Problem } from '@commonlot/domain';
import type { Actor } from '../platform/index.js';

/** The id of the person who acts; throws `session.missing` for the public and for the system. */
export function personOf(actor: Actor): string {
  if (actor.personId === null) throw new Problem('session.missing');
  return actor.personId;
}
