import { type BatchFacts, Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import type { QueryDeepPartialEntity } from 'typeorm';
import type { Tx } from '../platform/index.js';
import { DecisionRow } from './decision.entity.js';
import { DecisionBatchRow } from './decision-batch.entity.js';
import { actOf, type DecisionSource, decisionOrder, decisionSource, factsOf } from './decision-facts.js';
import { draftersOf } from './drafters.js';

/** First half of the key of the advisory lock under which numbers of batches are given; the second is the year. */
const numberLock = 7_202_603;

/** Loads, locks and saves batches and their decisions. A batch is locked before its decisions, always. */
@Injectable()
export class DecisionRepository {
  /** Locks a batch. Throws `record.missing`, and `record.stale` when it is no longer at `revision`. */
  async lockBatch(tx: Tx, batchId: string, revision?: number): Promise<DecisionBatchRow> {
    const where = { id: batchId };
    const row = await tx.manager.findOne(DecisionBatchRow, { where, lock: { mode: 'pessimistic_write' } });
    if (row === null) throw new Problem('record.missing');
    if (revision !== undefined && row.revision !== revision)
      throw new Problem('record.stale', { revision: row.revision });
    return row;
  }

  /** Locks the batch of a decision and then the decision. Throws `record.missing`. */
  async lockDecision(tx: Tx, decisionId: string): Promise<{ batch: DecisionBatchRow; decision: DecisionRow }> {
    const found = await tx.manager.findOne(DecisionRow, { where: { id: decisionId } });
    if (found === null) throw new Problem('record.missing');
    const batch = await this.lockBatch(tx, found.batchId);
    const lock = { mode: 'pessimistic_write' } as const;
    const decision = await tx.manager.findOne(DecisionRow, { where: { id: decisionId }, lock });
    if (decision === null) throw new Problem('record.missing');
    return { batch, decision };
  }

  /** The decisions of a batch, with what their files say. */
  sources(tx: Tx, batchId: string): Promise<DecisionSource[]> {
    return tx.query<DecisionSource>(`${decisionSource} WHERE d.batch_id = $1 ORDER BY ${decisionOrder}`, [batchId]);
  }

  async source(tx: Tx, decisionId: string): Promise<DecisionSource> {
    const [source] = await tx.query<DecisionSource>(`${decisionSource} WHERE d.id = $1`, [decisionId]);
    if (source === undefined) throw new Problem('record.missing');
    return source;
  }

  /** Whether the person had a hand in what the batch proposes. */
  async hasDrafted(tx: Tx, batchId: string, personId: string): Promise<boolean> {
    const found = await tx.query(`SELECT 1 WHERE $2::uuid IN (${draftersOf('$1::uuid')})`, [batchId, personId]);
    return found.length > 0;
  }

  /** A batch as the domain judges it. */
  factsOf(batch: DecisionBatchRow, sources: readonly DecisionSource[], reviewerIds: readonly string[]): BatchFacts {
    return {
      state: batch.state,
      preparedById: batch.preparedBy,
      reviewerIds,
      files: sources.map((source) => ({ decisionId: source.id, decision: factsOf(source), act: actOf(source) })),
    };
  }

  /** The number of the next batch of a plan year, '2026-B007'. The lock lasts until the transaction ends. */
  async nextBatchNumber(tx: Tx, year: number): Promise<string> {
    await tx.query('SELECT pg_advisory_xact_lock($1::int, $2::int)', [numberLock, year]);
    const [row] = await tx.query<{ next: number }>(
      `SELECT coalesce(max(substr(number, 7)::int), 0) + 1 AS next FROM decision_batch WHERE number LIKE $1`,
      [`${year}-B%`],
    );
    return `${year}-B${String(row?.next ?? 1).padStart(3, '0')}`;
  }

  async insertBatch(tx: Tx, batch: QueryDeepPartialEntity<DecisionBatchRow>): Promise<void> {
    await tx.manager.insert(DecisionBatchRow, batch);
  }

  async insertDecisions(tx: Tx, decisions: QueryDeepPartialEntity<DecisionRow>[]): Promise<void> {
    await tx.manager.insert(DecisionRow, decisions);
  }

  /** Saves a change of a batch and returns the new revision. */
  async updateBatch(
    tx: Tx,
    batch: DecisionBatchRow,
    change: QueryDeepPartialEntity<DecisionBatchRow>,
  ): Promise<number> {
    const revision = batch.revision + 1;
    await tx.manager.update(DecisionBatchRow, batch.id, { ...change, revision });
    return revision;
  }

  /** Saves a change of a decision and returns the new revision. */
  async updateDecision(
    tx: Tx,
    decision: Pick<DecisionRow, 'id' | 'revision'>,
    change: QueryDeepPartialEntity<DecisionRow>,
  ): Promise<number> {
    const revision = decision.revision + 1;
    await tx.manager.update(DecisionRow, decision.id, { ...change, revision });
    return revision;
  }
}
