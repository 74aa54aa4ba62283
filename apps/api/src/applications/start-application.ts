import type { applications, InputOf, ResponseOf } from '@commonlot/contracts';
import { applicationLifecycle, callPhase, mayApply, Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { personOf } from '../access/index.js';
import { Calls } from '../calls/index.js';
import { Organisations } from '../organisations/index.js';
import { type Actor, newId, Transactions } from '../platform/index.js';
import { ApplicationRepository } from './application.repository.js';

type Contract = typeof applications.startApplication;

/** Begins the one application of an organisation to an open call. */
@Injectable()
export class StartApplication {
  constructor(
    private readonly transactions: Transactions,
    private readonly applications: ApplicationRepository,
    private readonly calls: Calls,
    private readonly organisations: Organisations,
  ) {}

  execute(actor: Actor, { body }: InputOf<Contract>): Promise<ResponseOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const personId = personOf(tx.actor);
      await this.organisations.requireMember(tx, body.organisationId, personId, 'edit');
      const call = await this.calls.byNumber(tx, body.callNumber);
      // A draft of the office does not exist yet, as far as anybody outside can tell.
      if (call.state === 'draft' || call.state === 'discarded') throw new Problem('record.missing');
      const phase = callPhase(call, tx.now);
      if (phase !== 'open') throw new Problem('call.not-open', { phase });
      const { legalForm } = await this.organisations.facts(tx, body.organisationId);
      if (!mayApply(legalForm)) throw new Problem('application.organisation-unfit', { legalForm });

      const id = newId();
      const number = await this.calls.takeApplicationNumber(tx, call.id);
      await this.applications.insert(tx, {
        id,
        number,
        callId: call.id,
        organisationId: body.organisationId,
        fileLanguage: body.fileLanguage,
        state: applicationLifecycle.initial,
        releasedState: 'draft',
        title: '',
        answers: {},
        startedBy: personId,
        startedAt: tx.now,
        savedAt: tx.now,
        exclusionReasons: [],
        withdrawalReason: '',
        revision: 0,
      });
      await tx.record({
        type: 'application.started',
        subjectId: id,
        after: { number, callId: call.id, organisationId: body.organisationId },
      });
      return { id, revision: 0 };
    });
  }
}
