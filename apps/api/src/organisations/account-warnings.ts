import { maskIban } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { MailWriter, type Tx } from '../platform/index.js';
import { type AccountEvent, accountMail } from './mails.js';
import { Organisations } from './organisations.js';

/**
 * Tells everybody who binds the organisation what happens to the account that subsidies are paid to: whoever took over
 * one mailbox does not move the money unseen.
 */
@Injectable()
export class AccountWarnings {
  constructor(
    private readonly organisations: Organisations,
    private readonly mails: MailWriter,
  ) {}

  async send(
    tx: Tx,
    event: AccountEvent,
    organisation: { id: string; name: string },
    account: { id: string; iban: string },
  ): Promise<void> {
    const representatives = await this.organisations.representatives(tx, organisation.id);
    const iban = maskIban(account.iban);
    await tx.notify({
      personIds: representatives.map(({ personId }) => personId),
      type: `bank-account.${event}`,
      subjectType: 'organisation',
      subjectId: organisation.id,
      data: { organisation: organisation.name, iban },
    });
    for (const { personId, email, name, screenLanguage } of representatives) {
      const link = this.mails.link(`/${screenLanguage}/work/organisations/${organisation.id}`);
      await tx.mail({
        personId,
        to: email,
        language: screenLanguage,
        ...accountMail(event, screenLanguage, { name, organisation: organisation.name, iban, link }),
        dedupeKey: `bank-account.${event}:${account.id}:${personId}`,
        about: { type: 'organisation', id: organisation.id },
      });
    }
  }
}
