import type { AnswerOf, payments as contract } from '@commonlot/contracts';
import type { Cents } from '@commonlot/domain';
import { withoutConflict } from '../../applications/index.js';
import { missingPayments, openDifferences } from './bank-statement-sql.js';
import { mayConfirm } from './confirm-bank-statement.js';

type Statement = AnswerOf<typeof contract.readBankStatement>;
type Entry = Statement['entries'][number];

export type StatementRecord = Omit<Statement, 'entries' | 'sums' | 'missing' | 'confirmable' | 'may'>;

export interface EntryRecord extends Omit<Entry, 'amountCents' | 'entryClass' | 'waits' | 'payment'> {
  readonly amountCents: Cents;
  readonly payment: Omit<NonNullable<Entry['payment']>, 'iban'> | null;
  readonly approvedIban: string | null;
  readonly matchedEntryId: string | null;
  /** Neither a conflict of interest nor a membership keeps the reader from confirming its payment. */
  readonly mayConfirm: boolean;
}

const statement = `s.id, s.account, s.reference, s.from_on AS "fromOn", s.to_on AS "toOn",
  s.opening_cents AS "openingCents", s.closing_cents AS "closingCents", importer.name AS "importedBy",
  s.imported_at AS "importedAt"`;

/** $1 and $2 are the key of the page before, $3 how many. */
export const listStatements = `
  SELECT ${statement}, s.to_on::text || '~' || s.id AS key, moved.*,
    (SELECT count(*) FROM bank_entry e JOIN bank_entry_match m ON m.entry_id = e.id JOIN payment p ON p.id = m.payment_id
     WHERE e.statement_id = s.id AND p.state = 'approved') AS "waitingCount",
    ${openDifferences} AS "openCount"
  FROM bank_statement s JOIN person importer ON importer.id = s.imported_by CROSS JOIN LATERAL (
    SELECT count(*) AS "entryCount", coalesce(sum(amount_cents) FILTER (WHERE direction = 'out'), 0)::bigint AS "outCents",
      coalesce(sum(amount_cents) FILTER (WHERE direction = 'in'), 0)::bigint AS "inCents"
    FROM bank_entry WHERE statement_id = s.id) moved
  WHERE $1::date IS NULL OR (s.to_on, s.id) < ($1::date, $2::uuid)
  ORDER BY s.to_on DESC, s.id DESC LIMIT $3`;

export const statementById = `
  SELECT ${statement} FROM bank_statement s JOIN person importer ON importer.id = s.imported_by WHERE s.id = $1`;

const explanation = `CASE WHEN x.id IS NOT NULL THEN
  json_build_object('reason', x.reason, 'explainedBy', explainer.name, 'explainedAt', x.explained_at) END`;

/** Entries in order, with the payment that each names. $1 is the statement, $2 the reader. */
export const entriesOfStatement = `
  SELECT e.id, e.position, e.direction, e.amount_cents AS "amountCents", e.booked_on AS "bookedOn",
    e.bank_reference AS "bankReference", concat_ws(' ', nullif(e.structured, ''), nullif(e.communication, ''),
      nullif(e.end_to_end_id, '')) AS communication,
    e.counterparty_name AS "counterpartyName", e.counterparty_account AS "counterpartyAccount",
    CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'number', p.number, 'state', p.state,
      'organisationName', o.name, 'amountCents', p.amount_cents, 'paidOn', p.paid_on) END AS payment,
    frozen.iban AS "approvedIban", paid.entry_id AS "matchedEntryId", ${explanation} AS explanation,
    NOT ${withoutConflict('d.application_id', '$2')} AS "isHidden", (${mayConfirm('$2')}) AS "mayConfirm"
  FROM bank_entry e LEFT JOIN payment p ON p.id = e.payment_id LEFT JOIN decision d ON d.id = p.decision_id
    LEFT JOIN organisation o ON o.id = d.organisation_id LEFT JOIN bank_account frozen ON frozen.id = p.bank_account_id
    LEFT JOIN bank_entry_match paid ON paid.payment_id = p.id
    LEFT JOIN bank_explanation x ON x.entry_id = e.id LEFT JOIN person explainer ON explainer.id = x.explained_by
  WHERE e.statement_id = $1 ORDER BY e.position`;

/** Payments of the period without an entry. $1 is the statement, $2 the reader. */
export const missingOfStatement = `
  SELECT p.id, p.number, p.state, o.name AS "organisationName", p.amount_cents AS "amountCents", frozen.iban,
    p.paid_on AS "paidOn", ${explanation} AS explanation
  FROM bank_statement s JOIN payment p ON ${missingPayments} JOIN decision d ON d.id = p.decision_id
    JOIN organisation o ON o.id = d.organisation_id LEFT JOIN bank_account frozen ON frozen.id = p.bank_account_id
    LEFT JOIN bank_explanation x ON x.payment_id = p.id LEFT JOIN person explainer ON explainer.id = x.explained_by
  WHERE s.id = $1 AND ${withoutConflict('d.application_id', '$2')} ORDER BY p.paid_on, p.number`;
