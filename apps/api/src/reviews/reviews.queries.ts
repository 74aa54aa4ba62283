import type { AnswerOf, reviews as contract, InputOf } from '@commonlot/contracts';
import { Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { withoutConflict } from '../applications/index.js';
import { type Actor, Database } from '../platform/index.js';
import { loadRanking, type Ranking } from './ranking.js';

// A file that was withdrawn or excluded is gone for its reviewers; a review that was sent stays readable to its author.
const inProcedure = `(a.state = 'admitted' OR (r.state = 'sent' AND a.state IN ('awarded', 'refused')))`;

const head = `
  r.id, a.number AS "applicationNumber", c.number AS "callNumber", c.title AS "callTitle", o.name AS "organisationName",
  m.name AS municipality, a.title, a.file_language AS "fileLanguage", r.state, r.due_at AS "dueAt",
  (SELECT count(*) FROM jsonb_each(r.scores) s WHERE s.value ->> 'score' IS NOT NULL) AS scored,
  jsonb_array_length(c.criteria) AS criteria, r.sent_at AS "sentAt", r.revision`;
const source = `
  review_assignment r JOIN application a ON a.id = r.application_id JOIN call c ON c.id = a.call_id
  JOIN organisation o ON o.id = a.organisation_id JOIN municipality m ON m.nis = o.municipality_nis`;
// Each reviewer reads in an order of their own: who is read first or last is not always the same applicant.
const order = `c.closes_at, c.id, md5(r.reviewer_id::text || a.id::text)`;

@Injectable()
export class ReviewsQueries {
  constructor(private readonly database: Database) {}

  /** The list of a reviewer. Files with a declared conflict are not in it: for them they do not exist. */
  async listOwn(actor: Actor): Promise<AnswerOf<typeof contract.listOwnAssignments>> {
    const rows = await this.database.rows<AnswerOf<typeof contract.listOwnAssignments>['rows'][number]>(
      `SELECT ${head} FROM ${source}
       WHERE r.reviewer_id = $1 AND ${withoutConflict('a.id', '$1')} AND ${inProcedure} ORDER BY ${order}`,
      [actor.personId],
    );
    return { rows };
  }

  async read(
    actor: Actor,
    { params }: InputOf<typeof contract.readAssignment>,
  ): Promise<AnswerOf<typeof contract.readAssignment>> {
    const row = await this.database.row<AnswerOf<typeof contract.readAssignment>>(
      `WITH own AS (
         SELECT ${head}, a.id AS "applicationId", a.requested_cents AS "requestedCents", c.criteria AS "criteriaList",
           c.form, a.answers, r.scores, r.remark,
           lag(r.id) OVER (PARTITION BY c.id ORDER BY ${order}) AS "previousId",
           lead(r.id) OVER (PARTITION BY c.id ORDER BY ${order}) AS "nextId"
         FROM ${source}
         WHERE r.reviewer_id = $1 AND r.state IN ('accepted', 'sent') AND ${withoutConflict('a.id', '$1')}
           AND ${inProcedure})
       SELECT own.*, coalesce((SELECT json_agg(json_build_object('fileId', f.id, 'questionId', af.question_id,
           'name', f.name, 'mediaType', f.media_type, 'sizeBytes', f.size_bytes, 'sha256', f.sha256,
           'scanState', f.scan_state, 'uploadedAt', f.uploaded_at) ORDER BY af.question_id, af.position)
         FROM application_file af JOIN stored_file f ON f.id = af.file_id
         WHERE af.application_id = own."applicationId" AND af.removed_at IS NULL), '[]') AS attachments
       FROM own WHERE own.id = $2`,
      [actor.personId, params.assignmentId],
    );
    if (row === null) throw new Problem('record.missing');
    return row;
  }

  /** Who has what, and how far they are. No score: not even the officer sees one before it is sent. */
  async reviewers(
    actor: Actor,
    { params }: InputOf<typeof contract.readReviewers>,
  ): Promise<AnswerOf<typeof contract.readReviewers>> {
    type Answer = AnswerOf<typeof contract.readReviewers>;
    const call = await this.database.row('SELECT 1 FROM call WHERE id = $1', [params.callId]);
    if (call === null) throw new Problem('record.missing');
    const reviewers = await this.database.rows<Answer['reviewers'][number]>(
      `SELECT p.id AS "personId", p.name, count(r.id) AS assigned,
         count(r.id) FILTER (WHERE r.state <> 'assigned') AS declared,
         count(r.id) FILTER (WHERE r.state = 'conflicted') AS conflicted,
         count(r.id) FILTER (WHERE r.state = 'sent') AS sent
       FROM person p LEFT JOIN (review_assignment r JOIN application a ON a.id = r.application_id
           AND a.call_id = $1 AND a.state IN ('admitted', 'awarded', 'refused')) ON r.reviewer_id = p.id
       WHERE r.id IS NOT NULL OR (p.state = 'active'
         AND EXISTS (SELECT 1 FROM person_role o WHERE o.person_id = p.id AND o.role = 'reviewer'))
       GROUP BY p.id ORDER BY p.name, p.id`,
      [params.callId],
    );
    const files = await this.database.rows<Answer['files'][number]>(
      `SELECT a.id AS "applicationId", a.number, o.name AS "organisationName", a.title,
         a.file_language AS "fileLanguage", coalesce(json_agg(json_build_object('id', r.id, 'reviewerId', p.id,
           'reviewerName', p.name, 'state', r.state) ORDER BY p.name, p.id) FILTER (WHERE r.id IS NOT NULL), '[]')
           AS assignments
       FROM application a JOIN organisation o ON o.id = a.organisation_id
         LEFT JOIN review_assignment r ON r.application_id = a.id LEFT JOIN person p ON p.id = r.reviewer_id
       WHERE a.call_id = $1 AND a.state IN ('admitted', 'awarded', 'refused') AND ${withoutConflict('a.id', '$2')}
       GROUP BY a.id, o.name ORDER BY a.number`,
      [params.callId, actor.personId],
    );
    return { reviewers, files };
  }

  /** The ranking of all files; the row of one on which the reader has a conflict of interest is left out. */
  async ranking(actor: Actor, { params }: InputOf<typeof contract.readRanking>): Promise<Ranking> {
    const ranking = await loadRanking((text, values) => this.database.rows(text, values), params.callId);
    const readable = await this.database.rows<{ id: string }>(
      `SELECT a.id FROM application a WHERE a.call_id = $1 AND ${withoutConflict('a.id', '$2')}`,
      [params.callId, actor.personId],
    );
    const ids = new Set(readable.map(({ id }) => id));
    return { ...ranking, rows: ranking.rows.filter(({ applicationId }) => ids.has(applicationId)) };
  }
}
