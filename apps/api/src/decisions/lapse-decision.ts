import { cents } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { Ledger } from '../ledger/index.js';
import { Database, type Job, systemActor, Transactions, type Tx } from '../platform/index.js';
import type { DecisionRow } from './decision.entity.js';
import { DecisionRepository } from './decision.repository.js';
import type { DecisionBatchRow } from './decision-batch.entity.js';

/**
 * What becomes of the decision on an application that was withdrawn before it was released: unsigned, it leaves its
 * batch; signed, it lapses, the money goes back to the line and nothing more is paid. Its letter goes to nobody.
 */
@Injectable()
export class LapseDecision implements Job {
  readonly name = 'lapse-decision';

  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly decisions: DecisionRepository,
    private readonly ledger: Ledger,
  ) {}

  async run(applicationId: string): Promise<void> {
    const found = await this.database.row<{ id: string }>(
      `SELECT d.id FROM decision d JOIN application a ON a.id = d.application_id
       WHERE a.id = $1 AND a.state = 'withdrawn' AND d.corrects_decision_id IS NULL AND d.lapsed_at IS NULL`,
      [applicationId],
    );
    if (found === null) return;
    await this.transactions.run(systemActor, async (tx) => {
      const { batch, decision } = await this.decisions.lockDecision(tx, found.id);
      if (decision.signedAt === null) await this.remove(tx, batch, decision);
      else if (decision.lapsedAt === null) await this.lapse(tx, decision);
    });
  }

  /** Lapses a signed decision whose row is locked. Once: the caller has seen that it has not lapsed. */
  async lapse(
    tx: Tx,
    decision: {
      id: string;
      revision: number;
      lineId: string;
      outcome: string | null;
      amountCents: number | string | null;
    },
  ): Promise<void> {
    await this.decisions.updateDecision(tx, decision, { lapsedAt: tx.now });
    const amountCents = decision.outcome === 'award' ? cents(Number(decision.amountCents)) : null;
    if (amountCents !== null) {
      const subject = { subjectType: 'decision', subjectId: decision.id };
      await this.ledger.post(tx, { cause: 'release-commitment', lineId: decision.lineId, amountCents, ...subject });
    }
    await tx.query(
      `UPDATE payment SET state = 'cancelled', revision = revision + 1 WHERE decision_id = $1 AND state = 'planned'`,
      [decision.id],
    );
    await tx.record({ type: 'decision.lapsed', subjectId: decision.id, after: { amountCents } });
  }

  private async remove(tx: Tx, batch: DecisionBatchRow, decision: DecisionRow): Promise<void> {
    await tx.query('DELETE FROM decision WHERE id = $1', [decision.id]);
    await tx.record({ type: 'decision.removed', subjectId: decision.id, before: { batchId: batch.id } });
    const left = await tx.query('SELECT 1 FROM decision WHERE batch_id = $1 LIMIT 1', [batch.id]);
    let current = { ...batch, revision: await this.decisions.updateBatch(tx, batch, {}) };
    if (left.length > 0) return;
    // Nothing is left to decide: the batch makes room for a later one of the same call.
    if (current.state === 'prepared') {
      const revision = await this.decisions.updateBatch(tx, current, { state: 'draft', preparedAt: null });
      current = { ...current, revision };
    }
    await this.decisions.updateBatch(tx, current, { state: 'discarded' });
    await tx.record({
      type: 'decision-batch.discarded',
      subjectId: batch.id,
      before: { state: batch.state },
      after: { state: 'discarded' },
    });
  }
}
