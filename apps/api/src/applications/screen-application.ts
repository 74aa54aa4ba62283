import type { applications, InputOf, ResponseOf } from '@commonlot/contracts';
import { admit, callPhase, exclude, Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { Calls } from '../calls/index.js';
import { type Actor, Transactions, type Tx } from '../platform/index.js';
import type { ApplicationRow } from './application.entity.js';
import { ApplicationRepository } from './application.repository.js';

type Admission = typeof applications.admitApplication;
type Exclusion = typeof applications.excludeApplication;

/**
 * The check of admissibility, after the call has closed. Neither outcome is told to the applicant: an exclusion becomes
 * known with the decisions, as the minister confirms it.
 */
@Injectable()
export class ScreenApplication {
  constructor(
    private readonly transactions: Transactions,
    private readonly applications: ApplicationRepository,
    private readonly calls: Calls,
  ) {}

  admit(actor: Actor, { params, body }: InputOf<Admission>): Promise<ResponseOf<Admission>> {
    return this.transactions.run(actor, async (tx) => {
      const application = await this.applications.lockSent(tx, params.applicationId, body.revision);
      await this.requireClosed(tx, application);
      const revision = await this.move(tx, application, admit(application));
      await tx.record({
        type: 'application.admitted',
        subjectId: application.id,
        before: { state: application.state },
        after: { state: 'admitted' },
      });
      return { revision };
    });
  }

  exclude(actor: Actor, { params, body }: InputOf<Exclusion>): Promise<ResponseOf<Exclusion>> {
    return this.transactions.run(actor, async (tx) => {
      const application = await this.applications.lockSent(tx, params.applicationId, body.revision);
      await this.requireClosed(tx, application);
      const change = exclude(application, body.reasons);
      const revision = await this.move(tx, application, change);
      await tx.record({
        type: 'application.excluded',
        subjectId: application.id,
        before: { state: application.state },
        after: { state: change.state, reasons: change.exclusionReasons.map(({ code }) => code) },
      });
      return { revision };
    });
  }

  /** Everybody is judged after everybody could apply: nothing is screened while somebody may still withdraw and redo. */
  private async requireClosed(tx: Tx, application: ApplicationRow): Promise<void> {
    const call = await this.calls.facts(tx, application.callId);
    if (callPhase(call, tx.now) === 'open') throw new Problem('call.still-open', { closesAt: call.closesAt });
  }

  private move(tx: Tx, application: ApplicationRow, change: Partial<ApplicationRow>): Promise<number> {
    return this.applications.move(tx, application, {
      ...change,
      screenedBy: tx.actor.personId,
      screenedAt: tx.now,
    });
  }
}
