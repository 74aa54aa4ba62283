import type { AnswerOf, plan as contract, InputOf } from '@commonlot/contracts';
import { commentRefusal, type PlanState, Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Database, keyParts, pageOf } from '../platform/index.js';
import { planReaderRoles } from './plan-mentions.js';

type Page = AnswerOf<typeof contract.listPlanComments>;
type Row = Page['rows'][number];

interface CommentRow extends Omit<Row, 'may' | 'resolvedAt' | 'withdrawnAt'> {
  readonly sequence: number;
  readonly authorId: string;
  readonly versionState: PlanState;
  readonly withdrawnAt: Date | null;
  readonly resolvedAt: Date | null;
}

const perPage = 50;

/** Reads of comments. */
@Injectable()
export class PlanCommentQueries {
  constructor(private readonly database: Database) {}

  /** Comments on a version, or on a line through the versions of its year; newest first. */
  async comments(
    actor: Actor,
    { params, query }: Pick<InputOf<typeof contract.listPlanComments>, 'params' | 'query'>,
  ): Promise<Page> {
    await this.requireVersion(params.versionId);
    const limit = query.limit ?? perPage;
    const [before = null] = query.after === undefined ? [] : keyParts(query.after, /^(\d{1,18})$/);
    const rows = await this.database.rows<CommentRow>(
      `SELECT c.id, c.sequence, c.version_id AS "versionId", v.number AS "versionNumber", v.state AS "versionState",
         c.line_id AS "lineId", l.code, author.name AS author, c.author_id AS "authorId",
         c.written_at AS "writtenAt", c.changed_at AS "changedAt", c.withdrawn_at AS "withdrawnAt",
         resolver.name AS "resolvedBy", c.resolved_at AS "resolvedAt", c.revision,
         CASE WHEN c.withdrawn_at IS NULL OR $5 THEN c.text END AS text,
         coalesce((SELECT jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) ORDER BY p.name, p.id)
           FROM plan_comment_mention m JOIN person p ON p.id = m.person_id WHERE m.comment_id = c.id), '[]') AS mentions,
         ARRAY(SELECT e.text FROM plan_comment_earlier e WHERE $5 AND e.comment_id = c.id ORDER BY e.number)
           AS "earlierTexts"
       FROM plan_comment c JOIN plan_version v ON v.id = c.version_id JOIN person author ON author.id = c.author_id
         LEFT JOIN person resolver ON resolver.id = c.resolved_by
         LEFT JOIN plan_version_line l ON l.version_id = c.version_id AND l.line_id = c.line_id
       WHERE (CASE WHEN $2::uuid IS NULL THEN c.version_id = $1 ELSE
           c.line_id = $2 AND v.plan_id = (SELECT plan_id FROM plan_version WHERE id = $1) END)
         AND ($3::bigint IS NULL OR c.sequence < $3)
       ORDER BY c.sequence DESC LIMIT $4`,
      [params.versionId, query.lineId ?? null, before, limit + 1, actor.permissions.has('journal:read')],
    );
    const { rows: shown, next } = pageOf(rows, limit, ({ sequence }) => String(sequence));
    return { rows: shown.map((row) => withMay(actor, row)), next };
  }

  /** Open comments by line; those on a line count in every version of its year. */
  async counts(versionId: string): Promise<AnswerOf<typeof contract.countPlanComments>> {
    await this.requireVersion(versionId);
    const rows = await this.database.rows<{ lineId: string | null; open: number }>(
      `SELECT c.line_id AS "lineId", count(*) AS open
       FROM plan_version own JOIN plan_version v ON v.plan_id = own.plan_id JOIN plan_comment c ON c.version_id = v.id
       WHERE own.id = $1 AND (c.line_id IS NOT NULL OR v.id = own.id)
         AND c.resolved_at IS NULL AND c.withdrawn_at IS NULL
       GROUP BY c.line_id ORDER BY c.line_id NULLS FIRST`,
      [versionId],
    );
    return { rows };
  }

  /** Who may be mentioned: everybody with an account in use and a role that reads plans. */
  async readers(): Promise<AnswerOf<typeof contract.listPlanReaders>> {
    const rows = await this.database.rows<{ id: string; name: string }>(
      `SELECT p.id, p.name FROM person p
       WHERE p.state = 'active' AND EXISTS (SELECT FROM person_role r WHERE r.person_id = p.id AND r.role = ANY ($1))
       ORDER BY p.name, p.id`,
      [planReaderRoles],
    );
    return { rows };
  }

  private async requireVersion(versionId: string): Promise<void> {
    const version = await this.database.row('SELECT 1 FROM plan_version WHERE id = $1', [versionId]);
    if (version === null) throw new Problem('record.missing');
  }
}

/** The same rules as the use cases, asked beforehand. */
function withMay(actor: Actor, { authorId, versionState, sequence: _, ...row }: CommentRow): Row {
  const facts = { authorId, versionState, withdrawnAt: row.withdrawnAt, resolvedAt: row.resolvedAt };
  const can = (action: Parameters<typeof commentRefusal>[1]) =>
    actor.permissions.has('plan:comment') && commentRefusal(facts, action, actor.personId) === null;
  return { ...row, may: { change: can('change'), resolve: can('resolve'), reopen: can('reopen') } };
}
