import type { Language } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { Organisations } from '../organisations/index.js';
import { MailWriter, type Tx } from '../platform/index.js';
import type { Award } from './award.repository.js';

interface Message {
  /** Type of the notice; its words are in the workspace. */
  readonly type: string;
  readonly data: Record<string, string | number>;
  /** Row that the mail is about: it is told once. */
  readonly about: { readonly type: string; readonly id: string };
  /** Null for a notice without a mail. */
  readonly mail: ((language: Language, link: string) => { subject: string; body: string }) | null;
}

/** Notice and mail to everybody who may act for the beneficiary of an award, each in the language of that person. */
@Injectable()
export class TellBeneficiary {
  constructor(
    private readonly organisations: Organisations,
    private readonly mails: MailWriter,
  ) {}

  async tell(tx: Tx, award: Award, { type, data, about, mail }: Message): Promise<void> {
    const people = await this.organisations.representatives(tx, award.organisationId);
    const subject =
      award.applicationId === null
        ? { subjectType: 'organisation', subjectId: award.organisationId }
        : { subjectType: 'application', subjectId: award.applicationId };
    const personIds = people.map(({ personId }) => personId);
    await tx.notify({ personIds, type, ...subject, data: { title: award.title, ...data } });
    if (mail === null) return;
    for (const { personId, email, screenLanguage } of people) {
      const link = this.mails.link(`/${screenLanguage}/work/${subject.subjectType}s/${subject.subjectId}`);
      await tx.mail({
        personId,
        to: email,
        language: screenLanguage,
        ...mail(screenLanguage, link),
        dedupeKey: `${type}:${about.id}:${personId}`,
        about,
      });
    }
  }
}
