import type { AnswerOf, ledger as contract, InputOf } from '@commonlot/contracts';
import { Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { Database, keyParts, pageOf } from '../platform/index.js';

type Figures = AnswerOf<typeof contract.readLineFigures>;
type Entry = AnswerOf<typeof contract.listLineEntries>['rows'][number];
type Paging = InputOf<typeof contract.listLineEntries>['query'];

/** Reads of the ledger. */
@Injectable()
export class LedgerQueries {
  constructor(private readonly database: Database) {}

  async figures(lineId: string): Promise<Figures> {
    const row = await this.database.row<Figures>(
      `SELECT coalesce(g.allocated_cents, 0) AS "allocatedCents", coalesce(g.reserved_cents, 0) AS "reservedCents",
         coalesce(g.committed_cents, 0) AS "committedCents", coalesce(g.paid_cents, 0) AS "paidCents",
         coalesce(g.available_cents, 0) AS "availableCents"
       FROM plan_line l LEFT JOIN ledger_line g ON g.line_id = l.id WHERE l.id = $1`,
      [lineId],
    );
    if (row === null) throw new Problem('record.missing');
    return row;
  }

  /** Newest first; the key of a page is the sequence number of an entry. */
  async entries(lineId: string, { after, limit = 50 }: Paging): Promise<AnswerOf<typeof contract.listLineEntries>> {
    const [before = null] = after === undefined ? [] : keyParts(after, /^(\d{1,18})$/);
    const line = await this.database.row('SELECT 1 FROM plan_line WHERE id = $1', [lineId]);
    if (line === null) throw new Problem('record.missing');
    const rows = await this.database.rows<Entry>(
      `SELECT e.id, e.sequence::text AS sequence, e.cause, e.amount_cents AS "amountCents", source.kind AS "from",
         target.kind AS "to", e.subject_type AS "subjectType", e.subject_id AS "subjectId", p.name AS actor, e.at
       FROM ledger_entry e
         JOIN ledger_posting debit ON debit.entry_id = e.id AND debit.amount_cents < 0
         JOIN ledger_account source ON source.id = debit.account_id
         JOIN ledger_posting credit ON credit.entry_id = e.id AND credit.amount_cents > 0
         JOIN ledger_account target ON target.id = credit.account_id
         LEFT JOIN person p ON p.id = e.actor_id
       WHERE e.line_id = $1 AND ($2::bigint IS NULL OR e.sequence < $2)
       ORDER BY e.sequence DESC LIMIT $3`,
      [lineId, before, limit + 1],
    );
    return pageOf(rows, limit, (row) => row.sequence);
  }
}
