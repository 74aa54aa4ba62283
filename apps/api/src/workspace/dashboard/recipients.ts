import type { AnswerOf, workspace as contract } from '@commonlot/contracts';
import { cents } from '@commonlot/domain';

type Dashboard = AnswerOf<typeof contract.readDashboard>;
type Received = Dashboard['regions'][number]['now'];

export interface ReceivedRow extends Received {
  readonly isNow: boolean;
  readonly region: Dashboard['regions'][number]['key'] | null;
  readonly language: Dashboard['languages'][number]['key'] | null;
}

/**
 * What recipients of each region, and of each language, were awarded and paid of the plans of two years: of the year $1
 * until the end of the day $2, of the year before it until $3. From the postings on the accounts of decisions, so that
 * what fell away or came back is taken off. Decisions that are not announced stand together in one group: whoever may not
 * know of a file cannot read its amount from a small region.
 */
export const receivedByGroup = `
  WITH moved AS (
    SELECT p.year = $1 AS "isNow", d.id, k.kind, x.amount_cents,
      CASE WHEN said.is_public THEN m.region ELSE 'unannounced' END AS region,
      CASE WHEN said.is_public THEN o.language ELSE 'unannounced' END AS language
    FROM plan p JOIN plan_line l ON l.plan_id = p.id
      JOIN ledger_account k ON k.line_id = l.id AND k.kind IN ('committed', 'paid')
      JOIN ledger_posting x ON x.account_id = k.id JOIN ledger_entry e ON e.id = x.entry_id
      JOIN decision d ON d.id = k.subject_id JOIN decision_batch b ON b.id = d.batch_id
      JOIN organisation o ON o.id = d.organisation_id JOIN municipality m ON m.nis = o.municipality_nis
      CROSS JOIN LATERAL (SELECT (CASE WHEN p.year = $1 THEN $2::date ELSE $3::date END + 1)::timestamp
        AT TIME ZONE 'Europe/Brussels' AS ends) period
      CROSS JOIN LATERAL (SELECT b.state = 'released' AND b.released_at < period.ends AND d.lapsed_at IS NULL
        AS is_public) said
    WHERE p.year IN ($1, $1 - 1) AND e.at < period.ends),
  file AS (
    SELECT "isNow", id, region, language, sum(amount_cents) AS awarded,
      coalesce(sum(amount_cents) FILTER (WHERE kind = 'paid'), 0) AS paid
    FROM moved GROUP BY 1, 2, 3, 4)
  SELECT "isNow", region, language, count(*) FILTER (WHERE awarded > 0)::int AS awards,
    sum(awarded)::bigint AS "awardedCents", sum(paid)::bigint AS "paidCents"
  FROM file GROUP BY GROUPING SETS (("isNow", region), ("isNow", language))
  HAVING count(*) FILTER (WHERE awarded <> 0) > 0`;

interface ReceivedGroup<Key> {
  key: Key;
  now: Received;
  before: Received | null;
}

/** The groups of one kind, the most awarded first and what is not announced last. */
export function receivedBy<Key extends string>(
  rows: readonly ReceivedRow[],
  keyOf: (row: ReceivedRow) => Key | null,
): ReceivedGroup<Key>[] {
  const keys = new Set(rows.flatMap((row) => keyOf(row) ?? []));
  const of = (key: Key, isNow: boolean) => rows.find((row) => row.isNow === isNow && keyOf(row) === key);
  const isLast = (key: Key) => Number(key === 'unannounced');
  return [...keys]
    .map((key) => ({ key, now: amounts(of(key, true)), before: amountsOrNull(of(key, false)) }))
    .toSorted((a, b) => isLast(a.key) - isLast(b.key) || b.now.awardedCents - a.now.awardedCents);
}

const amounts = (row: ReceivedRow | undefined): Received => ({
  awards: row?.awards ?? 0,
  awardedCents: row?.awardedCents ?? cents(0),
  paidCents: row?.paidCents ?? cents(0),
});

const amountsOrNull = (row: ReceivedRow | undefined) => (row === undefined ? null : amounts(row));
