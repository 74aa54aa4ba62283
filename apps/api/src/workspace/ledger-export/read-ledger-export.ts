import { Readable } from 'node:stream';
import { Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Log, type Snapshot, SnapshotDatabase } from '../../platform/index.js';
import { type ArchiveHead, archiveOf } from './archive.js';
import { cellsOf, exportTables, exportYearSetting } from './tables.js';

interface HeadRow {
  readonly createdAt: Date;
  readonly first: string | null;
  readonly last: string | null;
  readonly anchor: string;
}

/**
 * Gives a year's ledger to auditors as an archive that can be verified without this system. All of it is one state of the
 * database, and it is written while it is read: a year of any size takes the memory of a piece of it.
 */
@Injectable()
export class ReadLedgerExport {
  constructor(
    private readonly database: SnapshotDatabase,
    private readonly log: Log,
  ) {}

  /**
   * The bytes of the archive. Whoever destroys the stream ends the reading. Throws `record.missing` while no version of
   * the year's plan is in force, and `service.unavailable` when two others are being fetched.
   */
  async execute(actor: Actor, year: number): Promise<{ name: string; stream: Readable }> {
    const snapshot = await this.database.begin();
    try {
      const head = await headOf(snapshot, year);
      await snapshot.beginCopies({ [exportYearSetting]: String(year) });
      const archive = archiveOf(
        head,
        exportTables,
        (table) => snapshot.copy(cellsOf(table)),
        // Written down outside the database, as the anchors of the journal are: an archive can be held against it.
        (sha256) => this.log.info('ledger.exported', { year, sha256, personId: actor.personId }),
      );
      const stream = Readable.from(archive, { objectMode: false });
      stream.once('close', () => void snapshot.close());
      return { name: `ledger-${year}.zip`, stream };
    } catch (error) {
      await snapshot.close();
      throw error;
    }
  }
}

async function headOf(snapshot: Snapshot, year: number): Promise<ArchiveHead> {
  const row = await snapshot.row<HeadRow>(
    `SELECT now() AS "createdAt", moved.first, moved.last,
       coalesce((SELECT number || ':' || hash FROM journal_seal ORDER BY number DESC LIMIT 1), '') AS anchor
     FROM plan p, LATERAL (SELECT min(e.sequence)::text AS first, max(e.sequence)::text AS last FROM ledger_entry e
       WHERE e.line_id IN (SELECT id FROM plan_line WHERE plan_id = p.id)) moved
     WHERE p.year = $1 AND EXISTS (SELECT 1 FROM plan_version WHERE plan_id = p.id AND state = 'in-force')`,
    [year],
  );
  if (row === null) throw new Problem('record.missing');
  const { createdAt, first, last, anchor } = row;
  const sequences = first === null || last === null ? null : { first, last };
  return { year, createdAt, sequences, journalAnchor: anchor };
}
