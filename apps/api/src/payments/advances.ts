import type { AnswerOf, payments as contract } from '@commonlot/contracts';
import { type AdvanceFacts, advanceRoom, cents, type LocalDate } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { Clock, Database } from '../platform/index.js';

/** What the statement below gives of a year; amounts may come as text. */
export interface AdvanceRecord {
  readonly year: number;
  readonly isDefinitive: boolean;
  readonly foreseen: string | number;
  readonly paid: string | number;
  readonly approved: string | number;
}

/** Years with a plan in force: what is foreseen, paid net of what came back, and approved but not yet confirmed. */
export const advances = `
  SELECT p.year, v.stage = 'definitive' AS "isDefinitive", v.total_cents AS foreseen,
    (SELECT coalesce(sum(a.balance_cents), 0) FROM ledger_account a JOIN plan_line l ON l.id = a.line_id
      WHERE l.plan_id = p.id AND a.kind = 'paid')::bigint AS paid,
    (SELECT coalesce(sum(m.amount_cents), 0) FROM payment m JOIN decision d ON d.id = m.decision_id
      JOIN plan_line l ON l.id = d.line_id WHERE l.plan_id = p.id AND m.state = 'approved')::bigint AS approved
  FROM plan p JOIN plan_version v ON v.plan_id = p.id AND v.state = 'in-force'`;

export const advanceFactsOf = (row: AdvanceRecord): AdvanceFacts => ({
  year: row.year,
  isDefinitive: row.isDefinitive,
  foreseenCents: cents(Number(row.foreseen)),
  paidCents: cents(Number(row.paid)),
  approvedCents: cents(Number(row.approved)),
});

/** Reads of advances. */
@Injectable()
export class AdvancesQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<AnswerOf<typeof contract.listAdvances>> {
    const rows = await this.database.rows<AdvanceRecord>(`${advances} ORDER BY p.year DESC`);
    const today = await this.database.row<{ on: LocalDate }>(
      `SELECT (coalesce($1::timestamptz, now()) AT TIME ZONE 'Europe/Brussels')::date::text AS "on"`,
      [this.clock.shown()],
    );
    if (today === null) throw new Error('The database gave no day.');
    const { on } = today;
    return { on, rows: rows.map(advanceFactsOf).map((facts) => ({ ...facts, ...advanceRoom(facts, on) })) };
  }
}
