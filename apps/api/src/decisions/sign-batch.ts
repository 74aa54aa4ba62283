import type { decisions as contract, InputOf, ResponseOf } from '@commonlot/contracts';
import { cents, Problem, signBatch } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { Ledger, type Movement } from '../ledger/index.js';
import { Organisations } from '../organisations/index.js';
import { type Actor, Transactions, type Tx } from '../platform/index.js';
import { Reviews } from '../reviews/index.js';
import { actFor } from './act-templates.js';
import { DecisionRepository } from './decision.repository.js';
import type { DecisionBatchRow } from './decision-batch.entity.js';
import { type DecisionSource, isDeviation } from './decision-facts.js';

type Contract = typeof contract.signBatch;

/** The signature: decisions and acts are frozen and the money is committed, all files or none. */
@Injectable()
export class SignBatch {
  constructor(
    private readonly transactions: Transactions,
    private readonly decisions: DecisionRepository,
    private readonly reviews: Reviews,
    private readonly ledger: Ledger,
    private readonly organisations: Organisations,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<ResponseOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const signerId = actor.personId ?? '';
      const batch = await this.decisions.lockBatch(tx, params.batchId, body.revision);
      const sources = await this.decisions.sources(tx, batch.id);
      const applicationIds = await this.lockCandidates(tx, sources);
      await this.organisations.requireOutsider(
        tx,
        sources.map(({ organisationId }) => organisationId),
      );
      // Whoever began the batch, or proposed a file of it, prepared it as much as whoever handed it over.
      const preparedBy = (await this.decisions.hasDrafted(tx, batch.id, signerId)) ? signerId : batch.preparedBy;
      const reviewerIds = (await this.reviews.hasReviewed(tx, signerId, applicationIds)) ? [signerId] : [];
      const { state } = signBatch(this.decisions.factsOf({ ...batch, preparedBy }, sources, reviewerIds), signerId);

      await this.ledger.postAll(tx, commitments(batch, sources));
      for (const source of sources) await this.freeze(tx, source, signerId);
      const change = { state, signedBy: signerId, signedAt: tx.now, signatoryTitle: body.signatoryTitle };
      const revision = await this.decisions.updateBatch(tx, batch, change);
      await tx.record({
        type: 'decision-batch.signed',
        subjectId: batch.id,
        before: { state: batch.state },
        after: { state, decisions: sources.length },
      });
      const data = { number: batch.number };
      const to = { personIds: [batch.preparedBy], subjectType: 'decision-batch', subjectId: batch.id };
      await tx.notify({ ...to, type: 'decision-batch.signed', data });
      return { revision };
    });
  }

  /** Nobody withdraws while this is signed. A file that was withdrawn leaves the batch by its own job: look again. */
  private async lockCandidates(tx: Tx, sources: readonly DecisionSource[]): Promise<string[]> {
    const ids = sources.flatMap(({ applicationId }) => applicationId ?? []);
    const rows = await tx.query<{ state: string }>(
      'SELECT state FROM application WHERE id = ANY ($1) ORDER BY id FOR UPDATE',
      [ids],
    );
    if (rows.some(({ state }) => state === 'withdrawn')) throw new Problem('record.stale');
    return ids;
  }

  private async freeze(tx: Tx, source: DecisionSource, signerId: string): Promise<void> {
    const { outcome, act } = source;
    if (outcome === null || act === null) throw new Error(`Decision ${source.id} has no act.`);
    await this.decisions.updateDecision(tx, source, {
      act: actFor(outcome, act),
      // Why the advice would be left is no reason of a decision that follows it.
      deviationReason: isDeviation(source) ? source.deviationReason : '',
      decidedBy: signerId,
      signedAt: tx.now,
    });
    const amountCents = source.amountCents === null ? null : Number(source.amountCents);
    await tx.record({ type: 'decision.signed', subjectId: source.id, after: { outcome, amountCents } });
  }
}

/** The money of each award: from the reservation of its call, or from what is available on a direct line. */
function commitments(batch: DecisionBatchRow, sources: readonly DecisionSource[]): Movement[] {
  return sources.flatMap(({ id, lineId, outcome, amountCents }) => {
    if (outcome !== 'award' || amountCents === null) return [];
    const movement = {
      cause: 'commit',
      lineId,
      amountCents: cents(Number(amountCents)),
      subjectType: 'decision',
      subjectId: id,
    } as const;
    return batch.callId === null
      ? [movement]
      : [{ ...movement, from: { account: 'reserved', subjectId: batch.callId } as const }];
  });
}
