import type { decisions as contract, InputOf, ResponseOf } from '@commonlot/contracts';
import { directFileBlockers, directFileLifecycle, lineFitsOrganisation, Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { Ledger } from '../ledger/index.js';
import { Organisations } from '../organisations/index.js';
import { Plan } from '../plan/index.js';
import { type Actor, Transactions, type Tx } from '../platform/index.js';
import type { DirectFileRow } from './direct-file.entity.js';
import { DirectFileRepository } from './direct-file.repository.js';

type Contract = typeof contract.proposeDirectFile;

/** Proposes a direct file for decision: from here on it waits for its batch. */
@Injectable()
export class ProposeDirectFile {
  constructor(
    private readonly transactions: Transactions,
    private readonly plan: Plan,
    private readonly ledger: Ledger,
    private readonly organisations: Organisations,
    private readonly files: DirectFileRepository,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<ResponseOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const row = await this.files.lock(tx, params.directFileId, body.revision);
      const state = directFileLifecycle.next(row.state, 'propose');
      await this.organisations.requireOutsider(tx, [row.organisationId]);
      const blockers = await this.blockers(tx, row);
      if (blockers.length > 0) throw new Problem('direct-file.incomplete', { blockers });
      const revision = await this.files.update(tx, row, { state });
      await tx.record({
        type: 'direct-file.proposed',
        subjectId: row.id,
        before: { state: row.state },
        after: { state, requestedCents: row.requestedCents },
      });
      return { revision };
    });
  }

  /** The line is looked at again, for a later version of the plan may have changed it since the draft. */
  private async blockers(tx: Tx, row: DirectFileRow): Promise<string[]> {
    const line = await this.plan.lineInForce(tx, row.lineId);
    const { availableCents } = await this.ledger.figures(tx, row.lineId);
    const { enterpriseNumber } = await this.organisations.facts(tx, row.organisationId);
    const blockers = directFileBlockers({
      lineKind: line.kind,
      lineIsPm: line.isPm,
      availableCents,
      organisationId: row.organisationId,
      purpose: row.purpose,
      amountCents: row.requestedCents,
      // The reason belongs to the decision, which is not made yet.
      reason: row.purpose.padEnd(30, '.'),
      language: row.fileLanguage,
    });
    return lineFitsOrganisation(line, enterpriseNumber)
      ? blockers
      : [...new Set([...blockers, 'line-takes-no-direct-files'])];
  }
}
