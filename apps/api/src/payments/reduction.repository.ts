import { type Cents, cents, Problem, type ReductionFacts, type ReductionKind } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { newId, type Tx } from '../platform/index.js';
import { type Award, AwardRepository } from './award.repository.js';

/** A row of `award_reduction`, as far as its moves need it. */
export interface ReductionRow extends ReductionFacts {
  readonly id: string;
  readonly decisionId: string;
  readonly kind: ReductionKind;
  readonly reference: string;
  readonly revision: number;
}

interface NewReduction {
  readonly decisionId: string;
  readonly amountCents: Cents;
  readonly kind: ReductionKind;
  readonly reason: string;
  readonly reference: string;
  readonly proposedBy: string;
}

/** Loads, locks and saves reductions of awards. The award is locked before its reduction, always. */
@Injectable()
export class ReductionRepository {
  constructor(private readonly awards: AwardRepository) {}

  /** The reduction with its award, both locked. Throws `record.missing`, `record.stale` and what the award refuses. */
  async lock(tx: Tx, reductionId: string, revision: number): Promise<{ award: Award; reduction: ReductionRow }> {
    const [found] = await tx.query<{ decisionId: string }>(
      'SELECT decision_id AS "decisionId" FROM award_reduction WHERE id = $1',
      [reductionId],
    );
    if (found === undefined) throw new Problem('record.missing');
    const award = await this.awards.lock(tx, found.decisionId);
    const [row] = await tx.query<Omit<ReductionRow, 'amountCents'> & { amount: string }>(
      `SELECT id, decision_id AS "decisionId", amount_cents AS amount, kind, reference, state,
         proposed_by AS "proposedById", revision FROM award_reduction WHERE id = $1 FOR UPDATE`,
      [reductionId],
    );
    if (row === undefined) throw new Problem('record.missing');
    if (row.revision !== revision) throw new Problem('record.stale', { revision: row.revision });
    const { amount, ...reduction } = row;
    return { award, reduction: { ...reduction, amountCents: cents(Number(amount)) } };
  }

  async insert(tx: Tx, reduction: NewReduction): Promise<string> {
    const id = newId();
    await tx.query(
      `INSERT INTO award_reduction (id, decision_id, amount_cents, kind, reason, reference, state, proposed_by, proposed_at)
       VALUES ($1, $2, $3, $4, $5, $6, 'proposed', $7, $8)`,
      [
        id,
        reduction.decisionId,
        reduction.amountCents,
        reduction.kind,
        reduction.reason,
        reduction.reference,
        reduction.proposedBy,
        tx.now,
      ],
    );
    return id;
  }

  /** Closes a reduction that is locked and returns its new revision. */
  async close(
    tx: Tx,
    { id, revision }: ReductionRow,
    closing: { readonly state: string; readonly closedById: string; readonly refusal?: string },
  ): Promise<number> {
    await tx.query(
      `UPDATE award_reduction SET state = $2, closed_by = $3, closed_at = $4, refusal = $5, revision = $6 WHERE id = $1`,
      [id, closing.state, closing.closedById, tx.now, closing.refusal ?? null, revision + 1],
    );
    return revision + 1;
  }
}
