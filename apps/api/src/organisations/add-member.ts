import type { AnswerOf, InputOf, organisations } from '@commonlot/contracts';
import type { Language, MemberRole } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { personOf } from '../access/index.js';
import { type Actor, MailWriter, newId, RateLimit, Transactions, type Tx } from '../platform/index.js';
import { invitationMail, membershipMail } from './mails.js';
import type { OrganisationRow } from './organisation.entity.js';
import { OrganisationRepository } from './organisation.repository.js';
import { Organisations } from './organisations.js';

type Contract = typeof organisations.addMember;

interface Known {
  id: string;
  name: string;
  language: Language;
}

@Injectable()
export class AddMember {
  constructor(
    private readonly transactions: Transactions,
    private readonly limit: RateLimit,
    private readonly organisations: Organisations,
    private readonly repository: OrganisationRepository,
    private readonly mails: MailWriter,
  ) {}

  /** The answer does not tell whether the account exists; a mail tells its owner, or invites to open one. */
  async execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    await this.limit.use(`add-member:${personOf(actor)}`, 30, 3600);
    return this.transactions.run(actor, async (tx) => {
      const organisation = await this.repository.lock(tx, params.organisationId);
      await this.organisations.requireMember(tx, params.organisationId, actor.personId, 'represent');
      const [known] = await tx.query<Known>(
        `SELECT id, name, screen_language AS language FROM person WHERE email = $1 AND state = 'active'`,
        [body.email],
      );
      if (known === undefined) await this.invite(tx, organisation, body.email);
      else await this.add(tx, organisation, known, body.email, body.role);
      return {};
    });
  }

  /** Somebody who is a member already keeps the role: `setMember` changes it. */
  private async add(
    tx: Tx,
    organisation: OrganisationRow,
    person: Known,
    email: string,
    role: MemberRole,
  ): Promise<void> {
    const isNew = await this.repository.addMember(tx, organisation.id, person.id, role);
    if (!isNew) return;
    const after = { personId: person.id, role };
    await tx.record({ type: 'organisation.member-added', subjectId: organisation.id, after });
    await tx.notify({
      personIds: [person.id],
      type: 'organisation.member-added',
      subjectType: 'organisation',
      subjectId: organisation.id,
      data: { organisation: organisation.name, role },
    });
    const link = this.mails.link(`/${person.language}/work/organisations/${organisation.id}`);
    await tx.mail({
      personId: person.id,
      to: email,
      language: person.language,
      ...membershipMail(person.language, { name: person.name, organisation: organisation.name, role, link }),
      dedupeKey: `member-added:${newId()}`,
      about: { type: 'organisation', id: organisation.id },
    });
  }

  private async invite(tx: Tx, organisation: OrganisationRow, email: string): Promise<void> {
    const { language } = organisation;
    await tx.mail({
      personId: null,
      to: email,
      language,
      ...invitationMail(language, { organisation: organisation.name, link: this.mails.link(`/${language}`) }),
      dedupeKey: `member-invited:${newId()}`,
      about: { type: 'organisation', id: organisation.id },
    });
  }
}
