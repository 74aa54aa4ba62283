import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/index.js';
import { lockProjection } from './projection-lock.js';

/** $1 call. The counts stay empty until every decision of the call was released: before that they would tell something. */
const upsertCall = `
  WITH released AS (
    SELECT count(*) FILTER (WHERE d.outcome IN ('award', 'refuse')) AS admissible,
      count(*) FILTER (WHERE d.outcome = 'award') AS awarded,
      coalesce(sum(d.amount_cents - coalesce((SELECT sum(r.amount_cents) FROM award_reduction r
        WHERE r.decision_id = d.id AND r.state = 'confirmed'), 0)) FILTER (WHERE d.outcome = 'award'), 0) AS awarded_cents,
      (SELECT count(*) FROM application a WHERE a.call_id = $1 AND a.submitted_at IS NOT NULL) AS filed
    FROM decision d JOIN decision_batch b ON b.id = d.batch_id
    WHERE b.call_id = $1 AND b.state <> 'discarded' AND d.lapsed_at IS NULL
    HAVING bool_and(b.state = 'released'))
  INSERT INTO register.call (call_id, number, year, line_id, line_code, line_label, state, title, summary, description,
    eligibility, opens_at, closes_at, envelope_cents, max_amount_cents, max_share_percent, criteria, form,
    filed, admissible, awarded, awarded_cents)
  SELECT c.id, c.number, l.year, c.line_id, l.code, l.label, c.state, c.title, c.summary, c.description,
    c.eligibility, c.opens_at, c.closes_at, c.envelope_cents, c.max_amount_cents, c.max_share_percent, c.criteria, c.form,
    r.filed, r.admissible, r.awarded, r.awarded_cents
  FROM call c
    CROSS JOIN LATERAL (
      SELECT p.year, l.code, l.label FROM plan_version_line l JOIN plan_version v ON v.id = l.version_id
        JOIN plan p ON p.id = v.plan_id
      WHERE l.line_id = c.line_id AND v.state IN ('in-force', 'superseded') ORDER BY v.number DESC LIMIT 1) l
    LEFT JOIN released r ON true
  WHERE c.id = $1 AND c.state IN ('published', 'settled', 'cancelled')
  ON CONFLICT (call_id) DO UPDATE SET line_code = excluded.line_code, line_label = excluded.line_label,
    state = excluded.state, filed = excluded.filed, admissible = excluded.admissible, awarded = excluded.awarded,
    awarded_cents = excluded.awarded_cents`;

/** Recomputes what the register shows of a call that was published. */
@Injectable()
export class CallProjection {
  async project(tx: Tx, callId: string): Promise<void> {
    await lockProjection(tx, 'call', callId);
    await tx.query(upsertCall, [callId]);
  }
}
