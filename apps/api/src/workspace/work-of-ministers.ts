import { handlesDecision, may } from './work-item-sql.js';

const ofPlan = (task: string, permission: string, condition: string) => `
  SELECT '${task}', 'plan-version', v.id, NULL::uuid, to_jsonb(p.year || ' · v' || v.number), NULL::text, 1::bigint,
    NULL::timestamptz, v.total_cents::bigint
  FROM plan_version v JOIN plan p ON p.id = v.plan_id WHERE ${may(permission)} AND ${condition}`;

/** Four eyes: a version waits for somebody who did not write, change or submit it. */
const isForeign = `v.drafted_by <> $1 AND v.submitted_by <> $1
  AND NOT EXISTS (SELECT 1 FROM plan_version_drafter d WHERE d.version_id = v.id AND d.person_id = $1)`;

const ofBatch = (task: string, permission: string, condition: string) => `
  SELECT '${task}', 'decision-batch', b.id, b.call_id, coalesce(c.title::jsonb, to_jsonb(b.number)), NULL::text, d.files,
    NULL::timestamptz, d.cents
  FROM decision_batch b LEFT JOIN call c ON c.id = b.call_id
    CROSS JOIN LATERAL (SELECT count(*) AS files, sum(amount_cents)::bigint AS cents FROM decision
      WHERE batch_id = b.id AND lapsed_at IS NULL) d
  WHERE ${may(permission)} AND ${condition}`;

/** Neither whoever prepared the batch nor whoever reviewed one of its files signs it. */
const maySign = `b.prepared_by <> $1 AND NOT EXISTS (SELECT 1 FROM decision x
  JOIN review_assignment r ON r.application_id = x.application_id AND r.reviewer_id = $1 WHERE x.batch_id = b.id)`;

const confirmReduction = `
  SELECT 'confirm-reduction', 'decision', d.id, d.batch_id, to_jsonb(d.number), NULL::text, 1::bigint, NULL::timestamptz,
    r.amount_cents::bigint
  FROM award_reduction r JOIN decision d ON d.id = r.decision_id
  WHERE ${may('decision:sign')} AND r.state = 'proposed' AND r.proposed_by <> $1 AND ${handlesDecision}`;

export const workOfMinisters = [
  ofPlan('submit-plan', 'plan:write', `v.state = 'draft'`),
  ofPlan('approve-plan', 'plan:approve', `v.state = 'submitted' AND ${isForeign}`),
  ofPlan('enter-plan-into-force', 'plan:approve', `v.state = 'approved'`),
  ofBatch('sign-decisions', 'decision:sign', `b.state = 'prepared' AND ${maySign}`),
  ofBatch('release-decisions', 'decision:release', `b.state = 'signed'`),
  confirmReduction,
];
