import { type FileLanguage, type Language, type MemberRole, mayEdit, mayRepresent, Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/index.js';
import { OrganisationRepository } from './organisation.repository.js';

export interface OrganisationFacts {
  readonly id: string;
  readonly enterpriseNumber: string;
  readonly name: string;
  readonly legalForm: string;
  readonly municipalityNis: string;
  readonly language: FileLanguage;
}

export interface Representative {
  readonly personId: string;
  readonly email: string;
  readonly name: string;
  readonly screenLanguage: Language;
}

export interface VerifiedAccount {
  readonly id: string;
  readonly iban: string;
  readonly holder: string;
}

const suffices: Record<'view' | 'edit' | 'represent', (role: MemberRole) => boolean> = {
  view: () => true,
  edit: mayEdit,
  represent: mayRepresent,
};

/** What other modules ask about organisations, inside their own transaction. */
@Injectable()
export class Organisations {
  constructor(private readonly repository: OrganisationRepository) {}

  /**
   * The role of the person in the organisation. Throws `record.missing` for somebody who is no member (that it exists is
   * nobody's business) and `membership.not-allowed` for a member whose role is too weak.
   */
  async requireMember(
    tx: Tx,
    organisationId: string,
    personId: string | null,
    need: 'view' | 'edit' | 'represent',
  ): Promise<MemberRole> {
    const role = personId === null ? null : await this.repository.roleOf(tx, organisationId, personId);
    if (role === null) throw new Problem('record.missing');
    if (!suffices[need](role)) throw new Problem('membership.not-allowed');
    return role;
  }

  /** Throws `membership.conflicted` for whoever acts for one of them: nobody of the office handles what is their own. */
  async requireOutsider(tx: Tx, organisationIds: readonly string[]): Promise<void> {
    const own = await tx.query(
      'SELECT 1 FROM organisation_member WHERE organisation_id = ANY ($1) AND person_id = $2 LIMIT 1',
      [[...organisationIds], tx.actor.personId],
    );
    if (own.length > 0) throw new Problem('membership.conflicted');
  }

  /** Throws `record.missing`. */
  async facts(tx: Tx, organisationId: string): Promise<OrganisationFacts> {
    const [row] = await tx.query<OrganisationFacts>(
      `SELECT id, enterprise_number AS "enterpriseNumber", name, legal_form AS "legalForm",
         municipality_nis AS "municipalityNis", language
       FROM organisation WHERE id = $1`,
      [organisationId],
    );
    if (row === undefined) throw new Problem('record.missing');
    return row;
  }

  /** The people who bind the organisation and whose account is open: those who get its letters. */
  async representatives(tx: Tx, organisationId: string): Promise<Representative[]> {
    return tx.query<Representative>(
      `SELECT p.id AS "personId", p.email::text AS email, p.name, p.screen_language AS "screenLanguage"
       FROM organisation_member m JOIN person p ON p.id = m.person_id
       WHERE m.organisation_id = $1 AND m.role = 'representative' AND p.state = 'active' ORDER BY m.since, p.id`,
      [organisationId],
    );
  }

  /** The account that subsidies may be paid to, or null. */
  async verifiedAccount(tx: Tx, organisationId: string): Promise<VerifiedAccount | null> {
    const [row] = await tx.query<VerifiedAccount>(
      `SELECT id, iban, holder FROM bank_account WHERE organisation_id = $1 AND state = 'verified'`,
      [organisationId],
    );
    return row ?? null;
  }
}
