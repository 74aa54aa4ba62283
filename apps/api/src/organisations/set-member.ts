import type { AnswerOf, InputOf, organisations } from '@commonlot/contracts';
import { Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { OrganisationRepository } from './organisation.repository.js';
import { Organisations } from './organisations.js';

type Contract = typeof organisations.setMember;

@Injectable()
export class SetMember {
  constructor(
    private readonly transactions: Transactions,
    private readonly organisations: Organisations,
    private readonly repository: OrganisationRepository,
  ) {}

  /** A representative changes anybody; everybody may leave. The last representative does neither. */
  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const { organisationId, personId } = params;
      const isLeaving = body.role === null && personId === actor.personId;
      // Locked first: whoever was removed a moment ago does not remove others any more.
      await this.repository.lock(tx, organisationId);
      await this.organisations.requireMember(tx, organisationId, actor.personId, isLeaving ? 'view' : 'represent');
      const before = await this.repository.roleOf(tx, organisationId, personId);
      if (before === null) throw new Problem('record.missing');

      await this.repository.setMember(tx, organisationId, personId, body.role);
      await tx.record({
        type: 'organisation.member-set',
        subjectId: organisationId,
        before: { role: before },
        after: { personId, role: body.role },
      });
      return {};
    });
  }
}
