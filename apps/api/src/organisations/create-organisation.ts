import type { AnswerOf, InputOf, organisations } from '@commonlot/contracts';
import { Problem, parseEnterpriseNumber } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { personOf } from '../access/index.js';
import { type Actor, Transactions } from '../platform/index.js';
import { OrganisationRepository } from './organisation.repository.js';

type Contract = typeof organisations.createOrganisation;

@Injectable()
export class CreateOrganisation {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: OrganisationRepository,
  ) {}

  /** A number that is taken gives `organisation.duplicate`, which does not tell by whom. */
  execute(actor: Actor, { body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const enterpriseNumber = parseEnterpriseNumber(body.enterpriseNumber);
      if (enterpriseNumber === null) throw new Problem('organisation.number-invalid');
      await this.repository.assertMunicipality(tx, body.municipalityNis);

      const id = await this.repository.insert(tx, { ...body, enterpriseNumber });
      await this.repository.addMember(tx, id, personOf(actor), 'representative');
      await tx.record({ type: 'organisation.registered', subjectId: id, after: { enterpriseNumber } });
      return { id, revision: 0 };
    });
  }
}
