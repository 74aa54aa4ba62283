import { Problem } from '@commonlot/domain';
import type { Tx } from '../platform/index.js';

/**
 * SQL: the person has declared no conflict of interest on the application. From the declaration on the file no longer
 * exists for that person, whatever other role would open it. True where there is no application (direct files).
 */
export const withoutConflict = (applicationId: string, personId: string): string =>
  `NOT EXISTS (SELECT 1 FROM review_assignment declared WHERE declared.application_id = ${applicationId}
     AND declared.reviewer_id = ${personId} AND declared.state = 'conflicted')`;

/** Throws `record.missing` when the actor declared a conflict of interest on any of these applications. */
export async function requireNoConflict(tx: Tx, applicationIds: readonly (string | null)[]): Promise<void> {
  const declared = await tx.query(
    `SELECT 1 FROM review_assignment WHERE application_id = ANY ($1) AND reviewer_id = $2 AND state = 'conflicted' LIMIT 1`,
    [applicationIds.filter((id) => id !== null), tx.actor.personId],
  );
  if (declared.length > 0) throw new Problem('record.missing');
}
