import type { AnswerOf, InputOf, organisations } from '@commonlot/contracts';
import { Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { InvitationRepository } from './invitation.repository.js';
import { OrganisationRepository } from './organisation.repository.js';
import { Organisations } from './organisations.js';

type Contract = typeof organisations.withdrawInvitation;

/** Takes an invitation back, for instance to an address with a slip of the keyboard in it. */
@Injectable()
export class WithdrawInvitation {
  constructor(
    private readonly transactions: Transactions,
    private readonly organisations: Organisations,
    private readonly repository: OrganisationRepository,
    private readonly invitations: InvitationRepository,
  ) {}

  execute(actor: Actor, { params }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const { organisationId, invitationId } = params;
      await this.repository.lock(tx, organisationId);
      await this.organisations.requireMember(tx, organisationId, actor.personId, 'represent');
      if (!(await this.invitations.remove(tx, organisationId, invitationId))) throw new Problem('record.missing');
      await tx.record({ type: 'organisation.invitation-withdrawn', subjectId: organisationId });
      return {};
    });
  }
}
