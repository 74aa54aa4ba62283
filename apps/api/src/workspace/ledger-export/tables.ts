import { sealedEntryColumns } from '../../platform/index.js';
import { csvCell } from './csv.js';

/** A file of the archive: what it is read from, and which of its columns are added up in the manifest (cents). */
export interface ExportTable {
  readonly name: `${string}.csv`;
  readonly columns: readonly string[];
  readonly sums: readonly string[];
  /** Gives every column as text or null, of the year in `exportYearSetting`. */
  readonly sql: string;
}

/** The setting of the session that holds the year: COPY takes no parameters, and no text is put together from input. */
export const exportYearSetting = 'commonlot.export_year';
const year = `current_setting('${exportYearSetting}')::int`;

const euros = (cents: string) => `(${cents}::numeric / 100)::numeric(18, 2)::text`;
const instant = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** The lines of the year's plan as the version in force names them, or the last version that had them. */
const lines = `lines AS (
  SELECT DISTINCT ON (l.line_id) l.line_id, l.code, l.kind, l.label, v.state = 'in-force' AS is_in_force
  FROM plan p JOIN plan_version v ON v.plan_id = p.id JOIN plan_version_line l ON l.version_id = v.id
  WHERE p.year = ${year} ORDER BY l.line_id, v.state = 'in-force' DESC, v.in_force_at DESC NULLS LAST, v.number DESC)`;

const plan: ExportTable = {
  name: 'plan.csv',
  columns: [
    ...['version', 'version_id', 'stage', 'state', 'total_cents', 'total_eur', 'unassigned_cents'],
    ...['decree_reference', 'decree_on', 'accounts_reference', 'in_force_at', 'line_id', 'code', 'parent_code', 'kind'],
    ...['label_nl', 'label_fr', 'amount_cents', 'amount_eur', 'pro_memoria', 'legal_ground', 'beneficiary_number'],
  ],
  sums: ['amount_cents'],
  sql: `SELECT v.number::text AS version, v.id::text AS version_id, v.stage, v.state, v.total_cents::text AS total_cents,
      ${euros('v.total_cents')} AS total_eur, v.unassigned_cents::text AS unassigned_cents, v.decree_reference,
      v.decree_on::text AS decree_on, v.accounts_reference, ${instant('v.in_force_at')} AS in_force_at,
      l.line_id::text AS line_id, l.code, above.code AS parent_code, l.kind, l.label ->> 'nl' AS label_nl,
      l.label ->> 'fr' AS label_fr, l.amount_cents::text AS amount_cents, ${euros('l.amount_cents')} AS amount_eur,
      l.is_pm::text AS pro_memoria, l.legal_ground, l.beneficiary_number
    FROM plan p JOIN plan_version v ON v.plan_id = p.id LEFT JOIN plan_version_line l ON l.version_id = v.id
      LEFT JOIN plan_version_line above ON above.version_id = l.version_id AND above.line_id = l.parent_line_id
    WHERE p.year = ${year} ORDER BY v.number, l.position`,
};

const accounts: ExportTable = {
  name: 'accounts.csv',
  columns: [
    ...['account_id', 'line_id', 'line_code', 'kind', 'subject_type', 'subject_number', 'subject_id'],
    ...['balance_cents', 'balance_eur'],
  ],
  sums: ['balance_cents'],
  sql: `WITH ${lines}
    SELECT a.id::text AS account_id, a.line_id::text AS line_id, l.code AS line_code, a.kind,
      CASE WHEN a.kind = 'reserved' THEN 'call' WHEN a.subject_id IS NOT NULL THEN 'decision' END AS subject_type,
      coalesce(c.number, d.number) AS subject_number, a.subject_id::text AS subject_id,
      a.balance_cents::text AS balance_cents, ${euros('a.balance_cents')} AS balance_eur
    FROM ledger_account a JOIN lines l ON l.line_id = a.line_id
      LEFT JOIN call c ON a.kind = 'reserved' AND c.id = a.subject_id
      LEFT JOIN decision d ON a.kind IN ('committed', 'paid') AND d.id = a.subject_id
    ORDER BY a.id`,
};

/**
 * Officials are named. The auditor has to see that nobody did alone what takes two, reads the same names on the page of
 * the line, and could not follow a role; no applicant and no reviewer moves money, so that none of them is in here.
 */
const entries: ExportTable = {
  name: 'entries.csv',
  columns: [
    ...['sequence', 'entry_id', 'line_id', 'line_code', 'cause', 'amount_cents', 'amount_eur', 'from_account'],
    ...['from_kind', 'to_account', 'to_kind', 'subject_type', 'subject_number', 'subject_id', 'actor_id', 'actor_name'],
    ...['at', 'written_at'],
  ],
  sums: ['amount_cents'],
  sql: `WITH ${lines}
    SELECT e.sequence::text AS sequence, e.id::text AS entry_id, e.line_id::text AS line_id, l.code AS line_code, e.cause,
      e.amount_cents::text AS amount_cents, ${euros('e.amount_cents')} AS amount_eur,
      source.id::text AS from_account, source.kind AS from_kind, target.id::text AS to_account, target.kind AS to_kind,
      e.subject_type, coalesce(c.number, d.number, v.number::text) AS subject_number, e.subject_id::text AS subject_id,
      e.actor_id::text AS actor_id, p.name AS actor_name, ${instant('e.at')} AS at,
      ${instant('e.written_at')} AS written_at
    FROM ledger_entry e JOIN lines l ON l.line_id = e.line_id
      JOIN ledger_posting debit ON debit.entry_id = e.id AND debit.amount_cents < 0
      JOIN ledger_account source ON source.id = debit.account_id
      JOIN ledger_posting credit ON credit.entry_id = e.id AND credit.amount_cents > 0
      JOIN ledger_account target ON target.id = credit.account_id
      LEFT JOIN call c ON e.subject_type = 'call' AND c.id = e.subject_id
      LEFT JOIN decision d ON e.subject_type = 'decision' AND d.id = e.subject_id
      LEFT JOIN plan_version v ON e.subject_type = 'plan-version' AND v.id = e.subject_id
      LEFT JOIN person p ON p.id = e.actor_id
    ORDER BY e.sequence`,
};

const postings: ExportTable = {
  name: 'postings.csv',
  columns: ['sequence', 'entry_id', 'account_id', 'amount_cents', 'amount_eur'],
  sums: ['amount_cents'],
  sql: `SELECT e.sequence::text AS sequence, e.id::text AS entry_id, p.account_id::text AS account_id,
      p.amount_cents::text AS amount_cents, ${euros('p.amount_cents')} AS amount_eur
    FROM ledger_entry e JOIN ledger_posting p ON p.entry_id = e.id
    WHERE e.line_id IN (SELECT l.id FROM plan_line l JOIN plan y ON y.id = l.plan_id WHERE y.year = ${year})
    ORDER BY e.sequence, p.amount_cents`,
};

/** The hash of the seal before lets a reader do the sum of each entry, though those of other subjects are not in here. */
const journal: ExportTable = {
  name: 'journal.csv',
  columns: [
    ...['number', 'previous_hash', 'sealed_at', 'id', 'at', 'written_at', 'actor_id', 'actor_roles', 'type'],
    ...['subject_type', 'subject_id', 'data', 'hash'],
  ],
  sums: [],
  sql: `WITH decisions AS (
      SELECT d.id, d.batch_id FROM decision d JOIN plan_line l ON l.id = d.line_id JOIN plan p ON p.id = l.plan_id
      WHERE p.year = ${year}),
    subjects AS (
      SELECT 'plan-version' AS type, v.id FROM plan_version v JOIN plan p ON p.id = v.plan_id WHERE p.year = ${year}
      UNION SELECT 'decision', id FROM decisions
      UNION SELECT 'decision-batch', batch_id FROM decisions
      UNION SELECT 'payment', m.id FROM payment m JOIN decisions d ON d.id = m.decision_id),
    sealed AS (
      SELECT ${sealedEntryColumns}, coalesce(before.hash, '') AS previous_hash, s.hash, j.id AS place
      FROM subjects x JOIN journal j ON j.subject_type = x.type AND j.subject_id = x.id
        LEFT JOIN journal_seal s ON s.journal_id = j.id LEFT JOIN journal_seal before ON before.number = s.number - 1)
    SELECT number, previous_hash, "sealedAt" AS sealed_at, id, at, "writtenAt" AS written_at, "actorId" AS actor_id,
      "actorRoles" AS actor_roles, type, "subjectType" AS subject_type, "subjectId" AS subject_id, data, hash
    FROM sealed ORDER BY place`,
};

const figures = ['allocated', 'reserved', 'committed', 'paid', 'available'] as const;

/** From the postings, not from the balances, so that `accounts.csv` and this file are two witnesses. */
const statement: ExportTable = {
  name: 'statement.csv',
  columns: [
    ...['line_id', 'code', 'kind', 'label_nl', 'label_fr', 'in_force'],
    ...figures.flatMap((figure) => [`${figure}_cents`, `${figure}_eur`]),
  ],
  sums: figures.map((figure) => `${figure}_cents`),
  sql: `WITH ${lines},
    moved AS (
      SELECT a.line_id, -coalesce(sum(p.amount_cents) FILTER (WHERE a.kind = 'source'), 0) AS allocated,
        coalesce(sum(p.amount_cents) FILTER (WHERE a.kind = 'reserved'), 0) AS reserved,
        coalesce(sum(p.amount_cents) FILTER (WHERE a.kind IN ('committed', 'paid')), 0) AS committed,
        coalesce(sum(p.amount_cents) FILTER (WHERE a.kind = 'paid'), 0) AS paid,
        coalesce(sum(p.amount_cents) FILTER (WHERE a.kind = 'available'), 0) AS available
      FROM ledger_posting p JOIN ledger_account a ON a.id = p.account_id JOIN lines l ON l.line_id = a.line_id
      GROUP BY a.line_id)
    SELECT l.line_id::text AS line_id, l.code, l.kind, l.label ->> 'nl' AS label_nl, l.label ->> 'fr' AS label_fr,
      l.is_in_force::text AS in_force, ${figures
        .map((figure) => {
          const amount = `coalesce(m.${figure}, 0)`;
          return `${amount}::bigint::text AS ${figure}_cents, ${euros(amount)} AS ${figure}_eur`;
        })
        .join(', ')}
    FROM lines l LEFT JOIN moved m ON m.line_id = l.line_id
    WHERE l.is_in_force OR m.line_id IS NOT NULL ORDER BY l.code, l.line_id`,
};

/** In the order of the archive. */
export const exportTables: readonly ExportTable[] = [plan, accounts, entries, postings, journal, statement];

/** The rows of a table as cells, in the order of the table: a query around one that sorts keeps what it gives. */
export const cellsOf = ({ columns, sql }: ExportTable): string =>
  `SELECT ${columns.map(csvCell).join(', ')} FROM (${sql}) AS row_of_table`;
