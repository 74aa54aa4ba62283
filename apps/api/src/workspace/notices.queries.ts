import type { AnswerOf, InputOf, workspace } from '@commonlot/contracts';
import { Injectable } from '@nestjs/common';
import { personOf } from '../access/index.js';
import { type Actor, Database, idKey, pageOf } from '../platform/index.js';

type Notice = AnswerOf<typeof workspace.listNotices>['rows'][number];
type OutgoingMail = AnswerOf<typeof workspace.listOutgoingMail>['rows'][number];

/** Reads of notices, and of the mails that the demonstration sent. */
@Injectable()
export class NoticesQueries {
  constructor(private readonly database: Database) {}

  async list(actor: Actor, { query }: InputOf<typeof workspace.listNotices>) {
    const limit = query.limit ?? 50;
    const rows = await this.database.rows<Notice>(
      `SELECT id, type, subject_type AS "subjectType", subject_id AS "subjectId", data, created_at AS "createdAt",
         read_at IS NOT NULL AS "isRead"
       FROM notice
       WHERE person_id = $1 AND ($2::uuid IS NULL OR (created_at, id) < (SELECT created_at, id FROM notice
         WHERE id = $2 AND person_id = $1))
       ORDER BY created_at DESC, id DESC LIMIT $3`,
      [personOf(actor), idKey(query.after), limit + 1],
    );
    return pageOf(rows, limit, ({ id }) => id);
  }

  /** `to` is a part of the address. */
  async outgoingMail({ query }: InputOf<typeof workspace.listOutgoingMail>) {
    const limit = query.limit ?? 50;
    const rows = await this.database.rows<OutgoingMail>(
      `SELECT id, recipient::text AS "to", language, subject, body, created_at AS "createdAt", sent_at AS "sentAt"
       FROM outgoing_mail
       WHERE ($1::text = '' OR strpos(lower(recipient::text), lower($1)) > 0)
         AND ($2::uuid IS NULL OR (created_at, id) < (SELECT created_at, id FROM outgoing_mail WHERE id = $2))
       ORDER BY created_at DESC, id DESC LIMIT $3`,
      [query.to ?? '', idKey(query.after), limit + 1],
    );
    return pageOf(rows, limit, ({ id }) => id);
  }
}
