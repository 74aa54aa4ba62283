import { Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import type { QueryDeepPartialEntity } from 'typeorm';
import type { Tx } from '../platform/index.js';
import { CallRow } from './call.entity.js';

/** First half of the key of the advisory lock under which numbers of calls are given; the second is the year. */
const numberLock = 7_202_601;

/** Loads, locks and writes calls. */
@Injectable()
export class CallRepository {
  /** The row, locked. Throws `record.missing`, and `record.stale` when it is no longer at `revision`. */
  async lock(tx: Tx, id: string, revision?: number): Promise<CallRow> {
    const row = await tx.manager.findOne(CallRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (row === null) throw new Problem('record.missing');
    if (revision !== undefined && row.revision !== revision)
      throw new Problem('record.stale', { revision: row.revision });
    return row;
  }

  /** The row as it stands. Throws `record.missing`. */
  async find(tx: Tx, where: { readonly id: string } | { readonly number: string }): Promise<CallRow> {
    const row = await tx.manager.findOne(CallRow, { where });
    if (row === null) throw new Problem('record.missing');
    return row;
  }

  async insert(tx: Tx, row: QueryDeepPartialEntity<CallRow>): Promise<void> {
    await tx.manager.insert(CallRow, row);
  }

  /** Writes what changes and returns the next revision. */
  async update(tx: Tx, row: CallRow, change: Partial<CallRow>): Promise<number> {
    const revision = row.revision + 1;
    await tx.manager.update(CallRow, { id: row.id }, { ...change, revision } as QueryDeepPartialEntity<CallRow>);
    return revision;
  }

  /** The next free place among the calls of a year. The lock lasts until the transaction ends: no number is given twice. */
  async nextSequence(tx: Tx, year: number): Promise<number> {
    await tx.query('SELECT pg_advisory_xact_lock($1::int, $2::int)', [numberLock, year]);
    const [row] = await tx.query<{ next: number }>(
      `SELECT coalesce(max(substr(number, 7)::int), 0) + 1 AS next FROM call WHERE number LIKE $1`,
      [`${year}-C%`],
    );
    return row?.next ?? 1;
  }

  /** Counts one application up. The row stays locked until the transaction ends, so that no number is given twice. */
  async takeApplicationSequence(tx: Tx, id: string): Promise<{ callNumber: string; sequence: number }> {
    const [row] = await tx.query<{ callNumber: string; sequence: number }>(
      `WITH taken AS (UPDATE call SET last_application_number = last_application_number + 1 WHERE id = $1
         RETURNING number, last_application_number)
       SELECT number AS "callNumber", last_application_number AS sequence FROM taken`,
      [id],
    );
    if (row === undefined) throw new Problem('record.missing');
    return row;
  }

  /** Whether anybody ever sent an application to the call, withdrawn ones too. */
  async hasSentApplications(tx: Tx, id: string): Promise<boolean> {
    const found = await tx.query('SELECT 1 FROM application WHERE call_id = $1 AND submitted_at IS NOT NULL LIMIT 1', [
      id,
    ]);
    return found.length > 0;
  }
}
