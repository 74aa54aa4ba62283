import type { AnswerOf, InputOf, organisations } from '@commonlot/contracts';
import { Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { OrganisationRepository } from './organisation.repository.js';
import { Organisations } from './organisations.js';

type Contract = typeof organisations.updateOrganisation;

@Injectable()
export class UpdateOrganisation {
  constructor(
    private readonly transactions: Transactions,
    private readonly organisations: Organisations,
    private readonly repository: OrganisationRepository,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const organisation = await this.repository.lock(tx, params.organisationId);
      await this.organisations.requireMember(tx, params.organisationId, actor.personId, 'edit');
      if (organisation.revision !== body.revision) throw new Problem('record.stale');
      await this.repository.assertMunicipality(tx, body.municipalityNis);
      const { revision: _, ...change } = body;
      const fields = Object.keys(change) as (keyof typeof change)[];
      const changed = fields.filter((field) => change[field] !== organisation[field]);

      const revision = await this.repository.update(tx, organisation, change);
      // Which fields, not which words: the journal never has to forget anybody.
      await tx.record({
        type: 'organisation.changed',
        subjectId: organisation.id,
        after: { fields: changed.join(', ') },
      });
      return { revision };
    });
  }
}
