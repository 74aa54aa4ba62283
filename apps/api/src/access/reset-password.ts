import type { access, InputOf } from '@commonlot/contracts';
import { type PersonState, Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { AccessMails } from './access-mails.js';
import { OneTimeLinks } from './one-time-links.js';
import { Passwords } from './passwords.js';
import { PersonRepository } from './person.repository.js';
import { type OpenedSession, Sessions } from './sessions.js';

type Contract = typeof access.resetPassword;

@Injectable()
export class ResetPassword {
  constructor(
    private readonly transactions: Transactions,
    private readonly passwords: Passwords,
    private readonly people: PersonRepository,
    private readonly links: OneTimeLinks,
    private readonly sessions: Sessions,
    private readonly mails: AccessMails,
  ) {}

  /**
   * Sets a new password, ends every session and signs in anew. The link proves the address as well, so that an account
   * that was not confirmed is confirmed by it. A refused password leaves the link as it was.
   */
  execute(actor: Actor, { body }: InputOf<Contract>, device: string): Promise<OpenedSession> {
    return this.transactions.run(actor, async (tx) => {
      const person = await this.people.lock(tx, await this.links.use(tx, 'reset-password', body.token));
      if (person.state === 'suspended') throw new Problem('link.expired');
      this.passwords.assertGood(body.password, person);

      const state: PersonState = 'active';
      const passwordHash = await this.passwords.hash(body.password);
      await this.people.update(tx, person, { state, passwordHash, confirmedAt: person.confirmedAt ?? tx.now });
      await this.links.endAll(tx, person.id);
      await this.sessions.endAll(tx, person.id);
      await tx.record({ type: 'person.password-reset', subjectId: person.id });
      await this.mails.send(tx, 'changed', person);
      return this.sessions.open(tx, person.id, device);
    });
  }
}
