import type { AnswerOf, access, InputOf } from '@commonlot/contracts';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions, type Tx } from '../platform/index.js';
import { AccessLimits } from './access-limits.js';
import { AccessMails } from './access-mails.js';
import { evenTime } from './even-time.js';
import { OneTimeLinks } from './one-time-links.js';
import { Passwords } from './passwords.js';
import { PersonRepository } from './person.repository.js';

type Contract = typeof access.signUp;
type Body = InputOf<Contract>['body'];

@Injectable()
export class SignUp {
  constructor(
    private readonly transactions: Transactions,
    private readonly limits: AccessLimits,
    private readonly passwords: Passwords,
    private readonly people: PersonRepository,
    private readonly links: OneTimeLinks,
    private readonly mails: AccessMails,
  ) {}

  /** The answer is the same whether or not the address is known; the mail tells its owner. */
  async execute(actor: Actor, { body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    this.passwords.assertGood(body.password, body);
    await this.limits.mail(body.email, actor.address);
    await evenTime(100, this.open(actor, body, await this.passwords.hash(body.password)));
    return {};
  }

  private open(actor: Actor, body: Body, passwordHash: string): Promise<void> {
    return this.transactions.run(actor, async (tx) => {
      const personId = await this.people.insert(tx, { ...body, passwordHash });
      if (personId === null) return this.tellOwner(tx, body.email);
      const token = await this.links.make(tx, 'confirm-email', personId);
      await tx.record({ type: 'person.signed-up', subjectId: personId });
      await this.mails.send(tx, 'confirm', { ...body, id: personId, state: 'unconfirmed' }, token);
    });
  }

  /**
   * An account that was never confirmed may have been opened by somebody else, with a password that they know: its
   * owner chooses a new one by a link, and the links that were mailed before stop working.
   */
  private async tellOwner(tx: Tx, email: string): Promise<void> {
    const person = await this.people.findByEmail(tx, email);
    if (person === null || person.state === 'suspended') return;
    if (person.state === 'active') return this.mails.send(tx, 'known', person);
    await this.mails.send(tx, 'finish', person, await this.links.make(tx, 'reset-password', person.id));
  }
}
