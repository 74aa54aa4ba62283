import type { AnswerOf, InputOf, organisations } from '@commonlot/contracts';
import { Problem, parseIban } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { personOf } from '../access/index.js';
import { type Actor, Transactions } from '../platform/index.js';
import { AccountWarnings } from './account-warnings.js';
import { BankAccountRepository } from './bank-account.repository.js';
import { OrganisationRepository } from './organisation.repository.js';
import { Organisations } from './organisations.js';

type Contract = typeof organisations.proposeBankAccount;

@Injectable()
export class ProposeBankAccount {
  constructor(
    private readonly transactions: Transactions,
    private readonly organisations: Organisations,
    private readonly repository: OrganisationRepository,
    private readonly accounts: BankAccountRepository,
    private readonly warnings: AccountWarnings,
  ) {}

  /**
   * Subsidies go to Belgian accounts only. A second proposal waits until the first is judged, and the account that is
   * verified already is not proposed again: both give `record.duplicate`. All representatives are warned while there
   * still is time to object.
   */
  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const { organisationId } = params;
      const organisation = await this.repository.lock(tx, organisationId);
      await this.organisations.requireMember(tx, organisationId, actor.personId, 'represent');
      const parsed = parseIban(body.iban);
      if (parsed?.country !== 'BE') throw new Problem('bank-account.invalid');
      const current = await this.organisations.verifiedAccount(tx, organisationId);
      if (current?.iban === parsed.iban) throw new Problem('record.duplicate');

      const account = { organisationId, iban: parsed.iban, holder: body.holder, proposedBy: personOf(actor) };
      const id = await this.accounts.insert(tx, { ...account, state: 'proposed' });
      await tx.record({ type: 'bank-account.proposed', subjectId: id, after: { organisationId, state: 'proposed' } });
      await this.warnings.send(tx, 'proposed', organisation, { id, iban: parsed.iban });
      return { id, revision: 0 };
    });
  }
}
