import { type MemberRole, Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { newId, type Tx } from '../platform/index.js';
import { OrganisationRow } from './organisation.entity.js';

type Change = Omit<OrganisationRow, 'id' | 'enterpriseNumber' | 'revision'>;

/** Loads, locks and writes organisations and who acts for them. */
@Injectable()
export class OrganisationRepository {
  /** Throws `record.missing`. The lock also orders the changes of members and of accounts. */
  async lock(tx: Tx, organisationId: string): Promise<OrganisationRow> {
    const organisation = await tx.manager.findOne(OrganisationRow, {
      where: { id: organisationId },
      lock: { mode: 'pessimistic_write' },
    });
    if (organisation === null) throw new Problem('record.missing');
    return organisation;
  }

  async insert(tx: Tx, organisation: Change & { enterpriseNumber: string }): Promise<string> {
    const id = newId();
    await tx.manager.insert(OrganisationRow, { ...organisation, id, revision: 0 });
    return id;
  }

  async update(tx: Tx, organisation: OrganisationRow, change: Change): Promise<number> {
    const revision = organisation.revision + 1;
    await tx.manager.update(OrganisationRow, { id: organisation.id }, { ...change, revision });
    return revision;
  }

  /** Throws `request.malformed` for a code that no municipality has. */
  async assertMunicipality(tx: Tx, nis: string): Promise<void> {
    const found = await tx.query('SELECT 1 FROM municipality WHERE nis = $1', [nis]);
    if (found.length > 0) return;
    throw new Problem('request.malformed', { faults: [{ path: 'body.municipalityNis', code: 'unknown' }] });
  }

  async roleOf(tx: Tx, organisationId: string, personId: string): Promise<MemberRole | null> {
    const [row] = await tx.query<{ role: MemberRole }>(
      'SELECT role FROM organisation_member WHERE organisation_id = $1 AND person_id = $2',
      [organisationId, personId],
    );
    return row?.role ?? null;
  }

  /** Adds a member; false when the person is one already. */
  async addMember(tx: Tx, organisationId: string, personId: string, role: MemberRole): Promise<boolean> {
    const added = await tx.query(
      `INSERT INTO organisation_member (organisation_id, person_id, role) VALUES ($1, $2, $3)
       ON CONFLICT DO NOTHING RETURNING person_id`,
      [organisationId, personId, role],
    );
    return added.length > 0;
  }

  /** Sets the role of a member, or ends the membership. That a representative stays is judged at the commit. */
  async setMember(tx: Tx, organisationId: string, personId: string, role: MemberRole | null): Promise<void> {
    if (role === null) {
      await tx.query('DELETE FROM organisation_member WHERE organisation_id = $1 AND person_id = $2', [
        organisationId,
        personId,
      ]);
      return;
    }
    await tx.query('UPDATE organisation_member SET role = $3 WHERE organisation_id = $1 AND person_id = $2', [
      organisationId,
      personId,
      role,
    ]);
  }
}
