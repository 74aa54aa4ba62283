import { Problem } from '@commonlot/domain';
import type { Tx } from '../platform/index.js';

/**
 * SQL: the person has no conflict of interest on the application: declared none, and does not act for the applicant.
 * With a conflict the file does not exist for that person, whatever other role would open it; who acts for the applicant
 * has the applicant's view of it and no other. True where there is no application (direct files).
 */
export const withoutConflict = (applicationId: string, personId: string): string =>
  `(NOT EXISTS (SELECT 1 FROM review_assignment declared WHERE declared.application_id = ${applicationId}
     AND declared.reviewer_id = ${personId} AND declared.state = 'conflicted')
   AND NOT EXISTS (SELECT 1 FROM application concerned JOIN organisation_member acting
     ON acting.organisation_id = concerned.organisation_id AND acting.person_id = ${personId}
     WHERE concerned.id = ${applicationId}))`;

/** Whether the actor has a conflict of interest on any of these applications. */
export async function hasConflict(tx: Tx, applicationIds: readonly (string | null)[]): Promise<boolean> {
  const found = await tx.query(
    `SELECT 1 FROM application a WHERE a.id = ANY ($1) AND NOT ${withoutConflict('a.id', '$2::uuid')} LIMIT 1`,
    [applicationIds.filter((id) => id !== null), tx.actor.personId],
  );
  return found.length > 0;
}

/** Throws `record.missing` when the actor has a conflict of interest on any of these applications. */
export async function requireNoConflict(tx: Tx, applicationIds: readonly (string | null)[]): Promise<void> {
  if (await hasConflict(tx, applicationIds)) throw new Problem('record.missing');
}
