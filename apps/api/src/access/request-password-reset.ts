import type { AnswerOf, access, InputOf } from '@commonlot/contracts';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { AccessLimits } from './access-limits.js';
import { AccessMails } from './access-mails.js';
import { evenTime } from './even-time.js';
import { OneTimeLinks } from './one-time-links.js';
import { PersonRepository } from './person.repository.js';

type Contract = typeof access.requestPasswordReset;
type Body = InputOf<Contract>['body'];

@Injectable()
export class RequestPasswordReset {
  constructor(
    private readonly transactions: Transactions,
    private readonly limits: AccessLimits,
    private readonly people: PersonRepository,
    private readonly links: OneTimeLinks,
    private readonly mails: AccessMails,
  ) {}

  /** Whoever typed an address that has no account is told so by mail, at that address, and nowhere else. */
  async execute(
    actor: Actor,
    { body }: InputOf<Contract>,
    deviceToken: string | undefined,
  ): Promise<AnswerOf<Contract>> {
    await this.limits.mail(body.email, actor.address, deviceToken);
    await evenTime(100, this.write(actor, body));
    return {};
  }

  private write(actor: Actor, body: Body): Promise<void> {
    return this.transactions.run(actor, async (tx) => {
      const person = await this.people.findByEmail(tx, body.email);
      if (person === null) {
        return this.mails.send(tx, 'unknown', { ...body, id: null, name: '', state: 'unconfirmed' });
      }
      if (person.state === 'suspended') return;
      await this.mails.send(tx, 'reset', person, await this.links.make(tx, 'reset-password', person.id));
    });
  }
}
