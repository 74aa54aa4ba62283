import type { AnswerOf, payments as contract, InputOf } from '@commonlot/contracts';
import { type DifferenceKind, Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { withoutConflict } from '../../applications/index.js';
import { type Actor, newId, Transactions, type Tx } from '../../platform/index.js';
import { BankStatementRepository } from './bank-statement.repository.js';
import { missingPayments } from './bank-statement-sql.js';

type Contract = typeof contract.explainBankDifference;

/** Keeps why a difference is one. It stays in the statement, and is no longer work. */
@Injectable()
export class ExplainBankDifference {
  constructor(
    private readonly transactions: Transactions,
    private readonly statements: BankStatementRepository,
  ) {}

  /** Throws `record.stale` when it is another difference than the person saw, or none any more. */
  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      await this.statements.lock(tx);
      await this.statements.require(tx, params.statementId);
      const isMissing = body.kind === 'not-in-statement';
      const kind = isMissing
        ? await this.kindOfPayment(tx, params.statementId, body.subjectId)
        : await this.kindOfEntry(tx, params.statementId, body.subjectId);
      if (kind !== body.kind) throw new Problem('record.stale');
      const id = newId();
      const inserted = await tx.query(
        `INSERT INTO bank_explanation (id, statement_id, entry_id, payment_id, kind, reason, explained_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id`,
        [
          id,
          params.statementId,
          isMissing ? null : body.subjectId,
          isMissing ? body.subjectId : null,
          kind,
          body.reason,
          tx.actor.personId,
        ],
      );
      if (inserted.length === 0) throw new Problem('record.duplicate');
      const about = isMissing ? { paymentId: body.subjectId } : { entryId: body.subjectId };
      await tx.record({ type: 'bank-statement.explained', subjectId: params.statementId, after: { ...about, kind } });
      return { id };
    });
  }

  private async kindOfEntry(tx: Tx, statementId: string, entryId: string): Promise<string> {
    const entry = (await this.statements.match(tx, statementId)).find(({ id }) => id === entryId);
    if (entry === undefined) throw new Problem('record.missing');
    const open = await tx.query(
      `SELECT 1 FROM bank_entry e LEFT JOIN payment p ON p.id = e.payment_id LEFT JOIN decision d ON d.id = p.decision_id
       WHERE e.id = $1 AND ${withoutConflict('d.application_id', '$2::uuid')}`,
      [entryId, tx.actor.personId],
    );
    if (open.length === 0) throw new Problem('record.missing');
    return entry.entryClass;
  }

  private async kindOfPayment(tx: Tx, statementId: string, paymentId: string): Promise<DifferenceKind | null> {
    const known = await tx.query(
      `SELECT 1 FROM payment p JOIN decision d ON d.id = p.decision_id
       WHERE p.id = $1 AND ${withoutConflict('d.application_id', '$2::uuid')}`,
      [paymentId, tx.actor.personId],
    );
    if (known.length === 0) throw new Problem('record.missing');
    const missing = await tx.query(
      `SELECT 1 FROM bank_statement s JOIN payment p ON ${missingPayments} WHERE s.id = $1 AND p.id = $2`,
      [statementId, paymentId],
    );
    return missing.length === 0 ? null : 'not-in-statement';
  }
}
