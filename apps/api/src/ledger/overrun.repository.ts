import { type Cents, cents, type OverrunState, Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/index.js';

export interface OverrunRecord {
  readonly id: string;
  readonly lineId: string;
  readonly state: OverrunState;
  readonly amountCents: Cents;
  readonly proposedById: string;
  readonly revision: number;
}

/** SQL: whether a closing of the year of `plan_line l` was signed. */
export const yearIsClosed = `EXISTS (SELECT 1 FROM year_closing y WHERE y.plan_id = l.plan_id AND y.state = 'signed')`;

/** SQL: `plan_line l` is a line of a plan in force that can carry money. */
export const lineIsInForce = `EXISTS (SELECT 1 FROM plan_version_line x JOIN plan_version v ON v.id = x.version_id
  WHERE x.line_id = l.id AND v.state = 'in-force' AND x.kind <> 'heading')`;

/** Loads, locks and saves authorisations of overruns. */
@Injectable()
export class OverrunRepository {
  /**
   * Asserts a line of a plan in force that can carry money ('record.missing' else) in a year that is open
   * ('ledger.year-closed' else).
   */
  async requireOpenLine(tx: Tx, lineId: string): Promise<void> {
    const [line] = await tx.query<{ isClosed: boolean }>(
      `SELECT ${yearIsClosed} AS "isClosed" FROM plan_line l WHERE l.id = $1 AND ${lineIsInForce}`,
      [lineId],
    );
    if (line === undefined) throw new Problem('record.missing');
    if (line.isClosed) throw new Problem('ledger.year-closed');
  }

  /** The authorisation, locked; throws `record.missing`, or `record.stale` when somebody saved it since `revision`. */
  async lock(tx: Tx, overrunId: string, revision: number): Promise<OverrunRecord> {
    const [row] = await tx.query<Omit<OverrunRecord, 'amountCents'> & { amount: string }>(
      `SELECT id, line_id AS "lineId", state, amount_cents AS amount, proposed_by AS "proposedById", revision
       FROM overrun WHERE id = $1 FOR UPDATE`,
      [overrunId],
    );
    if (row === undefined) throw new Problem('record.missing');
    if (row.revision !== revision) throw new Problem('record.stale', { revision: row.revision });
    const { amount, ...overrun } = row;
    return { ...overrun, amountCents: cents(Number(amount)) };
  }

  async insert(
    tx: Tx,
    overrun: { id: string; lineId: string; amountCents: Cents; reason: string; actReference: string },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO overrun (id, line_id, state, amount_cents, reason, act_reference, proposed_by, proposed_at)
       VALUES ($1, $2, 'proposed', $3, $4, $5, $6, $7)`,
      [
        overrun.id,
        overrun.lineId,
        overrun.amountCents,
        overrun.reason,
        overrun.actReference,
        tx.actor.personId,
        tx.now,
      ],
    );
  }

  /** Saves the state, and who signed if somebody did; returns the new revision. */
  async update(tx: Tx, overrun: OverrunRecord, state: OverrunState, signedById: string | null): Promise<number> {
    const revision = overrun.revision + 1;
    await tx.query('UPDATE overrun SET state = $2, signed_by = $3, signed_at = $4, revision = $5 WHERE id = $1', [
      overrun.id,
      state,
      signedById,
      signedById === null ? null : tx.now,
      revision,
    ]);
    return revision;
  }
}
