import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from './config.js';
import { newId } from './ids.js';
import type { Mail, Tx } from './tx.js';

/** Writes mails into the outbox of the transaction: what is rolled back is never sent. */
@Injectable()
export class MailWriter {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** An absolute address of a page, for the text of a mail. */
  link(path: string): string {
    return new URL(path, this.config.PUBLIC_URL).href;
  }

  async write(tx: Tx, mail: Mail): Promise<void> {
    const id = newId();
    const written = await tx.query(
      `INSERT INTO outgoing_mail (id, dedupe_key, person_id, recipient, language, subject, body, about_type, about_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (dedupe_key) DO NOTHING RETURNING id`,
      [
        id,
        mail.dedupeKey,
        mail.personId,
        mail.to,
        mail.language,
        mail.subject.replaceAll(/[\r\n]+/g, ' '),
        mail.body,
        mail.about?.type ?? null,
        mail.about?.id ?? null,
      ],
    );
    if (written.length === 0) return;
    await tx.query('SELECT graphile_worker.add_job($1, $2::json, job_key => $3)', [
      'send-mail',
      JSON.stringify({ subjectId: id }),
      `send-mail:${id}`,
    ]);
  }
}
