import type { MemberRole } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { newId, type Tx } from '../platform/index.js';

/** SQL: an invitation `i` that can still be answered. An old one may be in a letter box that changed hands. */
export const isOpenInvitation = `i.invited_at > app_now() - interval '30 days'`;

interface Invitation {
  readonly id: string;
  readonly organisationId: string;
  readonly organisation: string;
  readonly role: MemberRole;
  readonly invitedBy: string;
}

/** Loads and writes invitations that wait for an answer. */
@Injectable()
export class InvitationRepository {
  /** Invites the address, or invites it again with another role. Those that are over are forgotten. */
  async invite(tx: Tx, organisationId: string, email: string, role: MemberRole): Promise<void> {
    await tx.query(`DELETE FROM organisation_invitation i WHERE organisation_id = $1 AND NOT (${isOpenInvitation})`, [
      organisationId,
    ]);
    await tx.query(
      `INSERT INTO organisation_invitation (id, organisation_id, email, role, invited_by, invited_at)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (organisation_id, email) DO UPDATE SET role = excluded.role, invited_by = excluded.invited_by,
         invited_at = excluded.invited_at`,
      [newId(), organisationId, email, role, tx.actor.personId, tx.now],
    );
  }

  /** An open invitation to the confirmed address of the person; null for everybody else's. */
  async ofPerson(tx: Tx, invitationId: string, personId: string): Promise<Invitation | null> {
    const [row] = await tx.query<Invitation>(
      `SELECT i.id, i.organisation_id AS "organisationId", o.name AS organisation, i.role, i.invited_by AS "invitedBy"
       FROM organisation_invitation i JOIN organisation o ON o.id = i.organisation_id JOIN person p ON p.email = i.email
       WHERE i.id = $1 AND p.id = $2 AND p.state = 'active' AND ${isOpenInvitation}`,
      [invitationId, personId],
    );
    return row ?? null;
  }

  /** Takes an invitation away; false when it is not there any more. */
  async remove(tx: Tx, organisationId: string, invitationId: string): Promise<boolean> {
    const removed = await tx.query(
      `WITH removed AS (DELETE FROM organisation_invitation WHERE id = $1 AND organisation_id = $2 RETURNING id)
       SELECT id FROM removed`,
      [invitationId, organisationId],
    );
    return removed.length > 0;
  }
}
