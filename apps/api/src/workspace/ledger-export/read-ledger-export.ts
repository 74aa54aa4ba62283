import { Readable } from 'node:stream';
import { Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Log, type Snapshot, SnapshotDatabase } from '../../platform/index.js';
import { type ArchiveHead, archiveOf, type TableReader } from './archive.js';
import { csvLineSql } from './csv.js';
import { type ExportTable, exportTables } from './tables.js';

interface HeadRow {
  readonly createdAt: Date;
  readonly first: string | null;
  readonly last: string | null;
  readonly anchor: string;
}

/**
 * Gives a year's ledger to auditors as an archive that can be verified without this system. All of it is one state of the
 * database, and it is written while it is read: a year of any size takes the memory of a page of rows.
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
      const archive = archiveOf(
        head,
        exportTables,
        readerOf(snapshot, year),
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

/** One text of so many lines costs this process less than so many texts. */
const linesAtOnce = 500;

function readerOf(snapshot: Snapshot, year: number): TableReader {
  return {
    async sumsOf({ sums, sql }: ExportTable) {
      const totals = sums.map((column) => `coalesce(sum(t."${column}"::bigint), 0)::bigint AS "${column}"`);
      const row = await snapshot.row<Record<string, number>>(
        `SELECT ${['count(*) AS rows', ...totals].join(', ')} FROM (${sql}) t`,
        [year],
      );
      return { rows: row?.['rows'] ?? 0, sums: Object.fromEntries(sums.map((column) => [column, row?.[column] ?? 0])) };
    },
    async *linesOf({ columns, sql }: ExportTable) {
      const pages = snapshot.pages<{ lines: string }>(
        `SELECT string_agg(line, E'\\r\\n' ORDER BY n) AS lines FROM (
           SELECT ${csvLineSql(columns, 't')} AS line, row_number() OVER () AS n FROM (${sql}) t) numbered
         GROUP BY n / ${linesAtOnce} ORDER BY n / ${linesAtOnce}`,
        [year],
        1,
      );
      for await (const [page] of pages) if (page) yield page.lines;
    },
  };
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
