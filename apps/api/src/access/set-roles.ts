import type { AnswerOf, access, InputOf } from '@commonlot/contracts';
import { assertOtherPerson } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { PersonRepository } from './person.repository.js';

type Contract = typeof access.setRoles;

@Injectable()
export class SetRoles {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: PersonRepository,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      assertOtherPerson(actor.personId, params.personId);
      await this.people.lockAdministration(tx);
      const person = await this.people.lockAt(tx, params.personId, body.revision);
      const before = await this.people.rolesOf(tx, person.id);
      const after = [...new Set(body.roles)].sort();

      await this.people.setRoles(tx, person.id, after);
      const revision = await this.people.update(tx, person, {});
      await tx.record({
        type: 'person.roles-set',
        subjectId: person.id,
        before: { roles: before.join(', ') },
        after: { roles: after.join(', ') },
      });
      return { revision };
    });
  }
}
