import type { reviews as contract, InputOf, ResponseOf } from '@commonlot/contracts';
import { brusselsDay, inLanguage, type Language, Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { requireNoConflict } from '../applications/index.js';
import { Calls } from '../calls/index.js';
import { type Actor, MailWriter, newId, Transactions, type Tx } from '../platform/index.js';
import { assignedMail } from './mails.js';

type Contract = typeof contract.assignReviewers;
type Input = InputOf<Contract>;
type Pair = Input['body']['pairs'][number];
type Call = Awaited<ReturnType<Calls['facts']>>;

/** Gives admitted files to reviewers. Pairs that exist stay as they are, so that the same list can be sent again. */
@Injectable()
export class AssignReviewers {
  constructor(
    private readonly transactions: Transactions,
    private readonly calls: Calls,
    private readonly mails: MailWriter,
  ) {}

  execute(actor: Actor, { params, body }: Input): Promise<ResponseOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const call = await this.calls.facts(tx, params.callId);
      if (call.state !== 'published')
        throw new Problem('lifecycle.not-allowed', { state: call.state, action: 'assign' });
      // Decisions are prepared from a complete ranking: an assignment waits for that, or that for the assignment.
      await tx.query('SELECT 1 FROM call WHERE id = $1 FOR SHARE', [call.id]);
      await this.checkFiles(tx, call.id, body.pairs);
      await this.checkReviewers(tx, actor, body.pairs);

      const created = await this.insert(tx, body.pairs, body.dueAt === null ? null : new Date(body.dueAt));
      for (const assignment of created) {
        await tx.record({
          type: 'review-assignment.created',
          subjectId: assignment.id,
          after: { applicationId: assignment.applicationId, reviewerId: assignment.reviewerId },
        });
      }
      await this.tell(tx, call, created);
      return { created: created.length };
    });
  }

  /** Files of this call that are admitted, and on which no decision is being prepared. */
  private async checkFiles(tx: Tx, callId: string, pairs: readonly Pair[]): Promise<void> {
    const ids = [...new Set(pairs.map(({ applicationId }) => applicationId))];
    const rows = await tx.query<{ state: string; decided: boolean }>(
      `SELECT a.state, EXISTS (SELECT 1 FROM decision d WHERE d.application_id = a.id) AS decided
       FROM application a WHERE a.id = ANY ($1) AND a.call_id = $2 AND a.submitted_at IS NOT NULL`,
      [ids, callId],
    );
    if (rows.length < ids.length) throw new Problem('record.missing');
    await requireNoConflict(tx, ids);
    if (rows.some(({ state, decided }) => state !== 'admitted' || decided)) {
      throw new Problem('lifecycle.not-allowed', { action: 'assign' });
    }
  }

  /** People who hold the role. Whoever assigns does not review: the trigger keeps out members of the applicant. */
  private async checkReviewers(tx: Tx, actor: Actor, pairs: readonly Pair[]): Promise<void> {
    const ids = [...new Set(pairs.map(({ reviewerId }) => reviewerId))];
    const fit = await tx.query<{ id: string }>(
      `SELECT p.id FROM person p JOIN person_role r ON r.person_id = p.id AND r.role = 'reviewer'
       WHERE p.id = ANY ($1) AND p.state = 'active' AND p.id IS DISTINCT FROM $2`,
      [ids, actor.personId],
    );
    const known = new Set(fit.map(({ id }) => id));
    const unfit = ids.filter((id) => !known.has(id));
    if (unfit.length > 0) throw new Problem('review.reviewer-unfit', { reviewerIds: unfit });
  }

  private insert(tx: Tx, pairs: readonly Pair[], dueAt: Date | null) {
    const unique = [...new Map(pairs.map((pair) => [`${pair.applicationId} ${pair.reviewerId}`, pair])).values()];
    return tx.query<{ id: string; applicationId: string; reviewerId: string }>(
      `INSERT INTO review_assignment (id, application_id, reviewer_id, state, assigned_by, due_at)
       SELECT w.id, w.application_id, w.reviewer_id, 'assigned', $4, $5
       FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS w (id, application_id, reviewer_id)
       WHERE NOT EXISTS (SELECT 1 FROM review_assignment r
         WHERE r.application_id = w.application_id AND r.reviewer_id = w.reviewer_id)
       ORDER BY w.application_id, w.reviewer_id
       ON CONFLICT (application_id, reviewer_id) DO NOTHING
       RETURNING id, application_id AS "applicationId", reviewer_id AS "reviewerId"`,
      [
        unique.map(() => newId()),
        unique.map(({ applicationId }) => applicationId),
        unique.map(({ reviewerId }) => reviewerId),
        tx.actor.personId,
        dueAt,
      ],
    );
  }

  /** One notice and one mail for each reviewer, however many files; a second round on the same day adds no mail. */
  private async tell(tx: Tx, call: Call, created: readonly { reviewerId: string }[]): Promise<void> {
    const personIds = [...new Set(created.map(({ reviewerId }) => reviewerId))];
    const people = await tx.query<{ id: string; email: string; name: string; language: Language }>(
      'SELECT id, email, name, screen_language AS language FROM person WHERE id = ANY ($1) ORDER BY id',
      [personIds],
    );
    for (const { id, email, name, language } of people) {
      const files = created.filter(({ reviewerId }) => reviewerId === id).length;
      await tx.notify({
        personIds: [id],
        type: 'review-assignment.created',
        subjectType: 'call',
        subjectId: call.id,
        data: { callNumber: call.number, files },
      });
      const callTitle = inLanguage(call.title, language).text;
      await tx.mail({
        personId: id,
        to: email,
        language,
        ...assignedMail(language, { name, callTitle, link: this.mails.link(`/${language}/work/reviews`) }),
        dedupeKey: `review-assigned:${call.id}:${id}:${brusselsDay(tx.now)}`,
        about: { type: 'call', id: call.id },
      });
    }
  }
}
