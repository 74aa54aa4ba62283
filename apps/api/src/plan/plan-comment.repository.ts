import { allowCommentAction, type CommentAction, Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import type { QueryDeepPartialEntity } from 'typeorm';
import type { Tx } from '../platform/index.js';
import { PlanCommentRow } from './plan-comment.entity.js';
import { PlanVersionRow } from './plan-version.entity.js';

/** Loads, locks and saves comments on plans. */
@Injectable()
export class PlanCommentRepository {
  /**
   * The version that is commented on, after a look whether it has that line. Throws `record.missing`.
   */
  async versionWith(tx: Tx, versionId: string, lineId: string | null): Promise<PlanVersionRow> {
    const version = await this.versionOf(tx, versionId);
    if (lineId === null) return version;
    const [line] = await tx.query('SELECT 1 FROM plan_version_line WHERE version_id = $1 AND line_id = $2', [
      versionId,
      lineId,
    ]);
    if (line === undefined) throw new Problem('record.missing');
    return version;
  }

  async versionOf(tx: Tx, versionId: string): Promise<PlanVersionRow> {
    const version = await tx.manager.findOneBy(PlanVersionRow, { id: versionId });
    if (version === null) throw new Problem('record.missing');
    return version;
  }

  /**
   * The comment, locked, with its version. Throws `record.missing`, `record.stale` when somebody changed it since
   * `revision`, and what the domain says against the action.
   */
  async lock(
    tx: Tx,
    { commentId, revision }: { commentId: string; revision: number },
    action: CommentAction,
  ): Promise<[PlanCommentRow, PlanVersionRow]> {
    const comment = await tx.manager.findOne(PlanCommentRow, {
      where: { id: commentId },
      lock: { mode: 'pessimistic_write' },
    });
    if (comment === null) throw new Problem('record.missing');
    if (comment.revision !== revision) throw new Problem('record.stale', { revision: comment.revision });
    const version = await this.versionOf(tx, comment.versionId);
    allowCommentAction({ ...comment, versionState: version.state }, action, tx.actor.personId);
    return [comment, version];
  }

  async insert(tx: Tx, comment: Pick<PlanCommentRow, 'id' | 'versionId' | 'lineId' | 'text'>): Promise<void> {
    await tx.query(
      `INSERT INTO plan_comment (id, version_id, line_id, text, author_id, written_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [comment.id, comment.versionId, comment.lineId, comment.text, tx.actor.personId, tx.now],
    );
  }

  /** Saves the change and returns the new revision. */
  async update(tx: Tx, comment: PlanCommentRow, change: Partial<PlanCommentRow>): Promise<number> {
    const revision = comment.revision + 1;
    const values = { ...change, revision } as QueryDeepPartialEntity<PlanCommentRow>;
    await tx.manager.update(PlanCommentRow, { id: comment.id }, values);
    return revision;
  }
}
