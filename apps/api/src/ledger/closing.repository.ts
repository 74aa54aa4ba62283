import {
  type Balance,
  cents,
  type Destination,
  Problem,
  type YearClosingState,
  type YearToClose,
} from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/index.js';

/** A year whose ledger is held alone until the transaction ends. */
export interface HeldYear extends YearToClose {
  readonly planId: string;
  readonly year: number;
  readonly versionId: string;
}

export interface YearClosingRecord {
  readonly id: string;
  readonly year: number;
  readonly state: YearClosingState;
  readonly decisionReference: string;
  readonly destinations: readonly Destination[];
  readonly preparedById: string;
  readonly revision: number;
}

/** How a prepared closing ended, and by whom. */
export interface YearClosingEnd {
  readonly state: YearClosingState;
  readonly signedById?: string;
  readonly returned?: { readonly byId: string; readonly reason: string };
}

/** SQL: how many months of the plan p are closed, whether its plan v is definitive, and what calls hold on its lines. */
export const yearFacts = `
  (SELECT count(*) FROM month_closing m WHERE m.plan_id = p.id)::int AS "closedMonths",
  v.stage = 'definitive' AS "isDefinitive",
  (SELECT coalesce(sum(a.balance_cents), 0) FROM ledger_account a JOIN plan_line l ON l.id = a.line_id
    WHERE l.plan_id = p.id AND a.kind = 'reserved')::bigint AS "reservedCents"`;

/** SQL: the lines of the plan in force of year $1 that can take a balance; none of a year that is closed. */
export const nextLines = `SELECT l.line_id AS "lineId", l.code, l.label FROM plan p
  JOIN plan_version v ON v.plan_id = p.id AND v.state = 'in-force'
  JOIN plan_version_line l ON l.version_id = v.id AND l.kind <> 'heading'
  WHERE p.year = $1 AND NOT EXISTS (SELECT 1 FROM year_closing y WHERE y.plan_id = p.id AND y.state = 'signed')`;

/** Holds years, and loads, locks and saves their closings. */
@Injectable()
export class ClosingRepository {
  /**
   * The year, its ledger held alone: what is read afterwards stays true until the transaction ends. Throws
   * `record.missing` while no version of its plan is in force.
   */
  async holdYear(tx: Tx, year: number): Promise<HeldYear> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('ledger-year'), $1)`, [year]);
    const [row] = await tx.query<Omit<HeldYear, 'reservedCents'> & { reservedCents: string }>(
      `SELECT p.id AS "planId", p.year, v.id AS "versionId", ${yearFacts}
       FROM plan p JOIN plan_version v ON v.plan_id = p.id AND v.state = 'in-force' WHERE p.year = $1`,
      [year],
    );
    if (row === undefined) throw new Problem('record.missing');
    return { ...row, reservedCents: cents(Number(row.reservedCents)) };
  }

  /** What is available on lines of the plan, above zero. */
  async balances(tx: Tx, planId: string): Promise<Balance[]> {
    const rows = await tx.query<{ lineId: string; available: string }>(
      `SELECT a.line_id AS "lineId", a.balance_cents AS available FROM ledger_account a JOIN plan_line l ON l.id = a.line_id
       WHERE l.plan_id = $1 AND a.kind = 'available' AND a.balance_cents > 0 ORDER BY a.line_id`,
      [planId],
    );
    return rows.map(({ lineId, available }) => ({ lineId, availableCents: cents(Number(available)) }));
  }

  /** The lines of the plan in force of the year that balances of the year before may go to. */
  async linesThatTake(tx: Tx, year: number): Promise<Set<string>> {
    const rows = await tx.query<{ lineId: string }>(nextLines, [year]);
    return new Set(rows.map(({ lineId }) => lineId));
  }

  async insertMonth(tx: Tx, closing: { id: string; planId: string; month: number }): Promise<void> {
    // The database takes figures, sums and seal itself; the API could not write them.
    await tx.query('INSERT INTO month_closing (id, plan_id, month, closed_by) VALUES ($1, $2, $3, $4)', [
      closing.id,
      closing.planId,
      closing.month,
      tx.actor.personId,
    ]);
  }

  /** Inserts a closing under the next number of its year. */
  async insert(
    tx: Tx,
    closing: { id: string; planId: string; decisionReference: string; destinations: readonly Destination[] },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO year_closing (id, plan_id, number, state, decision_reference, destinations, prepared_by, prepared_at)
       VALUES ($1, $2, 1 + (SELECT coalesce(max(number), 0) FROM year_closing WHERE plan_id = $2), 'prepared', $3, $4, $5, $6)`,
      [
        closing.id,
        closing.planId,
        closing.decisionReference,
        JSON.stringify(closing.destinations),
        tx.actor.personId,
        tx.now,
      ],
    );
  }

  /** The closing without a lock; throws `record.missing`. */
  async yearOf(tx: Tx, closingId: string): Promise<number> {
    const [row] = await tx.query<{ year: number }>(
      'SELECT p.year FROM year_closing y JOIN plan p ON p.id = y.plan_id WHERE y.id = $1',
      [closingId],
    );
    if (row === undefined) throw new Problem('record.missing');
    return row.year;
  }

  /** The closing, locked; its year is held before it. Throws `record.stale` when somebody saved it since `revision`. */
  async lock(tx: Tx, closingId: string, revision: number): Promise<YearClosingRecord> {
    const [row] = await tx.query<YearClosingRecord>(
      `SELECT y.id, p.year, y.state, y.decision_reference AS "decisionReference", y.destinations,
         y.prepared_by AS "preparedById", y.revision
       FROM year_closing y JOIN plan p ON p.id = y.plan_id WHERE y.id = $1 FOR UPDATE OF y`,
      [closingId],
    );
    if (row === undefined) throw new Problem('record.missing');
    if (row.revision !== revision) throw new Problem('record.stale', { revision: row.revision });
    return row;
  }

  /** Saves the state, and who signed or sent back if somebody did; returns the new revision. */
  async update(tx: Tx, closing: YearClosingRecord, { state, signedById, returned }: YearClosingEnd): Promise<number> {
    const revision = closing.revision + 1;
    await tx.query(
      `UPDATE year_closing SET state = $2, signed_by = $3, signed_at = $4, returned_by = $5, returned_at = $6,
         return_reason = $7, revision = $8 WHERE id = $1`,
      [
        closing.id,
        state,
        signedById ?? null,
        signedById === undefined ? null : tx.now,
        returned?.byId ?? null,
        returned === undefined ? null : tx.now,
        returned?.reason ?? null,
        revision,
      ],
    );
    return revision;
  }
}
