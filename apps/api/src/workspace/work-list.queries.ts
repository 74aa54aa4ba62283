import type { AnswerOf, workspace } from '@commonlot/contracts';
import { inLanguage, type Language, type LocalisedText } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { personOf } from '../access/index.js';
import { type Actor, Clock, Database } from '../platform/index.js';
import { workOfApplicants } from './work-of-applicants.js';
import { workOfControllers } from './work-of-controllers.js';
import { workOfMinisters } from './work-of-ministers.js';
import { callProgress, workOfOfficers } from './work-of-officers.js';
import { workOfReviewers } from './work-of-reviewers.js';

type WorkItem = AnswerOf<typeof workspace.readWorkList>['rows'][number];

interface WorkRow extends Omit<WorkItem, 'title'> {
  title: string | LocalisedText;
  screenLanguage: Language;
}

const parts = [...workOfApplicants, ...workOfReviewers, ...workOfOfficers, ...workOfMinisters, ...workOfControllers];

/** The whole list in one statement, the most urgent first; what has no day comes after what has one. */
const workList = `
  WITH clock AS (SELECT coalesce($3::timestamptz, now()) AS now), progress AS (${callProgress}),
    work (task, "subjectType", "subjectId", "parentId", title, "titleLanguage", count, "dueAt", "amountCents")
      AS (${parts.map((part) => `(${part})`).join(' UNION ALL ')})
  SELECT work.*, p.screen_language AS "screenLanguage" FROM work JOIN person p ON p.id = $1
  ORDER BY "dueAt" NULLS LAST, task, "subjectId" LIMIT 200`;

/** What waits for a person, by what that person may do. */
@Injectable()
export class WorkListQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor): Promise<AnswerOf<typeof workspace.readWorkList>> {
    const permissions = [...actor.permissions];
    const rows = await this.database.rows<WorkRow>(workList, [personOf(actor), permissions, this.clock.shown()]);
    return { rows: rows.map(itemOf) };
  }
}

function itemOf({ screenLanguage, ...row }: WorkRow): WorkItem {
  if (typeof row.title === 'string') return { ...row, title: row.title };
  const { text, language } = inLanguage(row.title, screenLanguage);
  return { ...row, title: text, titleLanguage: language };
}
