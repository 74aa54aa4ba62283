import type { AnswerOf, access, InputOf } from '@commonlot/contracts';
import { Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { PersonRepository } from './person.repository.js';
import { personOf } from './person-of.js';
import { type SessionPersonRow, sessionPersonOf, sessionPersonSql } from './session-person.js';

type Contract = typeof access.savePreferences;

@Injectable()
export class SavePreferences {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: PersonRepository,
  ) {}

  /** The last word wins: it is the own account, and nobody else writes there. */
  execute(actor: Actor, { body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const person = await this.people.lock(tx, personOf(actor));
      await this.people.update(tx, person, body);
      await tx.record({
        type: 'person.preferences-saved',
        subjectId: person.id,
        before: { screenLanguage: person.screenLanguage },
        after: { screenLanguage: body.screenLanguage },
      });
      const [row] = await tx.query<SessionPersonRow>(sessionPersonSql, [person.id]);
      if (row === undefined) throw new Problem('record.missing');
      return { person: sessionPersonOf(row) };
    });
  }
}
