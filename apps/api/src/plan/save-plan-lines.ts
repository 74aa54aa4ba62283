import type { AnswerOf, plan as contract, InputOf } from '@commonlot/contracts';
import { Problem, savePlanLines } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { DraftLines } from './draft-lines.js';
import { PlanRepository } from './plan.repository.js';
import { linkErrors, treeOf } from './plan-lines.js';

type Contract = typeof contract.savePlanLines;

/** Replaces the total and all lines of a draft; it may be unbalanced until it is submitted. */
@Injectable()
export class SavePlanLines {
  constructor(
    private readonly transactions: Transactions,
    private readonly plans: PlanRepository,
    private readonly drafts: DraftLines,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const version = await this.plans.lock(tx, params.versionId, body.revision);
      const typed = treeOf(body.lines);
      const { totalCents } = body;
      const draft = savePlanLines({ state: version.state, totalCents, lines: typed });
      const ids = body.lines.flatMap((line) => (line.lineId === null ? [] : [line.lineId]));
      const linked = body.lines.flatMap((line) => line.predecessorIds);
      const errors = linkErrors(
        body.lines,
        await this.plans.linesOfPlan(tx, version.planId, ids),
        await this.plans.linesUpTo(tx, version.planId, linked),
      );
      if (errors.length > 0) throw new Problem('plan.lines-invalid', { errors });

      const revision = await this.drafts.replace(tx, version, draft, 'plan-version.lines-saved');
      return { revision, unassignedCents: draft.unassignedCents };
      const before = await this.plans.lines(tx, version.id);
      const after = withoutHeadingAmounts(computed).toSorted((a, b) => compareCodes(a.code, b.code));
      const revision = await this.plans.update(tx, version, change);
      await this.plans.addDrafter(tx, version.id);
      await this.plans.replaceLines(tx, version, before, after);
      const lines = changedAmounts(before, after);
      await tx.record({
        type: 'plan-version.lines-saved',
        subjectId: version.id,
        before: { totalCents: version.totalCents, unassignedCents: version.unassignedCents, lines: lines.before },
        after: { ...change, lines: lines.after },
      });
      return { revision, unassignedCents: change.unassignedCents };
    });
  }
}
