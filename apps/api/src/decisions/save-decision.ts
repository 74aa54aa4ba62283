import type { decisions as contract, InputOf, ResponseOf } from '@commonlot/contracts';
import { Problem, reasonsFor } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { requireNoConflict } from '../applications/index.js';
import { type Actor, Transactions } from '../platform/index.js';
import { DecisionRepository } from './decision.repository.js';
import { blockersOf, type DecisionSource, isDeviation } from './decision-facts.js';

type Contract = typeof contract.saveDecision;
type Body = InputOf<Contract>['body'];

/** Changes a decision before it is signed: the office while the batch is a draft, the minister once it is prepared. */
@Injectable()
export class SaveDecision {
  constructor(
    private readonly transactions: Transactions,
    private readonly decisions: DecisionRepository,
  ) {}

  execute(actor: Actor, { params, body: { revision, ...body } }: InputOf<Contract>): Promise<ResponseOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const { batch, decision } = await this.decisions.lockDecision(tx, params.decisionId);
      await requireNoConflict(tx, [decision.applicationId]);
      if (batch.state !== 'draft' && batch.state !== 'prepared') {
        throw new Problem('lifecycle.not-allowed', { state: batch.state, action: 'save' });
      }
      const needed = batch.state === 'draft' ? 'decision:prepare' : 'decision:sign';
      if (!actor.permissions.has(needed)) throw new Problem('permission.missing', { permission: needed });
      if (decision.revision !== revision) throw new Problem('record.stale', { revision: decision.revision });
      const before = await this.decisions.source(tx, decision.id);
      const faults = faultsOf(body, before);
      if (faults.length > 0) throw new Problem('decision.invalid', { faults });

      const reasons = reasonsFor(body.outcome, body, before);
      const next = await this.decisions.updateDecision(tx, decision, { ...body, ...reasons });
      // What is signed is what was seen: a signature that was under way must look at the batch again.
      await this.decisions.updateBatch(tx, batch, {});
      const after = await this.decisions.source(tx, decision.id);
      await tx.record({ type: 'decision.saved', subjectId: decision.id, before: marks(before), after: marks(after) });
      return { revision: next, blockers: blockersOf(after) };
    });
  }
}

/** What the journal keeps: outcome, amount, and whether it leaves the advice. */
const marks = (source: DecisionSource) => ({
  outcome: source.outcome,
  amountCents: source.amountCents === null ? null : Number(source.amountCents),
  isDeviation: isDeviation(source),
});

/** What no decision on this file can say, however unfinished it is. */
function faultsOf(
  body: Omit<Body, 'revision'>,
  source: DecisionSource,
): { readonly path: string; readonly code: string }[] {
  const faults: { path: string; code: string }[] = [];
  const isExcluded = source.advisedOutcome === 'exclude';
  // Admission is the office's finding before the decision; the minister confirms it or sends the batch back.
  if (body.outcome !== null && (body.outcome === 'exclude') !== isExcluded)
    faults.push({ path: 'outcome', code: 'outcome-unfit' });
  if (body.outcome === 'award' && !body.amountCents) faults.push({ path: 'amountCents', code: 'amount-missing' });
  if (body.outcome !== 'award' && body.amountCents !== null)
    faults.push({ path: 'amountCents', code: 'amount-without-award' });
  for (const id of Object.keys(body.criterionReasons)) {
    if (!source.criterionIds.includes(id)) faults.push({ path: `criterionReasons.${id}`, code: 'criterion-unknown' });
  }
  return faults;
}
