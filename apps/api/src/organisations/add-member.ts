import type { AnswerOf, InputOf, organisations } from '@commonlot/contracts';
import type { Language } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { personOf } from '../access/index.js';
import { type Actor, MailWriter, newId, RateLimit, Transactions, type Tx } from '../platform/index.js';
import { InvitationRepository } from './invitation.repository.js';
import { invitationMail } from './mails.js';
import type { OrganisationRow } from './organisation.entity.js';
import { OrganisationRepository } from './organisation.repository.js';
import { Organisations } from './organisations.js';

type Contract = typeof organisations.addMember;

/** Invites somebody to act for the organisation. Who accepts becomes a member: nobody is one without wanting it. */
@Injectable()
export class AddMember {
  constructor(
    private readonly transactions: Transactions,
    private readonly limit: RateLimit,
    private readonly organisations: Organisations,
    private readonly repository: OrganisationRepository,
    private readonly invitations: InvitationRepository,
    private readonly mails: MailWriter,
  ) {}

  /** What happens is the same whether or not the address has an account; only the language of the mail may differ. */
  async execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    await this.limit.use(`add-member:${personOf(actor)}`, 30, 3600);
    return this.transactions.run(actor, async (tx) => {
      const organisation = await this.repository.lock(tx, params.organisationId);
      await this.organisations.requireMember(tx, params.organisationId, actor.personId, 'represent');
      // A member keeps the role, which `setMember` changes; that this is a member stands in the list already.
      const members = await tx.query(
        `SELECT 1 FROM organisation_member m JOIN person p ON p.id = m.person_id
         WHERE m.organisation_id = $1 AND p.email = $2`,
        [organisation.id, body.email],
      );
      if (members.length > 0) return {};
      await this.invitations.invite(tx, organisation.id, body.email, body.role);
      await tx.record({
        type: 'organisation.member-invited',
        subjectId: organisation.id,
        after: { role: body.role },
      });
      await this.mail(tx, organisation, body);
      return {};
    });
  }

  private async mail(tx: Tx, organisation: OrganisationRow, { email, role }: InputOf<Contract>['body']): Promise<void> {
    const [known] = await tx.query<{ id: string; language: Language }>(
      `SELECT id, screen_language AS language FROM person WHERE email = $1 AND state = 'active'`,
      [email],
    );
    const language = known?.language ?? organisation.language;
    const link = this.mails.link(`/${language}/work/organisations`);
    await tx.mail({
      personId: known?.id ?? null,
      to: email,
      language,
      ...invitationMail(language, { organisation: organisation.name, role, link }),
      dedupeKey: `member-invited:${newId()}`,
      about: { type: 'organisation', id: organisation.id },
    });
  }
}
