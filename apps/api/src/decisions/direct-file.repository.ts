import { Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import type { QueryDeepPartialEntity } from 'typeorm';
import type { Tx } from '../platform/index.js';
import { DirectFileRow } from './direct-file.entity.js';

/** First half of the key of the advisory lock under which numbers of direct files are given; the second is the year. */
const numberLock = 7_202_604;

/** Loads, locks and saves direct files. */
@Injectable()
export class DirectFileRepository {
  /** Locks a file. Throws `record.missing`, and `record.stale` when it is no longer at `revision`. */
  async lock(tx: Tx, id: string, revision?: number): Promise<DirectFileRow> {
    const row = await tx.manager.findOne(DirectFileRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (row === null) throw new Problem('record.missing');
    if (revision !== undefined && row.revision !== revision)
      throw new Problem('record.stale', { revision: row.revision });
    return row;
  }

  /** The number of the next direct file of a plan year, '2026-D0042'. The lock lasts until the transaction ends. */
  async nextNumber(tx: Tx, year: number): Promise<string> {
    await tx.query('SELECT pg_advisory_xact_lock($1::int, $2::int)', [numberLock, year]);
    const [row] = await tx.query<{ next: number }>(
      `SELECT coalesce(max(substr(number, 7)::int), 0) + 1 AS next FROM direct_file WHERE number LIKE $1`,
      [`${year}-D%`],
    );
    return `${year}-D${String(row?.next ?? 1).padStart(4, '0')}`;
  }

  async insert(tx: Tx, row: QueryDeepPartialEntity<DirectFileRow>): Promise<void> {
    await tx.manager.insert(DirectFileRow, row);
  }

  /** Saves a change and returns the new revision. */
  async update(tx: Tx, row: DirectFileRow, change: QueryDeepPartialEntity<DirectFileRow>): Promise<number> {
    const revision = row.revision + 1;
    await tx.manager.update(DirectFileRow, row.id, { ...change, revision });
    return revision;
  }
}
