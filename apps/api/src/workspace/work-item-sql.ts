/**
 * Parts of the one statement of the work list. Each gives the same nine columns: task, subject type and id, id of the
 * noun above, title (JSON: a text, or one text per language), language of the title, count, due, amount.
 * $1 is the person, $2 the permissions of that person, `clock.now` the time that is shown.
 * A part whose permission is missing costs nothing: the planner makes of `may` a filter that is tried once.
 */
export const may = (permission: string): string => `'${permission}' = ANY ($2)`;

/** The first of a group in the order of its days, for work that is done in one list. */
export const groupOfPayments = `'payment', (array_agg(p.id ORDER BY p.due_on, p.number))[1], NULL::uuid,
  to_jsonb(min(p.number)), NULL::text, count(*), (min(p.due_on)::timestamp AT TIME ZONE 'Europe/Brussels'),
  sum(p.amount_cents)::bigint`;
