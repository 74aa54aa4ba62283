import type { AnswerOf, applications as contract, InputOf } from '@commonlot/contracts';
import { Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Database, pageOf } from '../platform/index.js';
import { withoutConflict } from './conflict-of-interest.js';
import { attachmentsOf } from './submission-material.js';

type Row = AnswerOf<typeof contract.listApplications>['rows'][number];
type Detail = AnswerOf<typeof contract.readApplication>;

const head = `a.id, a.number, o.id AS "organisationId", o.name AS "organisationName",
  o.enterprise_number AS "enterpriseNumber", a.title, a.file_language AS "fileLanguage", a.state,
  a.requested_cents AS "requestedCents", a.submitted_at AS "submittedAt", reviews.reviewers, reviews."reviewsSent",
  a.revision`;

/** How many read the file and how many have sent their scores; whoever declared a conflict no longer counts. */
const reviews = `CROSS JOIN LATERAL (
    SELECT (count(*) FILTER (WHERE r.state <> 'conflicted'))::int AS reviewers,
      (count(*) FILTER (WHERE r.state = 'sent'))::int AS "reviewsSent"
    FROM review_assignment r WHERE r.application_id = a.id) reviews`;

/** Awards of the same organisation that were signed, the newest first; a corrected one gives way to its correction. */
const earlierAwards = `coalesce((SELECT json_agg(award ORDER BY award."decidedOn" DESC, award.number DESC) FROM (
    SELECT d.number, coalesce(other.title, f.title) AS title, d.amount_cents AS "amountCents",
      to_char(d.signed_at AT TIME ZONE 'Europe/Brussels', 'YYYY-MM-DD') AS "decidedOn"
    FROM decision d LEFT JOIN application other ON other.id = d.application_id
      LEFT JOIN direct_file f ON f.id = d.direct_file_id
    WHERE d.organisation_id = a.organisation_id AND d.outcome = 'award' AND d.signed_at IS NOT NULL
      AND d.lapsed_at IS NULL AND d.application_id IS DISTINCT FROM a.id
      AND NOT EXISTS (SELECT 1 FROM decision c WHERE c.corrects_decision_id = d.id AND c.signed_at IS NOT NULL)
    ORDER BY d.signed_at DESC LIMIT 20) award), '[]')`;

/** Reads of applications for staff: what was sent, never a draft. */
@Injectable()
export class ApplicationsQueries {
  constructor(private readonly database: Database) {}

  /** By number. `search` looks in title, number, name and enterprise number, without regard to case and accents. */
  async list(
    actor: Actor,
    callId: string,
    { after, limit = 50, state, search }: InputOf<typeof contract.listApplications>['query'],
  ): Promise<AnswerOf<typeof contract.listApplications>> {
    const rows = await this.database.rows<Row>(
      `WITH a AS (
         SELECT a.* FROM application a JOIN organisation o ON o.id = a.organisation_id
         WHERE a.call_id = $1 AND a.state NOT IN ('draft', 'discarded') AND ($2::text IS NULL OR a.number > $2)
           AND ($3::text IS NULL OR a.state = $3) AND ${withoutConflict('a.id', '$6')}
           AND ($4 = '' OR strpos(unaccent(lower(concat_ws(' ', a.title, a.number, o.name, o.enterprise_number))),
             unaccent(lower($4))) > 0)
         ORDER BY a.number LIMIT $5)
       SELECT ${head} FROM a JOIN organisation o ON o.id = a.organisation_id ${reviews} ORDER BY a.number`,
      [callId, after ?? null, state ?? null, search ?? '', limit + 1, actor.personId],
    );
    if (rows.length === 0) await this.requireCall(callId);
    return pageOf(rows, limit, (row) => row.number);
  }

  /** Throws `record.missing` for a draft as for none. */
  async read(actor: Actor, applicationId: string): Promise<Detail> {
    const row = await this.database.row<Detail>(
      `SELECT ${head}, c.id AS "callId", c.number AS "callNumber", c.title AS "callTitle", c.form, a.answers,
         ${attachmentsOf('a.id')} AS attachments, a.content_hash AS "contentHash",
         a.exclusion_reasons AS "exclusionReasons", a.withdrawal_reason AS "withdrawalReason",
         ${earlierAwards} AS "earlierAwards"
       FROM application a JOIN organisation o ON o.id = a.organisation_id JOIN call c ON c.id = a.call_id ${reviews}
       WHERE a.id = $1 AND a.submitted_at IS NOT NULL AND ${withoutConflict('a.id', '$2')}`,
      [applicationId, actor.personId],
    );
    if (row === null) throw new Problem('record.missing');
    return row;
  }

  private async requireCall(callId: string): Promise<void> {
    const call = await this.database.row('SELECT 1 FROM call WHERE id = $1', [callId]);
    if (call === null) throw new Problem('record.missing');
  }
}
