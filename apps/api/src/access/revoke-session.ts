import type { AnswerOf, access, InputOf } from '@commonlot/contracts';
import { Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { personOf } from './person-of.js';
import { Sessions } from './sessions.js';

type Contract = typeof access.revokeSession;

@Injectable()
export class RevokeSession {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: Sessions,
  ) {}

  execute(actor: Actor, { params }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const wasOpen = await this.sessions.endOwn(tx, personOf(actor), params.sessionId);
      if (!wasOpen) throw new Problem('record.missing');
      return {};
    });
  }
}
