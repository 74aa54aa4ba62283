import { type ActInstalment, cents, instalmentAmounts } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Job, newId, systemActor, Transactions, type Tx } from '../platform/index.js';

interface SignedAward {
  id: string;
  number: string;
  amount: string;
  instalments: (Pick<ActInstalment, 'condition' | 'dueOn'> & { percent: number })[];
}

/** Plans the instalments of an award when its act is signed. The subject is the decision. */
@Injectable()
export class PlanPayments implements Job {
  readonly name = 'plan-payments';

  constructor(private readonly transactions: Transactions) {}

  async run(decisionId: string): Promise<void> {
    await this.transactions.run(systemActor, async (tx) => {
      const award = await this.lockAward(tx, decisionId);
      if (award === null) return;
      const amounts = instalmentAmounts(
        cents(Number(award.amount)),
        award.instalments.map(({ percent }) => percent),
      );
      for (const [index, { condition, dueOn }] of award.instalments.entries()) {
        const amountCents = amounts[index] ?? cents(0);
        // A hundredth of a few cents is nothing, and nothing is not paid.
        if (amountCents > 0) await this.plan(tx, award, { instalment: index + 1, amountCents, condition, dueOn });
      }
    });
  }

  /** The award, locked so that two runs wait for each other; null when there is nothing to plan (any more). */
  private async lockAward(tx: Tx, decisionId: string): Promise<SignedAward | null> {
    const [award] = await tx.query<SignedAward>(
      `SELECT id, number, amount_cents AS amount, act -> 'instalments' AS instalments FROM decision d
       WHERE id = $1 AND outcome = 'award' AND signed_at IS NOT NULL AND lapsed_at IS NULL
         AND corrects_decision_id IS NULL FOR UPDATE`,
      [decisionId],
    );
    const planned = await tx.query('SELECT 1 FROM payment WHERE decision_id = $1 LIMIT 1', [decisionId]);
    return award === undefined || planned.length > 0 ? null : award;
  }

  private async plan(
    tx: Tx,
    award: SignedAward,
    part: Pick<ActInstalment, 'condition' | 'dueOn'> & { instalment: number; amountCents: number },
  ): Promise<void> {
    const id = newId();
    await tx.query(
      `INSERT INTO payment (id, number, decision_id, instalment, amount_cents, due_on, condition, state)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'planned')`,
      [
        id,
        `${award.number}-P${part.instalment}`,
        award.id,
        part.instalment,
        part.amountCents,
        part.dueOn,
        part.condition,
      ],
    );
    await tx.record({
      type: 'payment.planned',
      subjectId: id,
      after: { amountCents: part.amountCents, dueOn: part.dueOn },
    });
  }
}
