import type { AnswerOf, plan as contract, InputOf } from '@commonlot/contracts';
import { type Cents, dutiesInYear, planLifecycle, unassigned } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, newId, Transactions, type Tx } from '../platform/index.js';
import { PlanRepository } from './plan.repository.js';
import { changedAmounts, type PlanLine } from './plan-lines.js';
import { PlanStepsRepository } from './plan-steps.repository.js';

type Contract = typeof contract.createPlanVersion;

/** Begins a version: empty, or with the lines of another version, of the same year or of an earlier plan. */
@Injectable()
export class CreatePlanVersion {
  constructor(
    private readonly transactions: Transactions,
    private readonly plans: PlanRepository,
    private readonly steps: PlanStepsRepository,
  ) {}

  execute(actor: Actor, { body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const plan = await this.plans.planOf(tx, body.year);
      const lines = await this.linesFrom(tx, body.fromVersionId, plan.id, body.year);
      const version = {
        id: newId(),
        planId: plan.id,
        number: plan.lastNumber + 1,
        unassignedCents: unassigned(body.totalCents, lines),
        ...headOf(body),
      };
      await this.plans.insert(tx, { ...version, draftedBy: actor.personId ?? '' });
      await this.plans.addDrafter(tx, version.id);
      // The same offices are asked again; what they said was about the other version.
      const steps = body.fromVersionId === null ? [] : await this.steps.load(tx, body.fromVersionId);
      await this.steps.saveRequired(tx, version.id, steps);
      await this.plans.replaceLines(tx, version, [], lines);
      await tx.record({
        type: 'plan-version.created',
        subjectId: version.id,
        after: {
          year: body.year,
          number: version.number,
          stage: body.stage,
          totalCents: body.totalCents,
          fromVersionId: body.fromVersionId,
          lines: changedAmounts([], lines).after,
        },
      });
      return { id: version.id, revision: 0 };
    });
  }

  /** Within a year a line stays the same line through the versions; in another year it is another, and continues it. */
  private async linesFrom(tx: Tx, fromVersionId: string | null, planId: string, year: number): Promise<PlanLine[]> {
    if (fromVersionId === null) return [];
    const from = await this.plans.load(tx, fromVersionId);
    const lines = await this.plans.lines(tx, from.id);
    return from.planId === planId
      ? lines
      : lines.map((line) => ({ ...line, ...dutiesInYear(line, year), lineId: newId(), predecessorIds: [line.lineId] }));
  }
}

interface Head {
  readonly stage: 'provisional' | 'definitive';
  readonly totalCents: Cents;
  readonly source: string;
  readonly remark: InputOf<Contract>['body']['remark'];
}

function headOf({ stage, totalCents, source, remark }: Head) {
  return {
    stage,
    totalCents,
    source,
    remark,
    state: planLifecycle.initial,
    submittedBy: null,
    submittedAt: null,
    approvedBy: null,
    approvedAt: null,
    returnReason: null,
    decreeReference: null,
    decreeOn: null,
    accountsReference: null,
    inForceAt: null,
  };
}
