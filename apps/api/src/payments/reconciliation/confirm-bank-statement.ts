import type { AnswerOf, payments as contract, InputOf } from '@commonlot/contracts';
import { Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { withoutConflict } from '../../applications/index.js';
import { type Actor, Transactions, type Tx } from '../../platform/index.js';
import { ConfirmPayment } from '../confirm-payment.js';
import { PaymentRepository } from '../payment.repository.js';
import { BankStatementRepository, type ClassedEntry } from './bank-statement.repository.js';

type Contract = typeof contract.confirmBankStatement;

/** Whether the person ($2) may act on the payments of a decision `d`: no conflict of interest, and not for the payee. */
export const mayConfirm = (person: string): string => `${withoutConflict('d.application_id', person)}
  AND NOT EXISTS (SELECT 1 FROM organisation_member own
    WHERE own.organisation_id = d.organisation_id AND own.person_id = ${person})`;

/** Confirms the payments of a statement that wait for the bank and agree with their entry, all in one act. */
@Injectable()
export class ConfirmBankStatement {
  constructor(
    private readonly transactions: Transactions,
    private readonly statements: BankStatementRepository,
    private readonly payments: PaymentRepository,
    private readonly confirmPayment: ConfirmPayment,
  ) {}

  /** Throws `record.stale` when what waits is no longer what the person saw. */
  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      await this.statements.lock(tx);
      await this.statements.require(tx, params.statementId);
      const entries = await this.statements.match(tx, params.statementId);
      const waiting = await this.lockWaiting(tx, entries);
      const sum = waiting.reduce((total, { entry }) => total + entry.amountCents, 0);
      if (waiting.length !== body.count || sum !== body.sumCents)
        throw new Problem('record.stale', { count: waiting.length });

      for (const { entry, id, revision } of waiting) {
        const payment = await this.payments.lock(tx, id, revision);
        const { bookedOn: paidOn, bankReference } = entry;
        await this.confirmPayment.book(tx, payment, { paidOn, bankReference });
      }
      return { count: waiting.length };
    });
  }

  /** Those that the person may confirm, locked in one order; then by line, so that two acts lock its accounts alike. */
  private async lockWaiting(tx: Tx, entries: readonly ClassedEntry[]) {
    const entryOf = new Map(
      entries.filter(({ entryClass }) => entryClass === 'exact').map((entry) => [entry.paymentId, entry]),
    );
    const rows = await tx.query<{ id: string; revision: number; lineId: string }>(
      `SELECT p.id, p.revision, d.line_id AS "lineId" FROM payment p JOIN decision d ON d.id = p.decision_id
       WHERE p.id = ANY ($1) AND p.state = 'approved' AND ${mayConfirm('$2::uuid')}
       ORDER BY p.id FOR UPDATE OF p`,
      [[...entryOf.keys()], tx.actor.personId],
    );
    return rows
      .toSorted((a, b) => (a.lineId < b.lineId ? -1 : 1))
      .flatMap(({ id, revision }) => {
        const entry = entryOf.get(id);
        return entry === undefined ? [] : [{ entry, id, revision }];
      });
  }
}
