import type { AnswerOf, access, InputOf } from '@commonlot/contracts';
import { assertOtherPerson, personStanding } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { OneTimeLinks } from './one-time-links.js';
import { PersonRepository } from './person.repository.js';
import { Sessions } from './sessions.js';

type Contract = typeof access.setSuspension;

@Injectable()
export class SetSuspension {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: PersonRepository,
    private readonly sessions: Sessions,
    private readonly links: OneTimeLinks,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      assertOtherPerson(actor.personId, params.personId);
      await this.people.lockAdministration(tx);
      const person = await this.people.lockAt(tx, params.personId, body.revision);
      const state = personStanding.next(person.state, body.isSuspended ? 'suspend' : 'restore');

      const revision = await this.people.update(tx, person, { state });
      await this.sessions.endAll(tx, person.id);
      await this.links.endAll(tx, person.id);
      await tx.record({
        type: body.isSuspended ? 'person.suspended' : 'person.restored',
        subjectId: person.id,
        before: { state: person.state },
        after: { state },
      });
      return { revision };
    });
  }
}
