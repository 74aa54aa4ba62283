import { type Language, Problem, permissionsOf, roles } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { MailWriter, type Tx } from '../platform/index.js';
import { mentionMail } from './mention-mail.js';
import type { PlanVersionRow } from './plan-version.entity.js';

/** The roles whose people may read plans. */
export const planReaderRoles = roles.filter((role) => permissionsOf([role]).has('plan:read'));

interface MentionedPerson {
  readonly id: string;
  readonly email: string;
  readonly language: Language;
}

/** Who is mentioned in a comment, and how they hear of it. */
@Injectable()
export class PlanMentions {
  constructor(private readonly mails: MailWriter) {}

  /**
   * Puts these people in the place of those whom the comment mentions, and tells those who are new, by notice and mail;
   * whoever was taken out and is put back finds a second notice and no second mail. Throws 'plan.mention-unfit' for
   * somebody who may not read plans.
   */
  async replace(tx: Tx, version: PlanVersionRow, commentId: string, personIds: readonly string[]): Promise<void> {
    const people = await this.readers(tx, personIds);
    if (people.length < new Set(personIds).size) throw new Problem('plan.mention-unfit');
    await tx.query('DELETE FROM plan_comment_mention WHERE comment_id = $1 AND NOT person_id = ANY ($2)', [
      commentId,
      [...personIds],
    ]);
    const added = await tx.query<{ id: string }>(
      `INSERT INTO plan_comment_mention (comment_id, person_id) SELECT $1, * FROM unnest($2::uuid[])
       ON CONFLICT DO NOTHING RETURNING person_id AS id`,
      [commentId, people.map(({ id }) => id)],
    );
    const told = new Set(added.map(({ id }) => id));
    await this.tell(
      tx,
      version,
      commentId,
      people.filter(({ id }) => told.has(id) && id !== tx.actor.personId),
    );
  }

  private readers(tx: Tx, personIds: readonly string[]): Promise<MentionedPerson[]> {
    return tx.query<MentionedPerson>(
      `SELECT p.id, p.email, p.screen_language AS language FROM person p
       WHERE p.id = ANY ($1) AND p.state = 'active'
         AND EXISTS (SELECT FROM person_role r WHERE r.person_id = p.id AND r.role = ANY ($2)) ORDER BY p.id`,
      [[...personIds], planReaderRoles],
    );
  }

  private async tell(tx: Tx, version: PlanVersionRow, commentId: string, people: readonly MentionedPerson[]) {
    if (people.length === 0) return;
    const [plan] = await tx.query<{ year: number }>('SELECT year FROM plan WHERE id = $1', [version.planId]);
    const data = { year: plan?.year ?? 0, number: version.number };
    const type = 'plan-version.comment-mentioned';
    const about = { type: 'plan-version', id: version.id };
    await tx.notify({
      personIds: people.map(({ id }) => id),
      type,
      subjectType: about.type,
      subjectId: about.id,
      data,
    });
    for (const { id, email, language } of people) {
      const link = this.mails.link(`/${language}/work/plans/${version.id}#comments`);
      const mail = mentionMail(language, { ...data, link });
      await tx.mail({ personId: id, to: email, language, ...mail, dedupeKey: `${type}:${commentId}:${id}`, about });
    }
  }
}
