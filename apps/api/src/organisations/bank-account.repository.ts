import { type BankAccountState, Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { newId, type Tx } from '../platform/index.js';
import { BankAccountRow } from './bank-account.entity.js';

type NewAccount = Pick<BankAccountRow, 'organisationId' | 'iban' | 'holder' | 'state' | 'proposedBy'>;

/** Loads, locks and writes bank accounts. */
@Injectable()
export class BankAccountRepository {
  /** Throws `record.missing` and, when somebody else judged it since, `record.stale`. */
  async lockAt(tx: Tx, bankAccountId: string, revision: number): Promise<BankAccountRow> {
    const account = await tx.manager.findOne(BankAccountRow, {
      where: { id: bankAccountId },
      lock: { mode: 'pessimistic_write' },
    });
    if (account === null) throw new Problem('record.missing');
    if (account.revision !== revision) throw new Problem('record.stale');
    return account;
  }

  /** The account that subsidies are paid to, locked; null when none is verified. */
  async lockVerified(tx: Tx, organisationId: string): Promise<BankAccountRow | null> {
    return tx.manager.findOne(BankAccountRow, {
      where: { organisationId, state: 'verified' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async insert(tx: Tx, account: NewAccount): Promise<string> {
    const id = newId();
    await tx.manager.insert(BankAccountRow, { ...account, id, revision: 0 });
    return id;
  }

  async setState(tx: Tx, account: BankAccountRow, state: BankAccountState): Promise<number> {
    const revision = account.revision + 1;
    await tx.manager.update(BankAccountRow, { id: account.id }, { state, revision });
    return revision;
  }

  /** Writes who judged it and how; returns the new revision. */
  async judge(tx: Tx, account: BankAccountRow, state: BankAccountState, judgedBy: string): Promise<number> {
    const revision = account.revision + 1;
    await tx.manager.update(BankAccountRow, { id: account.id }, { state, judgedBy, judgedAt: tx.now, revision });
    return revision;
  }
}
