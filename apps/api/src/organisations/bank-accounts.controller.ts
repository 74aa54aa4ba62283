import { organisations as contract, type InputOf } from '@commonlot/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, ActorParam, Handles, Input } from '../platform/index.js';
import { JudgeBankAccount } from './judge-bank-account.js';
import { OrganisationsQueries } from './organisations.queries.js';
import { ProposeBankAccount } from './propose-bank-account.js';

/** The accounts that subsidies are paid to. */
@Controller()
export class BankAccountsController {
  constructor(
    private readonly queries: OrganisationsQueries,
    private readonly proposeBankAccount: ProposeBankAccount,
    private readonly judgeBankAccount: JudgeBankAccount,
  ) {}

  @Handles(contract.proposeBankAccount)
  propose(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.proposeBankAccount>) {
    return this.proposeBankAccount.execute(actor, input);
  }

  @Handles(contract.listBankAccountsToVerify)
  listToVerify(@Input() input: InputOf<typeof contract.listBankAccountsToVerify>) {
    return this.queries.accountsToVerify(input);
  }

  @Handles(contract.judgeBankAccount)
  judge(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.judgeBankAccount>) {
    return this.judgeBankAccount.execute(actor, input);
  }
}
