import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/index.js';
import { loadRanking, type Ranking } from './ranking.js';

/** What other modules may know of the reviews: those that were sent, never a draft. */
@Injectable()
export class Reviews {
  /** The ranking of a call, its line and the comments on each criterion. Throws `record.missing`. */
  ranking(tx: Tx, callId: string): Promise<Ranking> {
    return loadRanking(tx.query, callId);
  }

  /** True when the person was asked to review any of these files, whatever became of it. */
  async hasReviewed(tx: Tx, personId: string, applicationIds: readonly string[]): Promise<boolean> {
    const found = await tx.query(
      'SELECT 1 FROM review_assignment WHERE reviewer_id = $1 AND application_id = ANY ($2) LIMIT 1',
      [personId, [...applicationIds]],
    );
    return found.length > 0;
  }
}
