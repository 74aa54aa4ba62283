import type { applications, InputOf, ResponseOf } from '@commonlot/contracts';
import { applicationLifecycle, releasedAfter } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { ApplicationRepository } from './application.repository.js';
import { requireReleased } from './own-state.js';

type Contract = typeof applications.discardDraft;

/** Throws a draft away with its files; the organisation may begin again. */
@Injectable()
export class DiscardDraft {
  constructor(
    private readonly transactions: Transactions,
    private readonly applications: ApplicationRepository,
  ) {}

  execute(actor: Actor, { params }: InputOf<Contract>): Promise<ResponseOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const application = await this.applications.lockOwn(tx, params.applicationId, 'edit');
      requireReleased(application, 'draft', 'discard');
      const state = applicationLifecycle.next(application.state, 'discard');
      const releasedState = releasedAfter('discard', application.releasedState);
      // Before the state moves: the files of an application are those of its draft, and stay as they are from then on.
      await tx.query('UPDATE application_file SET removed_at = $2 WHERE application_id = $1 AND removed_at IS NULL', [
        application.id,
        tx.now,
      ]);
      await this.applications.update(tx, application, { state, releasedState });
      await tx.record({
        type: 'application.discarded',
        subjectId: application.id,
        before: { state: application.state },
        after: { state },
      });
      return {};
    });
  }
}
