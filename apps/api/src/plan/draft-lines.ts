import { type Cents, compareCodes } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/index.js';
import { PlanRepository } from './plan.repository.js';
import { changedAmounts, type PlanLine, withoutHeadingAmounts } from './plan-lines.js';
import type { PlanVersionRow } from './plan-version.entity.js';

/** What a draft becomes: its total, its lines with the amounts of their formulas, and what is left over. */
interface NewDraft {
  /** The lines that it has. */
  readonly before: readonly PlanLine[];
  readonly totalCents: Cents;
  readonly unassignedCents: Cents;
  readonly lines: readonly PlanLine[];
}

/** Puts a total and lines in the place of those of a draft, whether they were typed or come from a scenario. */
@Injectable()
export class DraftLines {
  constructor(private readonly plans: PlanRepository) {}

  /** Returns the new revision. Whoever does it has a hand in the version; the journal tells what changed. */
  async replace(
    tx: Tx,
    version: PlanVersionRow,
    { before, lines: computed, ...change }: NewDraft,
    type: string,
    cause: Readonly<Record<string, string>> = {},
  ): Promise<number> {
    const after = withoutHeadingAmounts(computed).toSorted((a, b) => compareCodes(a.code, b.code));
    const revision = await this.plans.update(tx, version, change);
    await this.plans.addDrafter(tx, version.id);
    await this.plans.replaceLines(tx, version, before, after);
    const lines = changedAmounts(before, after);
    await tx.record({
      type,
      subjectId: version.id,
      before: { totalCents: version.totalCents, unassignedCents: version.unassignedCents, lines: lines.before },
      after: { ...cause, ...change, lines: lines.after },
    });
    return revision;
  }
}
