import type { AnswerOf, InputOf, organisations } from '@commonlot/contracts';
import { bankAccountLifecycle, judgeBankAccount } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { personOf } from '../access/index.js';
import { type Actor, Transactions, type Tx } from '../platform/index.js';
import { AccountWarnings } from './account-warnings.js';
import { BankAccountRepository } from './bank-account.repository.js';
import { Organisations } from './organisations.js';

type Contract = typeof organisations.judgeBankAccount;

@Injectable()
export class JudgeBankAccount {
  constructor(
    private readonly transactions: Transactions,
    private readonly organisations: Organisations,
    private readonly accounts: BankAccountRepository,
    private readonly warnings: AccountWarnings,
  ) {}

  /** A verified account takes the place of the one before; all representatives are told. */
  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const account = await this.accounts.lockAt(tx, params.bankAccountId, body.revision);
      const facts = { state: account.state, proposedById: account.proposedBy };
      const { state, judgedById } = judgeBankAccount(facts, body.isVerified ? 'verify' : 'refuse', personOf(actor));

      await this.organisations.requireOutsider(tx, [account.organisationId]);

      if (state === 'verified') await this.replaceCurrent(tx, account.organisationId);
      const revision = await this.accounts.judge(tx, account, state, judgedById);
      const change = { before: { state: account.state }, after: { state } };
      await tx.record({ type: `bank-account.${state}`, subjectId: account.id, ...change });
      const organisation = await this.organisations.facts(tx, account.organisationId);
      await this.warnings.send(tx, body.isVerified ? 'verified' : 'refused', organisation, account);
      return { revision };
    });
  }

  private async replaceCurrent(tx: Tx, organisationId: string): Promise<void> {
    const current = await this.accounts.lockVerified(tx, organisationId);
    if (current === null) return;
    const state = bankAccountLifecycle.next(current.state, 'replace');
    await this.accounts.setState(tx, current, state);
    await tx.record({
      type: 'bank-account.replaced',
      subjectId: current.id,
      before: { state: current.state },
      after: { state },
    });
  }
}
