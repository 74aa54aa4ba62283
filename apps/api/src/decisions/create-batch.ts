import type { decisions as contract, InputOf, ResponseOf } from '@commonlot/contracts';
import { Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { hasConflict } from '../applications/index.js';
import { type Actor, newId, Transactions, type Tx } from '../platform/index.js';
import { BatchOfCall } from './batch-of-call.js';
import { BatchOfDirectFiles } from './batch-of-direct-files.js';
import type { BatchProposal } from './batch-proposal.js';
import { DecisionRepository } from './decision.repository.js';

type Contract = typeof contract.createBatch;

/** Prepares a batch of decisions with everything filled in that can be known: people correct, nobody types it again. */
@Injectable()
export class CreateBatch {
  constructor(
    private readonly transactions: Transactions,
    private readonly ofCall: BatchOfCall,
    private readonly ofDirectFiles: BatchOfDirectFiles,
    private readonly decisions: DecisionRepository,
  ) {}

  execute(actor: Actor, { body }: InputOf<Contract>): Promise<ResponseOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const proposal = await this.propose(tx, body);
      // Whoever has an interest in a file neither proposes what is decided on it nor hands it to the minister.
      const applicationIds = proposal.decisions.map(({ applicationId }) => applicationId);
      if (await hasConflict(tx, applicationIds)) throw new Problem('decision.conflicted');
      const batch = {
        id: newId(),
        number: await this.decisions.nextBatchNumber(tx, proposal.year),
        lineId: proposal.lineId,
        callId: proposal.callId,
        state: 'draft' as const,
        preparedBy: actor.personId ?? '',
        createdAt: tx.now,
        revision: 0,
      };
      await this.decisions.insertBatch(tx, batch);
      const rows = proposal.decisions.map((decision, index) => ({
        ...decision,
        id: newId(),
        number: `${batch.number}-${String(index + 1).padStart(3, '0')}`,
        batchId: batch.id,
        revision: 0,
      }));
      await this.decisions.insertDecisions(tx, rows);
      await tx.record({
        type: 'decision-batch.created',
        subjectId: batch.id,
        after: { callId: batch.callId, decisions: rows.length },
      });
      for (const { id, outcome, amountCents } of rows) {
        await tx.record({ type: 'decision.proposed', subjectId: id, after: { outcome, amountCents } });
      }
      return { id: batch.id, revision: batch.revision };
    });
  }

  private propose(tx: Tx, { callId, directFileIds }: InputOf<Contract>['body']): Promise<BatchProposal> {
    if (callId === null) return this.ofDirectFiles.propose(tx, directFileIds);
    if (directFileIds.length > 0) {
      throw new Problem('request.malformed', { faults: [{ path: 'body.directFileIds', code: 'call-or-files' }] });
    }
    return this.ofCall.propose(tx, callId);
  }
}
