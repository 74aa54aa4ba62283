import type { Language } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { MailWriter, type Tx } from '../platform/index.js';
import { type PlanNews, planMail } from './mails.js';
import type { PlanVersionRow } from './plan-version.entity.js';

interface OfficePerson {
  readonly id: string;
  readonly email: string;
  readonly language: Language;
}

/** Tells the persons of the minister's office, but for whoever acts, what happened to a version: notice and mail. */
@Injectable()
export class MinisterOffice {
  constructor(private readonly mails: MailWriter) {}

  async tell(tx: Tx, version: PlanVersionRow, news: PlanNews): Promise<void> {
    const persons = await tx.query<OfficePerson>(
      `SELECT p.id, p.email, p.screen_language AS language FROM person p JOIN person_role r ON r.person_id = p.id
       WHERE r.role = 'minister' AND p.state = 'active' AND p.id IS DISTINCT FROM $1 ORDER BY p.id`,
      [tx.actor.personId],
    );
    const [plan] = await tx.query<{ year: number }>('SELECT year FROM plan WHERE id = $1', [version.planId]);
    const data = { year: plan?.year ?? 0, number: version.number };
    const type = `plan-version.${news.type}`;
    const about = { type: 'plan-version', id: version.id };
    await tx.notify({
      personIds: persons.map(({ id }) => id),
      type,
      subjectType: about.type,
      subjectId: about.id,
      data,
    });
    for (const { id, email, language } of persons) {
      const link = this.mails.link(`/${language}/work/plans/${version.id}`);
      const mail = planMail(language, news, { ...data, link });
      // The revision makes each submission a message of its own; a repeated request writes none.
      const dedupeKey = `${type}:${version.id}:${version.revision}:${id}`;
      await tx.mail({ personId: id, to: email, language, ...mail, dedupeKey, about });
    }
  }
}
