import type { AnswerOf, applications, InputOf } from '@commonlot/contracts';
import { mayEdit, Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { ApplicationRepository } from './application.repository.js';
import { draftChange } from './draft-answers.js';
import { requireReleased } from './own-state.js';

type Contract = typeof applications.saveDraft;

/**
 * Saves the answers given; the others stay. It runs every few seconds for everybody who writes, so that it takes one
 * read and one write. The journal keeps who wrote at a file and when, in steps of ten minutes, not every keystroke.
 */
@Injectable()
export class SaveDraft {
  constructor(
    private readonly transactions: Transactions,
    private readonly applications: ApplicationRepository,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const draft = await this.applications.lockDraft(tx, params.applicationId);
      if (!mayEdit(draft.role)) throw new Problem('membership.not-allowed');
      requireReleased(draft, 'draft', 'save');
      if (draft.revision !== body.revision) throw new Problem('record.stale', { revision: draft.revision });

      const change = draftChange(draft.form, body.answers);
      await tx.query(
        `UPDATE application SET answers = answers || $2::jsonb, title = coalesce($3, title),
           requested_cents = CASE WHEN $4 THEN $5::bigint ELSE requested_cents END,
           municipality_nis = CASE WHEN $6 THEN (SELECT nis FROM municipality WHERE nis = $7) ELSE municipality_nis END,
           saved_at = $8, revision = revision + 1
         WHERE id = $1`,
        [
          params.applicationId,
          JSON.stringify(change.answers),
          change.title ?? null,
          change.requestedCents !== undefined,
          change.requestedCents ?? null,
          change.municipality !== undefined,
          change.municipality ?? null,
          tx.now,
        ],
      );
      const revision = draft.revision + 1;
      if (!draft.isNoted) {
        await tx.record({ type: 'application.saved', subjectId: params.applicationId, after: { revision } });
      }
      return { revision, savedAt: tx.now };
    });
  }
}
