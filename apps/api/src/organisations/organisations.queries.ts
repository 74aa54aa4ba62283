import type { AnswerOf, InputOf, organisations } from '@commonlot/contracts';
import { maskIban, mayRepresent, Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { personOf } from '../access/index.js';
import { type Actor, Database, idKey, pageOf } from '../platform/index.js';
import { isOpenInvitation } from './invitation.repository.js';

type Municipalities = AnswerOf<typeof organisations.listMunicipalities>;
type Organisation = AnswerOf<typeof organisations.readOrganisation>;
type ListRow = AnswerOf<typeof organisations.listOrganisations>['rows'][number];
type ToVerifyRow = AnswerOf<typeof organisations.listBankAccountsToVerify>['rows'][number];

/** Reads of organisations and accounts. */
@Injectable()
export class OrganisationsQueries {
  constructor(private readonly database: Database) {}

  async municipalities(): Promise<Municipalities> {
    const rows = await this.database.rows<Municipalities['rows'][number]>(
      `SELECT nis, name, province_nis AS "provinceNis", region FROM municipality ORDER BY nis`,
    );
    return { rows };
  }

  async own(actor: Actor): Promise<AnswerOf<typeof organisations.listOwnOrganisations>> {
    const rows = await this.database.rows<AnswerOf<typeof organisations.listOwnOrganisations>['rows'][number]>(
      `SELECT o.id, o.enterprise_number AS "enterpriseNumber", o.name, m.role,
         EXISTS (SELECT 1 FROM bank_account b WHERE b.organisation_id = o.id AND b.state = 'verified')
           AS "hasVerifiedAccount"
       FROM organisation_member m JOIN organisation o ON o.id = m.organisation_id
       WHERE m.person_id = $1 ORDER BY o.name, o.id LIMIT 500`,
      [personOf(actor)],
    );
    return { rows };
  }

  async ownInvitations(actor: Actor): Promise<AnswerOf<typeof organisations.listOwnInvitations>> {
    const rows = await this.database.rows<AnswerOf<typeof organisations.listOwnInvitations>['rows'][number]>(
      `SELECT i.id, o.id AS "organisationId", o.name AS "organisationName", o.enterprise_number AS "enterpriseNumber", i.role,
         b.name AS "invitedBy", i.invited_at AS "invitedAt"
       FROM organisation_invitation i JOIN organisation o ON o.id = i.organisation_id
         JOIN person b ON b.id = i.invited_by JOIN person p ON p.email = i.email AND p.state = 'active'
       WHERE p.id = $1 AND ${isOpenInvitation} ORDER BY i.invited_at, i.id LIMIT 200`,
      [personOf(actor)],
    );
    return { rows };
  }

  /** By name; the text is searched in name and number (with or without its dots). */
  async list({ query }: InputOf<typeof organisations.listOrganisations>) {
    const limit = query.limit ?? 50;
    const rows = await this.database.rows<ListRow>(
      `SELECT o.id, o.enterprise_number AS "enterpriseNumber", o.name, o.legal_form AS "legalForm",
         m.name AS municipality,
         (SELECT b.state FROM bank_account b WHERE b.organisation_id = o.id
          ORDER BY array_position(ARRAY['verified', 'proposed', 'refused', 'replaced'], b.state), b.proposed_at DESC
          LIMIT 1) AS "accountState"
       FROM organisation o JOIN municipality m ON m.nis = o.municipality_nis
       WHERE ($1::text = '' OR strpos(lower(unaccent(o.name)), lower(unaccent($1))) > 0
           OR strpos(o.enterprise_number, nullif(regexp_replace($1, '[ ./-]', '', 'g'), '')) > 0)
         AND ($2::uuid IS NULL OR (o.name, o.id) > (SELECT name, id FROM organisation WHERE id = $2))
       ORDER BY o.name, o.id LIMIT $3`,
      [query.search ?? '', idKey(query.after), limit + 1],
    );
    return pageOf(rows, limit, ({ id }) => id);
  }

  /** For members and for staff who may read organisations; for everybody else it is not there. */
  async read(actor: Actor, { params }: InputOf<typeof organisations.readOrganisation>): Promise<Organisation> {
    const row = await this.database.row<Organisation>(
      `SELECT o.id, o.enterprise_number AS "enterpriseNumber", o.name, o.legal_form AS "legalForm", o.street,
         o.postal_code AS "postalCode", o.municipality_nis AS "municipalityNis", c.name AS municipality, o.language,
         o.website, o.purpose, o.revision, own.role AS "ownRole",
         (SELECT coalesce(jsonb_agg(jsonb_build_object('personId', p.id, 'name', p.name, 'email', p.email,
             'role', m.role, 'since', m.since) ORDER BY m.since, p.id), '[]')
          FROM organisation_member m JOIN person p ON p.id = m.person_id WHERE m.organisation_id = o.id) AS members,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'iban', b.iban, 'holder', b.holder,
             'state', b.state, 'proposedAt', b.proposed_at, 'judgedAt', b.judged_at, 'revision', b.revision)
             ORDER BY b.proposed_at DESC, b.id), '[]')
          FROM bank_account b WHERE b.organisation_id = o.id) AS "bankAccounts",
         (SELECT coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'email', i.email, 'role', i.role,
             'invitedAt', i.invited_at) ORDER BY i.invited_at, i.id), '[]')
          FROM organisation_invitation i WHERE i.organisation_id = o.id AND own.role = 'representative'
            AND ${isOpenInvitation}) AS invitations
       FROM organisation o JOIN municipality c ON c.nis = o.municipality_nis
         LEFT JOIN organisation_member own ON own.organisation_id = o.id AND own.person_id = $2
       WHERE o.id = $1 AND (own.role IS NOT NULL OR $3)`,
      [params.organisationId, personOf(actor), actor.permissions.has('organisation:read')],
    );
    if (row === null) throw new Problem('record.missing');
    const seesAll = actor.permissions.has('bank-account:verify') || (row.ownRole !== null && mayRepresent(row.ownRole));
    const shown = (iban: string) => (seesAll ? iban : maskIban(iban));
    return { ...row, bankAccounts: row.bankAccounts.map((account) => ({ ...account, iban: shown(account.iban) })) };
  }

  /** The oldest first. */
  async accountsToVerify({ query }: InputOf<typeof organisations.listBankAccountsToVerify>) {
    const limit = query.limit ?? 50;
    const rows = await this.database.rows<ToVerifyRow>(
      `SELECT b.id, b.iban, b.holder, b.state, b.proposed_at AS "proposedAt", b.judged_at AS "judgedAt", b.revision,
         o.id AS "organisationId", o.name AS "organisationName", o.enterprise_number AS "enterpriseNumber"
       FROM bank_account b JOIN organisation o ON o.id = b.organisation_id
       WHERE b.state = 'proposed'
         AND ($1::uuid IS NULL OR (b.proposed_at, b.id) > (SELECT proposed_at, id FROM bank_account WHERE id = $1))
       ORDER BY b.proposed_at, b.id LIMIT $2`,
      [idKey(query.after), limit + 1],
    );
    return pageOf(rows, limit, ({ id }) => id);
  }
}
