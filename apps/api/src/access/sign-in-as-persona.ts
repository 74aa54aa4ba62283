import type { access, InputOf } from '@commonlot/contracts';
import { Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { PersonRepository } from './person.repository.js';
import { type OpenedSession, Sessions } from './sessions.js';

type Contract = typeof access.signInAsPersona;

@Injectable()
export class SignInAsPersona {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: PersonRepository,
    private readonly sessions: Sessions,
  ) {}

  /** Without a password, and so for the invented people of the demonstration only. The guard hides it in production. */
  execute(actor: Actor, { params }: InputOf<Contract>, device: string): Promise<OpenedSession> {
    return this.transactions.run(actor, async (tx) => {
      const person = await this.people.lock(tx, params.personId);
      if (!person.isPersona || person.state !== 'active') throw new Problem('record.missing');
      return this.sessions.open(tx, person.id, device);
    });
  }
}
