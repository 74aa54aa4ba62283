import type { access, InputOf } from '@commonlot/contracts';
import { Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Database, Log, Transactions } from '../platform/index.js';
import { AccessLimits } from './access-limits.js';
import { Passwords } from './passwords.js';
import { PersonRepository } from './person.repository.js';
import { type OpenedSession, Sessions } from './sessions.js';

type Contract = typeof access.signIn;

@Injectable()
export class SignIn {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: Database,
    private readonly limits: AccessLimits,
    private readonly passwords: Passwords,
    private readonly people: PersonRepository,
    private readonly sessions: Sessions,
    private readonly log: Log,
  ) {}

  /** One refusal for everything: unknown address, wrong password, not confirmed, suspended. */
  async execute(
    actor: Actor,
    { body }: InputOf<Contract>,
    device: string,
    deviceToken: string | undefined,
  ): Promise<OpenedSession> {
    await this.limits.signIn(body.email, actor.address, deviceToken);
    const known = await this.database.row<{ id: string; hash: string | null }>(
      'SELECT id, password_hash AS hash FROM person WHERE email = $1',
      [body.email],
    );
    const isRight = await this.passwords.isRight(body.password, known?.hash ?? null);
    if (known === null || !isRight) throw this.refusal(known?.id);

    return this.transactions.run(actor, async (tx) => {
      const person = await this.people.lock(tx, known.id);
      // A password that was changed while this one was being checked opens nothing.
      if (person.state !== 'active' || person.passwordHash !== known.hash) throw this.refusal(known.id);
      return this.sessions.open(tx, person.id, device);
    });
  }

  private refusal(personId: string | undefined): Problem {
    this.log.info('sign-in.refused', { personId: personId ?? null });
    return new Problem('session.wrong-credentials');
  }
}
