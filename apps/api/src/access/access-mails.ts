import type { Language, PersonState } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { MailWriter, newId, type Tx } from '../platform/index.js';
import { type AccessMailKind, accessMail } from './mails.js';
import { accessPages } from './pages.js';

interface Recipient {
  readonly id: string | null;
  readonly email: string;
  readonly name: string;
  readonly screenLanguage: Language;
  readonly state: PersonState;
}

/** Which page each mail leads to. */
const pageOf = {
  confirm: 'confirm',
  known: 'signIn',
  finish: 'resetPassword',
  unknown: 'signUp',
  reset: 'resetPassword',
  changed: 'forgottenPassword',
} as const satisfies Record<AccessMailKind, keyof typeof accessPages>;

/** Sends the mails of accounts in the language of their reader. */
@Injectable()
export class AccessMails {
  constructor(private readonly writer: MailWriter) {}

  async send(tx: Tx, kind: AccessMailKind, to: Recipient, token: string | null = null): Promise<void> {
    const query = token === null ? '' : `?token=${token}`;
    const link = this.writer.link(`${accessPages[pageOf[kind]][to.screenLanguage]}${query}`);
    // The name of an account that nobody confirmed may be a stranger's advertisement: it is not mailed.
    const name = to.state === 'unconfirmed' ? '' : to.name;
    const words = accessMail(kind, to.screenLanguage, { name, link });
    await tx.mail({
      personId: to.id,
      to: to.email,
      language: to.screenLanguage,
      ...words,
      dedupeKey: `access:${kind}:${newId()}`,
    });
  }
}
