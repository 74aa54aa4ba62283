import type { AnswerOf, plan as contract, InputOf } from '@commonlot/contracts';
import { Problem, savePlanLines } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions, type Tx } from '../platform/index.js';
import { DraftLines } from './draft-lines.js';
import { PlanRepository } from './plan.repository.js';
import { type LineInput, linkErrors, type PlanLine, treeOf } from './plan-lines.js';

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
      const before = await this.plans.lines(tx, version.id);
      const linked = body.lines.flatMap((line) => line.predecessorIds);
      const errors = linkErrors(
        body.lines,
        await this.knownLines(tx, version.planId, before, body.lines),
        await this.plans.yearOf(tx, version.planId),
        await this.plans.yearsOfLines(tx, linked),
      );
      if (errors.length > 0) throw new Problem('plan.lines-invalid', { errors });

      const revision = await this.drafts.replace(tx, version, { ...draft, before }, 'plan-version.lines-saved');
      return { revision, unassignedCents: draft.unassignedCents };
    });
  }

  /** Those of the lines that the plan has: only what the draft did not hold before has to be looked for. */
  private async knownLines(tx: Tx, planId: string, before: readonly PlanLine[], inputs: readonly LineInput[]) {
    const held = new Set(before.map((line) => line.lineId));
    const others = inputs.flatMap(({ lineId }) => (lineId === null || held.has(lineId) ? [] : [lineId]));
    return new Set([...held, ...(await this.plans.linesOfPlan(tx, planId, others))]);
  }
}
