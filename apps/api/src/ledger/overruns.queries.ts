import type { AnswerOf, ledger as contract } from '@commonlot/contracts';
import { Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Database } from '../platform/index.js';
import { lineIsInForce, yearIsClosed } from './overrun.repository.js';

type Answer = AnswerOf<typeof contract.listOverruns>;
type OverrunRow = Omit<Answer['rows'][number], 'may'> & { readonly proposedById: string };

/** Reads of authorisations. */
@Injectable()
export class OverrunsQueries {
  constructor(private readonly database: Database) {}

  /** Those of a line, newest first; throws `record.missing` for a line that no plan has. */
  async list(actor: Actor, lineId: string): Promise<Answer> {
    const line = await this.database.row<{ isOpen: boolean }>(
      `SELECT ${lineIsInForce} AND NOT ${yearIsClosed} AS "isOpen" FROM plan_line l WHERE l.id = $1`,
      [lineId],
    );
    if (line === null) throw new Problem('record.missing');
    const rows = await this.database.rows<OverrunRow>(
      `SELECT o.id, o.state, o.amount_cents AS "amountCents", o.reason, o.act_reference AS "actReference",
         proposer.name AS "proposedBy", o.proposed_at AS "proposedAt", signer.name AS "signedBy",
         o.signed_at AS "signedAt", o.revision, o.proposed_by AS "proposedById"
       FROM overrun o JOIN person proposer ON proposer.id = o.proposed_by LEFT JOIN person signer ON signer.id = o.signed_by
       WHERE o.line_id = $1 ORDER BY o.proposed_at DESC, o.id DESC`,
      [lineId],
    );
    const can = (permission: string) => actor.permissions.has(permission);
    return {
      mayPropose: line.isOpen && can('overrun:propose'),
      rows: rows.map(({ proposedById, ...row }) => ({
        ...row,
        may: {
          sign: row.state === 'proposed' && line.isOpen && can('overrun:sign') && proposedById !== actor.personId,
          withdraw: row.state === 'proposed' && can('overrun:propose'),
        },
      })),
    };
  }
}
