import type { AnswerOf, applications as contract, InputOf } from '@commonlot/contracts';
import {
  type CallState,
  callPhase,
  type MemberRole,
  mayEdit,
  mayRepresent,
  Problem,
  submissionBlockers,
} from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import type { CallRow } from '../calls/index.js';
import { type Actor, Clock, Database, pageOf } from '../platform/index.js';
import type { ApplicationRow } from './application.entity.js';
import {
  attachmentsOf,
  flatBlockers,
  judgedAnswers,
  type SubmissionMaterial,
  submissionFactsOf,
} from './submission-material.js';

type Head = AnswerOf<typeof contract.listOwnApplications>['rows'][number];
type Detail = AnswerOf<typeof contract.readOwnApplication>;

type CallLimits = Pick<CallRow, 'maxAmountCents' | 'maxSharePercent'>;

type DetailRow = Omit<Detail, keyof SubmissionMaterial | 'answers' | 'form' | keyof CallLimits> &
  SubmissionMaterial &
  CallLimits &
  Pick<ApplicationRow, 'answers' | 'releasedState'> &
  Pick<CallRow, 'form'> & {
    readonly opensAt: Date;
    readonly closesAt: Date;
    readonly readAt: Date;
    readonly callState: CallState;
    readonly legalForm: string;
    readonly role: MemberRole;
  };

const head = `a.id, a.number, c.number AS "callNumber", c.title AS "callTitle", o.id AS "organisationId",
  o.name AS "organisationName", a.title, a.requested_cents AS "requestedCents", a.released_state AS "releasedState",
  c.closes_at AS "closesAt", a.saved_at AS "savedAt", a.submitted_at AS "submittedAt", a.released_at AS "releasedAt"`;

const source = `application a JOIN organisation_member m ON m.organisation_id = a.organisation_id AND m.person_id = $1
  JOIN organisation o ON o.id = a.organisation_id JOIN call c ON c.id = a.call_id`;

/** The decision that the applicant may read: of a batch that was released, corrections before what they correct. */
const decision = `(SELECT json_build_object('decisionId', d.id, 'number', d.number, 'outcome', d.outcome,
      'amountCents', d.amount_cents, 'reason', d.reason,
      'decidedOn', to_char(d.signed_at AT TIME ZONE 'Europe/Brussels', 'YYYY-MM-DD'))
    FROM decision d JOIN decision_batch b ON b.id = d.batch_id AND b.state = 'released'
    WHERE d.application_id = a.id AND d.lapsed_at IS NULL AND a.released_at IS NOT NULL
    ORDER BY d.signed_at DESC, d.number DESC LIMIT 1)`;

/**
 * Reads for applicants. Nothing here names the column `state` of an application, who screened it or why, nor anything
 * of reviews: what is not selected cannot leak.
 */
@Injectable()
export class OwnApplicationsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Of all organisations that the person is a member of, by number, newest call first; drafts thrown away are left out. */
  async list(
    actor: Actor,
    { after, limit = 50 }: InputOf<typeof contract.listOwnApplications>['query'],
  ): Promise<AnswerOf<typeof contract.listOwnApplications>> {
    const rows = await this.database.rows<Head & { number: string }>(
      `SELECT ${head} FROM ${source}
       WHERE a.released_state <> 'discarded' AND ($2::text IS NULL OR a.number < $2)
       ORDER BY a.number DESC LIMIT $3`,
      [actor.personId, after ?? null, limit + 1],
    );
    return pageOf(rows, limit, (row) => row.number);
  }

  /** Throws `record.missing` for everybody who is not a member of the organisation. */
  async read(actor: Actor, applicationId: string): Promise<Detail> {
    const row = await this.database.row<DetailRow>(
      `SELECT ${head}, o.enterprise_number AS "enterpriseNumber", o.legal_form AS "legalForm",
         a.file_language AS "fileLanguage", c.opens_at AS "opensAt", c.state AS "callState", c.form,
         c.max_amount_cents AS "maxAmountCents", c.max_share_percent AS "maxSharePercent", a.answers,
         a.content_hash AS "contentHash", sender.name AS "submittedBy", a.withdrawal_reason AS "withdrawalReason",
         m.role, a.revision, ${attachmentsOf('a.id')} AS attachments, ${decision} AS decision,
         ARRAY(SELECT nis FROM municipality WHERE nis IN (SELECT value FROM jsonb_each_text(a.answers)))
           AS "knownMunicipalities",
         coalesce($3::timestamptz, now()) AS "readAt"
       FROM ${source} LEFT JOIN person sender ON sender.id = a.submitted_by
       WHERE a.id = $2`,
      [actor.personId, applicationId, this.clock.shown()],
    );
    if (row === null) throw new Problem('record.missing');
    return detailOf(row);
  }
}

function detailOf(row: DetailRow): Detail {
  const call = submissionFactsOf({ ...row, state: row.callState });
  const answers = judgedAnswers(row.form, row.answers, row);
  const isDraft = row.releasedState === 'draft';
  const facts = { state: 'draft' as const, answers, hasDeclared: true, legalFormCode: row.legalForm };
  return {
    ...row,
    maxAmountCents: call.maxAmountCents,
    maxSharePercent: call.maxSharePercent,
    // What the person typed, not what the rules make of it.
    answers: { ...answers, ...row.answers } as Detail['answers'],
    form: row.form as Detail['form'],
    attachments: row.attachments.map((file) => ({ ...file, uploadedAt: new Date(file.uploadedAt) })),
    isOpen: callPhase(call, row.readAt) === 'open',
    mayEdit: isDraft && mayEdit(row.role),
    maySubmit: isDraft && mayRepresent(row.role),
    mayWithdraw: row.releasedState === 'submitted' && mayRepresent(row.role),
    blockers: isDraft ? flatBlockers(submissionBlockers(facts, call, row.readAt)) : [],
  };
}
