import { randomUUID } from 'node:crypto';
import type { GivenApplication } from './given-application.js';
import type { GivenCall } from './given-call.js';
import type { GivenPlan } from './given-plan.js';
import type { TestApi } from './test-api.js';

export interface SignedDecision {
  readonly application: GivenApplication;
  /** No award: one would need its money in the ledger. */
  readonly outcome: 'refuse' | 'exclude';
  readonly reason?: string;
  /** The decision that this one corrects. */
  readonly correctsId?: string;
}

export interface SignedBatch {
  readonly batchId: string;
  /** The ids of the decisions, in the order given. */
  readonly decisionIds: readonly string[];
}

export const secretReason = 'The reason is a secret until the release.';

/** Decisions signed by the minister with their letters, not released yet, by SQL: for tests of the embargo. */
export async function givenSignedDecisions(
  api: TestApi,
  plan: GivenPlan,
  call: GivenCall,
  decisions: readonly SignedDecision[],
): Promise<SignedBatch> {
  const batchId = randomUUID();
  const minister = plan.approver.id;
  await api.sql(
    `INSERT INTO decision_batch (id, number, line_id, call_id, state, prepared_by)
     VALUES ($1, '2026-B' || lpad((SELECT count(*) FROM decision_batch)::text, 3, '0'), $2, $3, 'draft', $4)`,
    [batchId, call.lineId, call.id, call.officer.id],
  );
  const decisionIds: string[] = [];
  for (const { application, outcome, reason = secretReason, correctsId = null } of decisions) {
    const [decisionId, letterId] = [randomUUID(), randomUUID()];
    const number = correctsId === null ? application.number : `${application.number}-R`;
    await api.sql(
      `INSERT INTO stored_file (id, name, media_type, size_bytes, sha256)
       VALUES ($1, 'letter.pdf', 'application/pdf', 1, repeat('0', 64))`,
      [letterId],
    );
    await api.sql(
      `INSERT INTO decision (id, number, batch_id, application_id, organisation_id, line_id, plan_version_id, language,
         outcome, reason, act, decided_by, signed_at, corrects_decision_id, letter_file_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'nl', $8, $9,
         '{"legalGrounds": [], "planReference": "", "lineCode": "", "purpose": "", "remedies": {}}', $10, now(), $11, $12)`,
      [
        decisionId,
        number,
        batchId,
        application.id,
        application.organisation.id,
        call.lineId,
        plan.versionId,
        outcome,
        reason,
        minister,
        correctsId,
        letterId,
      ],
    );
    decisionIds.push(decisionId);
  }
  await api.sql(`UPDATE decision_batch SET state = 'prepared', prepared_at = now() WHERE id = $1`, [batchId]);
  await api.sql(`UPDATE decision_batch SET state = 'signed', signed_by = $2, signed_at = now() WHERE id = $1`, [
    batchId,
    minister,
  ]);
  return { batchId, decisionIds };
}

/** Marks the batch as released; what applicants may know moves by `Applications.release`. */
export async function releaseBatch(api: TestApi, { batchId }: SignedBatch): Promise<void> {
  await api.sql(
    `UPDATE decision_batch SET state = 'released', released_by = signed_by, released_at = now() WHERE id = $1`,
    [batchId],
  );
}
