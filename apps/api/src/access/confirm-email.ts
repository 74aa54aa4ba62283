import type { access, InputOf } from '@commonlot/contracts';
import { Problem, personStanding } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { OneTimeLinks } from './one-time-links.js';
import { PersonRepository } from './person.repository.js';
import { type OpenedSession, Sessions } from './sessions.js';

type Contract = typeof access.confirmEmail;

@Injectable()
export class ConfirmEmail {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: PersonRepository,
    private readonly links: OneTimeLinks,
    private readonly sessions: Sessions,
  ) {}

  execute(actor: Actor, { body }: InputOf<Contract>, device: string): Promise<OpenedSession> {
    return this.transactions.run(actor, async (tx) => {
      const person = await this.people.lock(tx, await this.links.use(tx, 'confirm-email', body.token));
      if (!personStanding.can(person.state, 'confirm')) throw new Problem('link.expired');
      const state = personStanding.next(person.state, 'confirm');

      await this.people.update(tx, person, { state, confirmedAt: tx.now });
      await tx.record({
        type: 'person.confirmed',
        subjectId: person.id,
        before: { state: person.state },
        after: { state },
      });
      return this.sessions.open(tx, person.id, device);
    });
  }
}
