import type { AnswerOf, InputOf, organisations } from '@commonlot/contracts';
import { Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { personOf } from '../access/index.js';
import { type Actor, Transactions } from '../platform/index.js';
import { InvitationRepository } from './invitation.repository.js';
import { OrganisationRepository } from './organisation.repository.js';

type Contract = typeof organisations.answerInvitation;

/** The answer of whoever was invited: from here on a member, or not. */
@Injectable()
export class AnswerInvitation {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: OrganisationRepository,
    private readonly invitations: InvitationRepository,
  ) {}

  /** Throws `record.missing` for an invitation to another address, and for one that was answered or taken back. */
  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const personId = personOf(actor);
      const found = await this.invitations.ofPerson(tx, params.invitationId, personId);
      if (found === null) throw new Problem('record.missing');
      // Locked before it is looked at again: a withdrawal that came first counts, and so does its new role.
      await this.repository.lock(tx, found.organisationId);
      const invitation = await this.invitations.ofPerson(tx, params.invitationId, personId);
      if (invitation === null) throw new Problem('record.missing');
      const { organisationId, organisation, role, invitedBy } = invitation;
      await this.invitations.remove(tx, organisationId, invitation.id);
      if (!body.isAccepted) {
        await tx.record({ type: 'organisation.invitation-declined', subjectId: organisationId, after: { role } });
      } else if (await this.repository.addMember(tx, organisationId, personId, role)) {
        const after = { personId, role };
        await tx.record({ type: 'organisation.member-added', subjectId: organisationId, after });
        await tx.notify({
          personIds: [invitedBy],
          type: 'organisation.member-joined',
          subjectType: 'organisation',
          subjectId: organisationId,
          data: { organisation, role },
        });
      }
      return { organisationId };
    });
  }
}
