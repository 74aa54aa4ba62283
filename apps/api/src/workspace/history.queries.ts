import type { AnswerOf, InputOf, workspace } from '@commonlot/contracts';
import { Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { personOf } from '../access/index.js';
import { withoutConflict } from '../applications/index.js';
import { type Actor, Database, keyParts, pageOf } from '../platform/index.js';
import { HistoryNames } from './history-names.js';
import { changesOf, memberViewOf, permissionOfSubject, type SubjectType } from './history-policy.js';

type Page = AnswerOf<typeof workspace.readHistory>;

interface EntryRow {
  id: string;
  at: Date;
  actor: string | null;
  actorRoles: string[];
  type: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** Whether the person ($1) is a member of the organisation that the record ($2, $3) belongs to and may know of it. */
const isOfMember = `
  SELECT 1 FROM organisation_member m WHERE m.person_id = $1 AND m.organisation_id = CASE $2::text
    WHEN 'organisation' THEN $3::uuid
    WHEN 'bank-account' THEN (SELECT organisation_id FROM bank_account WHERE id = $3)
    WHEN 'application' THEN (SELECT organisation_id FROM application WHERE id = $3)
    WHEN 'decision' THEN (SELECT d.organisation_id FROM decision d JOIN decision_batch b ON b.id = d.batch_id
      WHERE d.id = $3 AND b.state = 'released' AND d.lapsed_at IS NULL) END`;

/** The application that a record is about. */
const applicationOf = `CASE $1
  WHEN 'application' THEN $2::uuid
  WHEN 'decision' THEN (SELECT application_id FROM decision WHERE id = $2)
  WHEN 'payment' THEN (SELECT d.application_id FROM payment p JOIN decision d ON d.id = p.decision_id WHERE p.id = $2)
  WHEN 'review-assignment' THEN (SELECT application_id FROM review_assignment WHERE id = $2) END`;

const exists = `
  SELECT 1 FROM journal j WHERE j.subject_type = $1 AND j.subject_id = $2
    AND ($1 <> 'application' OR $3 OR EXISTS (SELECT 1 FROM application a WHERE a.id = $2 AND a.submitted_at IS NOT NULL))
    AND ${withoutConflict(applicationOf, '$4')}
  LIMIT 1`;

// An entry is known by its place among those that the reader may know: the numbers of the journal itself would tell how
// much happened in between to records that are none of the reader's business.
const entries = `
  SELECT e.place::text AS id, e.at, p.name AS actor, e.actor_roles AS "actorRoles", e.type, e.data -> 'before' AS before,
    e.data -> 'after' AS after
  FROM (SELECT j.*, row_number() OVER (ORDER BY j.id) AS place FROM journal j
    WHERE j.subject_type = $1 AND j.subject_id = $2 AND ($4::text[] IS NULL OR j.type = ANY ($4))) e
    LEFT JOIN person p ON p.id = e.actor_id
  WHERE $3::bigint IS NULL OR e.place < $3 ORDER BY e.place DESC LIMIT $5`;

/** Reads the journal of one record, as much of it as the reader may know. */
@Injectable()
export class HistoryQueries {
  constructor(
    private readonly database: Database,
    private readonly names: HistoryNames,
  ) {}

  async read(actor: Actor, { params, query }: InputOf<typeof workspace.readHistory>): Promise<Page> {
    const { subjectType, subjectId } = params;
    const isStaff = await this.readsAsStaff(actor, subjectType, subjectId);
    if (!isStaff && !(await this.readsAsMember(actor, subjectType, subjectId))) throw new Problem('record.missing');
    const view = isStaff ? undefined : memberViewOf[subjectType];
    const limit = query.limit ?? 50;
    const rows = await this.database.rows<EntryRow>(entries, [
      subjectType,
      subjectId,
      keyOf(query.after),
      view?.events ?? null,
      limit + 1,
    ]);
    const page = pageOf(rows, limit, ({ id }) => id);
    const changes = page.rows.map(({ before, after }) =>
      view === undefined || view.showsChanges ? changesOf(before ?? {}, after ?? {}) : [],
    );
    const named = await this.names.named(changes);
    const shown = page.rows.map(({ before: _, after: __, ...row }, index) => {
      const isHidden = view?.byStaff.includes(row.type) ?? false;
      const actorRoles = view === undefined ? row.actorRoles : [];
      return { ...row, actor: isHidden ? null : row.actor, actorRoles, changes: named[index] ?? [] };
    });
    return { rows: shown, next: page.next };
  }

  /** Drafts of applicants are nobody's business but theirs and the auditor's. */
  private async readsAsStaff(actor: Actor, subjectType: SubjectType, subjectId: string): Promise<boolean> {
    const readsAll = actor.permissions.has('journal:read');
    if (!readsAll && !actor.permissions.has(permissionOfSubject[subjectType])) return false;
    return (await this.database.row(exists, [subjectType, subjectId, readsAll, personOf(actor)])) !== null;
  }

  private async readsAsMember(actor: Actor, subjectType: SubjectType, subjectId: string): Promise<boolean> {
    if (memberViewOf[subjectType] === undefined) return false;
    return (await this.database.row(isOfMember, [personOf(actor), subjectType, subjectId])) !== null;
  }
}

function keyOf(after: string | undefined): string | null {
  return after === undefined ? null : (keyParts(after, /^(\d{1,18})$/)[0] ?? null);
}
