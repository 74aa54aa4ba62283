import type { AnswerOf, plan as contract, InputOf } from '@commonlot/contracts';
import { brusselsDay, type Cents, cents, enterIntoForce, Problem, planLifecycle } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { Ledger } from '../ledger/index.js';
import { type Actor, Transactions, type Tx } from '../platform/index.js';
import { PlanRepository } from './plan.repository.js';
import { amountsOf, changedAmounts, type PlanLine } from './plan-lines.js';
import { PlanStepsRepository } from './plan-steps.repository.js';
import type { PlanVersionRow } from './plan-version.entity.js';

type Contract = typeof contract.enterPlanVersionIntoForce;

/**
 * Puts an approved version in force by its royal decree. It takes the place of the version before it, and each line is
 * given the difference to what it had. A line cannot be given less than what was reserved or promised of it already:
 * `ledger.overspent`, and nothing changes.
 */
@Injectable()
export class EnterPlanVersionIntoForce {
  constructor(
    private readonly transactions: Transactions,
    private readonly plans: PlanRepository,
    private readonly steps: PlanStepsRepository,
    private readonly ledger: Ledger,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const [version, others] = await this.plans.lockPlan(tx, params.versionId, body.revision);
      const steps = await this.steps.load(tx, version.id);
      const change = enterIntoForce({ ...version, steps }, body, brusselsDay(tx.now));
      const former = others.find((each) => each.state === 'in-force') ?? null;
      // An old approval must not undo a later decree by a slip of the hand.
      if (former !== null && former.number > version.number) throw new Problem('plan.stale', { number: former.number });

      const linesBefore = former === null ? [] : await this.plans.lines(tx, former.id);
      if (former !== null) await this.supersede(tx, former, version.id);
      const revision = await this.plans.update(tx, version, { ...change, inForceAt: tx.now });
      const lines = await this.plans.lines(tx, version.id);
      await this.allocate(tx, version.id, linesBefore, lines);

      const amounts = changedAmounts(linesBefore, lines);
      const { accountsReference: _, ...decreed } = change;
      await tx.record({
        type: 'plan-version.in-force',
        subjectId: version.id,
        before: { state: version.state, versionId: former?.id ?? null, lines: amounts.before },
        after: { ...decreed, totalCents: version.totalCents, lines: amounts.after },
      });
      return { revision };
    });
  }

  private async supersede(tx: Tx, former: PlanVersionRow, byVersionId: string): Promise<void> {
    const state = planLifecycle.next(former.state, 'supersede');
    await this.plans.update(tx, former, { state });
    await tx.record({
      type: 'plan-version.superseded',
      subjectId: former.id,
      before: { state: former.state },
      after: { state, versionId: byVersionId },
    });
  }

  /** Gives each line the difference between its amount and what it was given before; a line that is gone gives it back. */
  private async allocate(tx: Tx, versionId: string, before: readonly PlanLine[], after: readonly PlanLine[]) {
    const target = amountsOf(after);
    const lineIds = [...new Set([...before, ...after].map((line) => line.lineId))];
    const given = await this.ledger.allocations(tx, lineIds);
    const differences = lineIds.map((lineId): [string, number] => [
      lineId,
      (target.get(lineId) ?? 0) - (given.get(lineId) ?? 0),
    ]);
    await this.ledger.postAll(
      tx,
      differences
        .filter(([, difference]) => difference !== 0)
        .map(([lineId, difference]) => ({
          cause: difference > 0 ? ('allocate' as const) : ('deallocate' as const),
          lineId,
          amountCents: absolute(difference),
          subjectType: 'plan-version',
          subjectId: versionId,
        })),
    );
  }
}

const absolute = (difference: number): Cents => cents(Math.abs(difference));
