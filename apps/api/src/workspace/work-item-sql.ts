/**
 * Parts of the one statement of the work list. Each gives the same nine columns: task, subject type and id, id of the
 * noun above, title (JSON: a text, or one text per language), language of the title, count, due, amount.
 * $1 is the person, $2 the permissions of that person, `clock.now` the time that is shown.
 * A part whose permission is missing costs nothing: the planner makes of `may` a filter that is tried once.
 */
export const may = (permission: string): string => `'${permission}' = ANY ($2)`;

/** A repayment of which money is still to come, by the decision that it was paid on. */
export const openRepayment = `'decision', r.decision_id, d.batch_id, to_jsonb(r.number), NULL::text, 1::bigint,
  (r.due_on::timestamp AT TIME ZONE 'Europe/Brussels'), (r.amount_cents - r.received_cents)::bigint
  FROM repayment r JOIN decision d ON d.id = r.decision_id`;

/** SQL: the reader ($1) neither acts for the beneficiary of decision `d` nor has a conflict of interest on its file. */
export const handlesDecision = `NOT EXISTS (SELECT 1 FROM organisation_member x
    WHERE x.organisation_id = d.organisation_id AND x.person_id = $1)
  AND NOT EXISTS (SELECT 1 FROM review_assignment x WHERE x.application_id = d.application_id AND x.reviewer_id = $1
    AND x.state = 'conflicted')`;

/** The first of a group in the order of its days, for work that is done in one list. */
export const groupOfPayments = `'payment', (array_agg(p.id ORDER BY p.due_on, p.number))[1], NULL::uuid,
  to_jsonb(min(p.number)), NULL::text, count(*), (min(p.due_on)::timestamp AT TIME ZONE 'Europe/Brussels'),
  sum(p.amount_cents)::bigint`;
