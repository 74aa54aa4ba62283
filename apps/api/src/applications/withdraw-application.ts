import type { applications, InputOf, ResponseOf } from '@commonlot/contracts';
import { applicationLifecycle, releasedAfter } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { Organisations } from '../organisations/index.js';
import { type Actor, MailWriter, Transactions } from '../platform/index.js';
import { ApplicationRepository } from './application.repository.js';
import { withdrawalMail } from './mails.js';
import { requireReleased } from './own-state.js';

type Contract = typeof applications.withdrawApplication;

/**
 * Withdraws an application, at any time until its decision is released. Whether this is possible depends on nothing
 * that the applicant does not know: admitted, excluded or decided in secret, it is withdrawn alike.
 */
@Injectable()
export class WithdrawApplication {
  constructor(
    private readonly transactions: Transactions,
    private readonly applications: ApplicationRepository,
    private readonly organisations: Organisations,
    private readonly mails: MailWriter,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<ResponseOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const application = await this.applications.lockOwn(tx, params.applicationId, 'represent');
      requireReleased(application, 'submitted', 'withdraw');
      const state = applicationLifecycle.next(application.state, 'withdraw');
      const releasedState = releasedAfter('withdraw', application.releasedState);
      const change = { state, releasedState, withdrawalReason: body.reason };
      const revision = await this.applications.update(tx, application, change);
      await tx.record({
        type: 'application.withdrawn',
        subjectId: application.id,
        before: { state: application.state },
        after: { state },
      });
      const language = application.fileLanguage;
      const link = this.mails.link(`/${language}/work/applications/${application.id}`);
      const words = withdrawalMail(language, { ...application, link });
      for (const person of await this.organisations.representatives(tx, application.organisationId)) {
        await tx.mail({
          personId: person.personId,
          to: person.email,
          language,
          ...words,
          dedupeKey: `application.withdrawn:${application.id}:${person.personId}`,
          about: { type: 'application', id: application.id },
        });
      }
      return { revision };
    });
  }
}
