/** One step of a file that waits for somebody. The texts are constants of this file. */
interface Step {
  readonly step: string;
  /** Who it waits for. */
  readonly role: 'officer' | 'reviewer' | 'minister' | 'controller';
  /** Nothing is counted that the reader may not open: who may read the list it stands in. */
  readonly permission: string;
  readonly from: string;
  readonly since: string;
}

const closed = `c.state = 'published' AND c.closes_at <= clock.now`;
const live = `EXISTS (SELECT 1 FROM review_assignment r WHERE r.application_id = a.id AND r.state <> 'conflicted')`;
const undecided = `NOT EXISTS (SELECT 1 FROM decision d WHERE d.application_id = a.id)`;

const plan = (step: string, state: string, since: string): Step => ({
  step,
  role: 'minister',
  permission: 'plan:read',
  from: `plan_version v WHERE v.state = '${state}'`,
  since: `v.${since}`,
});

const batch = (step: string, role: Step['role'], state: string, since: string): Step => ({
  step,
  role,
  permission: 'decision:read',
  from: `decision_batch b WHERE b.state = '${state}'`,
  since: `b.${since}`,
});

const payment = (step: string, state: string, since: string): Step => ({
  step,
  role: 'controller',
  permission: 'payment:read',
  from: `payment p WHERE p.state = '${state}'`,
  since: `p.${since}`,
});

/** The steps in the order of the way of a euro. An instalment is due within thirty days, as in the officers' own list. */
const steps: readonly Step[] = [
  plan('submit-plan', 'draft', 'drafted_at'),
  plan('approve-plan', 'submitted', 'submitted_at'),
  plan('enter-plan-into-force', 'approved', 'approved_at'),
  {
    step: 'finish-call',
    role: 'officer',
    permission: 'call:read',
    from: `call c WHERE c.state = 'draft'`,
    since: 'c.created_at',
  },
  {
    step: 'screen',
    role: 'officer',
    permission: 'application:read',
    from: `application a JOIN call c ON c.id = a.call_id WHERE a.state = 'submitted' AND ${closed}`,
    since: 'c.closes_at',
  },
  {
    step: 'assign-reviewers',
    role: 'officer',
    permission: 'application:read',
    from: `application a JOIN call c ON c.id = a.call_id
      WHERE a.state = 'admitted' AND ${closed} AND ${undecided} AND NOT ${live}`,
    since: 'a.screened_at',
  },
  {
    step: 'score',
    role: 'reviewer',
    permission: 'review:rank',
    from: `review_assignment r JOIN application a ON a.id = r.application_id
      WHERE r.state IN ('assigned', 'accepted') AND a.state = 'admitted' AND ${undecided}`,
    since: 'r.assigned_at',
  },
  {
    step: 'propose-direct-file',
    role: 'officer',
    permission: 'decision:read',
    from: `direct_file f WHERE f.state = 'draft'`,
    since: 'f.created_at',
  },
  batch('prepare-decisions', 'officer', 'draft', 'created_at'),
  batch('sign-decisions', 'minister', 'prepared', 'prepared_at'),
  batch('release-decisions', 'minister', 'signed', 'signed_at'),
  {
    step: 'verify-bank-account',
    role: 'controller',
    permission: 'bank-account:verify',
    from: `bank_account k WHERE k.state = 'proposed'`,
    since: 'k.proposed_at',
  },
  {
    step: 'prepare-payment',
    role: 'officer',
    permission: 'payment:read',
    from: `payment p JOIN decision d ON d.id = p.decision_id AND d.lapsed_at IS NULL
        JOIN decision_batch b ON b.id = d.batch_id AND b.state = 'released'
      WHERE p.state = 'planned' AND (p.due_on <= (clock.now AT TIME ZONE 'Europe/Brussels')::date + 30
        OR (p.due_on IS NULL AND p.instalment = 1))`,
    since: 'b.released_at',
  },
  payment('approve-payment', 'prepared', 'prepared_at'),
  payment('confirm-payment', 'approved', 'approved_at'),
];

/** What waits for whom, by step; only steps with something, and only for the permissions in $2. $1 is the shown instant. */
export const waitingSteps = `
  WITH clock AS (SELECT coalesce($1::timestamptz, now()) AS now)
  ${steps
    .map(
      ({ step, role, permission, from, since }, place) => `
  SELECT ${place} AS place, '${step}' AS step, '${role}' AS role, w.count, w."oldestAt" FROM clock CROSS JOIN LATERAL (
    SELECT count(*) AS count, min(${since}) AS "oldestAt" FROM ${from}) w
  WHERE '${permission}' = ANY ($2::text[]) AND w.count > 0`,
    )
    .join(' UNION ALL ')}
  ORDER BY place`;
