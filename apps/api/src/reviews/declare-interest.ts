import type { reviews as contract, InputOf, ResponseOf } from '@commonlot/contracts';
import { assignmentLifecycle } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { ReviewRepository } from './review.repository.js';

type Contract = typeof contract.declareInterest;

/** The declaration that comes before the file: no conflict opens it, a conflict closes it for good. */
@Injectable()
export class DeclareInterest {
  constructor(
    private readonly transactions: Transactions,
    private readonly assignments: ReviewRepository,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<ResponseOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const row = await this.assignments.lockOwn(tx, params.assignmentId, body.revision);
      const action = body.conflictKind === null ? 'accept' : 'declareConflict';
      const state = assignmentLifecycle.next(row.state, action);
      const revision = await this.assignments.update(tx, row, {
        state,
        declaredAt: row.declaredAt ?? tx.now,
        conflictKind: body.conflictKind,
        // What was scored before the conflict came to mind counts for nothing.
        ...(state === 'conflicted' ? { scores: {}, remark: '' } : {}),
      });
      await tx.record({
        type: state === 'conflicted' ? 'review-assignment.conflict-declared' : 'review-assignment.accepted',
        subjectId: row.id,
        before: { state: row.state },
        after: { state, conflictKind: body.conflictKind },
      });
      return { revision };
    });
  }
}
