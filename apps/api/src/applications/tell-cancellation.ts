import { type FileLanguage, inLanguage } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { Calls } from '../calls/index.js';
import { Organisations } from '../organisations/index.js';
import { type Job, MailWriter, systemActor, Transactions } from '../platform/index.js';
import { cancellationMail } from './mails.js';

interface Draft {
  readonly id: string;
  readonly organisationId: string;
  readonly language: FileLanguage;
}

/** Tells everybody who has a draft in a cancelled call, with the reason of the office. Follows 'call.cancelled'. */
@Injectable()
export class TellCancellation implements Job {
  readonly name = 'tell-cancellation';

  constructor(
    private readonly transactions: Transactions,
    private readonly calls: Calls,
    private readonly organisations: Organisations,
    private readonly mails: MailWriter,
  ) {}

  async run(callId: string): Promise<void> {
    await this.transactions.run(systemActor, async (tx) => {
      const call = await this.calls.facts(tx, callId);
      if (call.state !== 'cancelled') return;
      const drafts = await tx.query<Draft>(
        `SELECT id, organisation_id AS "organisationId", file_language AS language
         FROM application WHERE call_id = $1 AND state = 'draft' ORDER BY number`,
        [callId],
      );
      for (const { id, organisationId, language } of drafts) {
        const words = cancellationMail(language, {
          callTitle: inLanguage(call.title, language).text,
          callNumber: call.number,
          reason: call.cancellationReason,
          link: this.mails.link(`/${language}/work/applications/${id}`),
        });
        for (const person of await this.organisations.representatives(tx, organisationId)) {
          await tx.mail({
            personId: person.personId,
            to: person.email,
            language,
            ...words,
            dedupeKey: `call.cancelled:${id}:${person.personId}`,
            about: { type: 'application', id },
          });
        }
      }
    });
  }
}
