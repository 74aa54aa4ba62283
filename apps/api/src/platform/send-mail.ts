import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import nodemailer, { type Transporter } from 'nodemailer';
import type { DataSource } from 'typeorm';
import { CONFIG, type Config } from './config.js';
import type { Job } from './jobs.js';

interface MailRow {
  id: string;
  recipient: string;
  subject: string;
  body: string;
  language: string;
  sent_at: Date | null;
}

/**
 * Sends one mail of the outbox: at least once, always with the same Message-ID, so that a second copy can be recognised.
 * Without an SMTP server (demonstration) the outbox itself is where the mail is read.
 */
@Injectable()
export class SendMail implements Job {
  readonly name = 'send-mail';
  private readonly transport: Transporter | null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @InjectDataSource() private readonly source: DataSource,
  ) {
    this.transport = config.SMTP_URL === undefined ? null : nodemailer.createTransport(withPatience(config.SMTP_URL));
  }

  async run(mailId: string): Promise<void> {
    const [mail] = (await this.source.query('SELECT * FROM outgoing_mail WHERE id = $1', [mailId])) as MailRow[];
    if (mail === undefined || mail.sent_at !== null) return;
    try {
      await this.transport?.sendMail({
        from: this.config.MAIL_FROM,
        to: mail.recipient,
        subject: mail.subject,
        text: mail.body,
        messageId: `<${mail.id}@${new URL(this.config.PUBLIC_URL).hostname}>`,
        headers: { 'Content-Language': mail.language, 'Auto-Submitted': 'auto-generated' },
      });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      await this.source.query('UPDATE outgoing_mail SET failures = failures + 1, last_error = $2 WHERE id = $1', [
        mailId,
        reason.slice(0, 500),
      ]);
      throw error;
    }
    await this.source.query('UPDATE outgoing_mail SET sent_at = app_now() WHERE id = $1 AND sent_at IS NULL', [mailId]);
  }
}

/**
 * How long a mail server may keep silent, in milliseconds: by default ten minutes, in which a few mails that hang would
 * hold up every other job. The setting may say otherwise (`?socketTimeout=60000`).
 */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

function withPatience(smtpUrl: string): string {
  const url = new URL(smtpUrl);
  for (const [name, milliseconds] of Object.entries(patience)) {
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(milliseconds));
  }
  return url.href;
}
