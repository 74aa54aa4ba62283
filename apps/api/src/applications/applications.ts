import { type ApplicationAction, applicationLifecycle, releasedAfter } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/index.js';
import type { ApplicationRow } from './application.entity.js';
import { ApplicationRepository } from './application.repository.js';

/** What the modules to the right may ask of applications. */
@Injectable()
export class Applications {
  constructor(private readonly applications: ApplicationRepository) {}

  /** The row, locked until the transaction ends. Throws `record.missing`. */
  lock(tx: Tx, applicationId: string): Promise<ApplicationRow> {
    return this.applications.lock(tx, applicationId);
  }

  /** Admitted and excluded applications of a call, by number: those that the minister decides on. */
  candidates(tx: Tx, callId: string): Promise<ApplicationRow[]> {
    return this.applications.candidates(tx, callId);
  }

  /**
   * Lets the applicant know: state and released state move together, at the release of the decisions and never before.
   * Throws `lifecycle.not-allowed` when the application is no longer where the decision found it.
   */
  async release(
    tx: Tx,
    applicationId: string,
    action: Extract<ApplicationAction, 'award' | 'refuse' | 'confirmExclusion'>,
  ): Promise<void> {
    const application = await this.applications.lock(tx, applicationId);
    const state = applicationLifecycle.next(application.state, action);
    const releasedState = releasedAfter('release', application.releasedState, state);
    await this.applications.move(tx, application, { state, releasedState, releasedAt: tx.now });
    await tx.record({
      type: 'application.released',
      subjectId: application.id,
      before: { state: application.state },
      after: { state, releasedState },
    });
  }
}
