import { groupOfPayments, handlesDecision, may, openRepayment } from './work-item-sql.js';

/** How far each closed call is; three tasks read it, so that it is computed once, and only for whoever has such a task. */
export const callProgress = `
  SELECT c.id, c.title::jsonb AS title,
    count(*) FILTER (WHERE a.state = 'submitted') AS unscreened,
    count(*) FILTER (WHERE a.state = 'admitted' AND r.live = 0 AND NOT a.is_decided) AS unassigned,
    count(*) FILTER (WHERE a.state IN ('admitted', 'excluded') AND NOT a.is_decided) AS undecided,
    coalesce(sum(r.unsent) FILTER (WHERE a.state = 'admitted'), 0) AS unsent
  FROM call c CROSS JOIN clock
    JOIN LATERAL (SELECT x.id, x.state, EXISTS (SELECT 1 FROM decision d WHERE d.application_id = x.id) AS is_decided
      FROM application x WHERE x.call_id = c.id) a ON true
    CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE state <> 'conflicted') AS live,
      count(*) FILTER (WHERE state IN ('assigned', 'accepted')) AS unsent
      FROM review_assignment WHERE application_id = a.id) r
  WHERE c.state = 'published' AND c.closes_at <= clock.now GROUP BY c.id`;

const ofCall = (task: string, permission: string, count: string, condition: string) => `
  SELECT '${task}', 'call', p.id, NULL::uuid, p.title, NULL::text, ${count}, NULL::timestamptz, NULL::bigint
  FROM progress p WHERE ${may(permission)} AND ${condition}`;

const screen = ofCall('screen', 'application:screen', 'p.unscreened', 'p.unscreened > 0');
const assignReviewers = ofCall('assign-reviewers', 'review:assign', 'p.unassigned', 'p.unassigned > 0');
const prepareDecisions = ofCall(
  'prepare-decisions',
  'decision:prepare',
  'p.undecided',
  'p.undecided > 0 AND p.unscreened = 0 AND p.unassigned = 0 AND p.unsent = 0',
);

const finishCall = `
  SELECT 'finish-call', 'call', c.id, NULL::uuid, c.title::jsonb, NULL::text, 1::bigint, c.opens_at,
    c.envelope_cents::bigint
  FROM call c WHERE ${may('call:write')} AND c.state = 'draft'`;

/** A batch that was begun, or sent back by the minister's office, and waits to be handed over. */
const finishBatch = `
  SELECT 'prepare-decisions', 'decision-batch', b.id, b.call_id, coalesce(c.title::jsonb, to_jsonb(b.number)), NULL::text,
    (SELECT count(*) FROM decision d WHERE d.batch_id = b.id), NULL::timestamptz, NULL::bigint
  FROM decision_batch b LEFT JOIN call c ON c.id = b.call_id
  WHERE ${may('decision:prepare')} AND b.state = 'draft'`;

const proposeDirectFile = `
  SELECT 'propose-direct-file', 'direct-file', f.id, NULL::uuid, to_jsonb(f.title), f.file_language, 1::bigint,
    NULL::timestamptz, f.requested_cents::bigint
  FROM direct_file f WHERE ${may('decision:prepare')} AND f.state = 'draft'`;

/**
 * Instalments of released awards that are due within thirty days. The first is due at once when the act names no day;
 * a later one without a day waits for its condition, which only a person can judge.
 */
const preparePayment = `
  SELECT 'prepare-payment', ${groupOfPayments}
  FROM payment p JOIN decision d ON d.id = p.decision_id AND d.lapsed_at IS NULL
    JOIN decision_batch b ON b.id = d.batch_id AND b.state = 'released' CROSS JOIN clock
  WHERE ${may('payment:prepare')} AND p.state = 'planned'
    AND (p.due_on <= (clock.now AT TIME ZONE 'Europe/Brussels')::date + 30 OR (p.due_on IS NULL AND p.instalment = 1))
  HAVING count(*) > 0`;

/** Money that was asked back and did not come in time. */
const chaseRepayment = `
  SELECT 'chase-repayment', ${openRepayment} CROSS JOIN clock
  WHERE ${may('payment:prepare')} AND r.state IN ('asked', 'partly-received')
    AND r.due_on < (clock.now AT TIME ZONE 'Europe/Brussels')::date AND ${handlesDecision}`;

export const workOfOfficers = [
  finishCall,
  screen,
  assignReviewers,
  prepareDecisions,
  finishBatch,
  proposeDirectFile,
  preparePayment,
  chaseRepayment,
];
