import { type Cents, cents, type Instalment, type PaymentState, Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { requireNoConflict } from '../applications/index.js';
import { Organisations } from '../organisations/index.js';
import type { Tx } from '../platform/index.js';

/** An award as its reductions and repayments know it. */
export interface Award {
  readonly id: string;
  readonly number: string;
  readonly lineId: string;
  readonly organisationId: string;
  readonly applicationId: string | null;
  readonly title: string;
  readonly isReleased: boolean;
}

/** An instalment with what its lock needs. */
export interface HeldInstalment extends Instalment {
  readonly revision: number;
}

/** Loads and locks awards that were signed, with what hangs on them. */
@Injectable()
export class AwardRepository {
  constructor(private readonly organisations: Organisations) {}

  /**
   * The award, locked so that all that changes its money waits in one row: the decision first, then its instalments, then
   * the accounts. Throws `record.missing` for what is no award (any more) and for whoever has a conflict of interest on
   * its file, and `membership.conflicted` for whoever acts for the beneficiary.
   */
  async lock(tx: Tx, decisionId: string): Promise<Award> {
    const [award] = await tx.query<Award>(
      `SELECT d.id, d.number, d.line_id AS "lineId", d.organisation_id AS "organisationId",
         d.application_id AS "applicationId", coalesce(a.title, f.title) AS title, b.state = 'released' AS "isReleased"
       FROM decision d JOIN decision_batch b ON b.id = d.batch_id
         LEFT JOIN application a ON a.id = d.application_id LEFT JOIN direct_file f ON f.id = d.direct_file_id
       WHERE d.id = $1 AND d.outcome = 'award' AND d.signed_at IS NOT NULL AND d.lapsed_at IS NULL FOR UPDATE OF d`,
      [decisionId],
    );
    if (award === undefined) throw new Problem('record.missing');
    await requireNoConflict(tx, [award.applicationId]);
    await this.organisations.requireOutsider(tx, [award.organisationId]);
    return award;
  }

  /** The instalments of an award whose row is locked, in their order, locked as well; the cancelled ones are left out. */
  async holdInstalments(tx: Tx, decisionId: string): Promise<HeldInstalment[]> {
    const rows = await tx.query<{ id: string; state: PaymentState; amount: string; revision: number }>(
      `SELECT id, state, amount_cents AS amount, revision FROM payment
       WHERE decision_id = $1 AND state <> 'cancelled' ORDER BY instalment FOR UPDATE`,
      [decisionId],
    );
    return rows.map(({ amount, ...row }) => ({ ...row, amountCents: cents(Number(amount)) }));
  }

  /** What was ever paid on the award, whether or not some of it came back. */
  async paidCents(tx: Tx, decisionId: string): Promise<Cents> {
    const [row] = await tx.query<{ paid: string }>(
      `SELECT coalesce(sum(amount_cents), 0) AS paid FROM payment WHERE decision_id = $1 AND state = 'paid'`,
      [decisionId],
    );
    return cents(Number(row?.paid ?? 0));
  }
}
