import type { AnswerOf, access } from '@commonlot/contracts';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { Sessions } from './sessions.js';

type Contract = typeof access.signOut;

@Injectable()
export class SignOut {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: Sessions,
  ) {}

  /** Whoever is not signed in is signed out already. */
  async execute(actor: Actor): Promise<AnswerOf<Contract>> {
    const { sessionId } = actor;
    if (sessionId !== null) await this.transactions.run(actor, (tx) => this.sessions.end(tx, sessionId));
    return {};
  }
}
