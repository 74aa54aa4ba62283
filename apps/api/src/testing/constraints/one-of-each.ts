import { createHash } from 'node:crypto';
import type pg from 'pg';
import { pastTriggers } from './attempt.js';

/** The id of a row by its name, the same in the rows below and in the proofs. */
export const uuidOf = (name: string): string =>
  createHash('md5').update(name).digest('hex').replace(dashes, '$1-$2-$3-$4-');
const dashes = /^(.{8})(.{4})(.{4})(.{4})/;
export const id = (name: string): string => `'${uuidOf(name)}'`;

const words = `'{"nl": "Koor", "fr": "Chorale"}'`;
const act = `'{"legalGrounds": [], "planReference": "", "lineCode": "", "purpose": "", "remedies": {}, "instalments": [],
  "proofs": [], "visibilityDuty": "", "controlClause": "", "recoveryClause": ""}'`;

/**
 * At least one legal row in every table, for the proofs to spoil: a plan in force and its next draft, a call, what was
 * sent to it and its review, a direct award up to its planned payment, and the register.
 */
const oneOfEach = `
INSERT INTO person (id, email, name, screen_language, state)
  SELECT md5(lower(name))::uuid, lower(name) || '@example.org', name, 'nl', 'active'
  FROM unnest(ARRAY['Officer', 'Minister', 'Controller', 'Reviewer', 'Applicant']) name;
INSERT INTO person_role (person_id, role, granted_by) VALUES (${id('officer')}, 'officer', ${id('minister')});
INSERT INTO session (id, token_hash, person_id, expires_at) VALUES (${id('session')}, 'a', ${id('officer')}, now());
INSERT INTO one_time_link (id, purpose, token_hash, person_id, expires_at)
  VALUES (${id('link')}, 'confirm-email', 'a', ${id('officer')}, now());
INSERT INTO notice (id, person_id, type, subject_type, subject_id)
  VALUES (${id('notice')}, ${id('officer')}, 'call.published', 'call', ${id('call')});
INSERT INTO outgoing_mail (id, dedupe_key, recipient, language, subject, body)
  VALUES (${id('mail')}, 'a', 'officer@example.org', 'nl', 'Dag', 'Dag');
INSERT INTO idempotency (person_id, key, endpoint, body_hash) VALUES (${id('officer')}, ${id('key')}, 'a', 'a');
INSERT INTO rate_window (bucket, window_start) VALUES ('sign-in', '2026-01-01Z');
INSERT INTO invariant_result (name, broken_rows) VALUES ('R1', 0);
INSERT INTO stored_file (id, name, media_type, size_bytes, sha256)
  SELECT md5(name)::uuid, name, 'application/pdf', 1, repeat('0', 64) FROM unnest(ARRAY['plan', 'letter']) name;
INSERT INTO journal (id, type, subject_type, subject_id) OVERRIDING SYSTEM VALUE
  VALUES (1, 'call.published', 'call', ${id('call')}), (2, 'call.settled', 'call', ${id('call')});
SELECT setval('journal_id_seq', 2);
INSERT INTO journal_seal VALUES (1, 1, now(), repeat('0', 64));
INSERT INTO journal_unsealed VALUES (2);

INSERT INTO organisation (id, enterprise_number, name, legal_form, street, postal_code, municipality_nis, language)
  VALUES (${id('choir')}, '0415580365', 'Koor', '017', 'Kerkstraat 1', '9000', '44021', 'nl'),
    (${id('band')}, '0206653946', 'Fanfare', '017', 'Kerkstraat 2', '9000', '44021', 'nl');
INSERT INTO organisation_member VALUES (${id('choir')}, ${id('applicant')}, 'representative');
INSERT INTO organisation_invitation (id, organisation_id, email, role, invited_by)
  VALUES (${id('invitation')}, ${id('choir')}, 'new@example.org', 'editor', ${id('applicant')});
INSERT INTO bank_account (id, organisation_id, iban, holder, state, proposed_by, judged_by, judged_at)
  VALUES (${id('account')}, ${id('choir')}, 'BE68539007547034', 'Koor', 'verified', ${id('applicant')},
    ${id('controller')}, now()),
  (${id('new account')}, ${id('choir')}, 'BE68539007547034', 'Koor', 'proposed', ${id('applicant')}, NULL, NULL);

INSERT INTO plan VALUES (${id('plan')}, 2026), (${id('next plan')}, 2027);
INSERT INTO plan_version (id, plan_id, number, stage, state, total_cents, unassigned_cents, drafted_by, submitted_by,
    approved_by, decree_reference, decree_on, in_force_at)
  VALUES (${id('version')}, ${id('plan')}, 1, 'provisional', 'in-force', 1000, 0, ${id('officer')}, ${id('officer')},
    ${id('minister')}, 'KB 1', '2026-01-01', now());
INSERT INTO plan_version (id, plan_id, number, stage, state, total_cents, unassigned_cents, drafted_by)
  VALUES (${id('draft')}, ${id('plan')}, 2, 'provisional', 'draft', 1000, 400, ${id('officer')});
INSERT INTO plan_line SELECT line, ${id('plan')}
  FROM unnest(ARRAY[${id('heading')}, ${id('line')}, ${id('new line')}]::uuid[]) line;
INSERT INTO plan_version_line (version_id, line_id, parent_line_id, position, code, kind, label, amount_cents)
  VALUES (${id('version')}, ${id('heading')}, NULL, 0, '1', 'heading', ${words}, NULL),
    (${id('version')}, ${id('line')}, ${id('heading')}, 1, '1.1', 'nominative', ${words}, 1000),
    (${id('draft')}, ${id('line')}, NULL, 0, '2', 'nominative', ${words}, 600);
INSERT INTO plan_version_line_predecessor VALUES (${id('version')}, ${id('line')}, ${id('new line')});
INSERT INTO plan_version_drafter VALUES (${id('version')}, ${id('officer')}), (${id('draft')}, ${id('officer')});
INSERT INTO plan_scenario (id, version_id, name, adjustments, created_by)
  VALUES (${id('scenario')}, ${id('draft')}, 'Vijf procent lager', '[]', ${id('officer')});
INSERT INTO plan_comment (id, version_id, line_id, text, author_id, resolved_by, resolved_at)
  VALUES (${id('comment')}, ${id('draft')}, ${id('line')}, 'Klopt dit?', ${id('officer')}, ${id('minister')}, now());
INSERT INTO plan_comment_earlier VALUES (${id('comment')}, 0, 'Klopt het?');
INSERT INTO plan_comment_mention VALUES (${id('comment')}, ${id('minister')});
INSERT INTO plan_version_line_commitment VALUES (${id('version')}, ${id('line')}, 2028, 500, 'MB 1');
INSERT INTO plan_version_line_advice VALUES (${id('version')}, ${id('line')}, 'Begroting', '2026-01-01', '2026-01-02', 'nr. 8');
INSERT INTO plan_version_step VALUES (${id('version')}, 'council', true, '2026-01-01', 'nr. 7', ${id('minister')}, now());
INSERT INTO ledger_line_balance VALUES (${id('line')}, -1000, 700, 0, 300, 0), (${id('heading')}, 0, 0, 0, 0, 0);
INSERT INTO plan_version_earlier_step VALUES (${id('version')}, 3, 'council', '2026-01-01', 'nr. 6', ${id('minister')}, now());
INSERT INTO ledger_account (id, line_id, kind, subject_id, balance_cents)
  VALUES (${id('source')}, ${id('line')}, 'source', NULL, -1000), (${id('available')}, ${id('line')}, 'available', NULL, 700),
    (${id('committed')}, ${id('line')}, 'committed', ${id('decision')}, 300);
INSERT INTO ledger_entry (id, line_id, cause, amount_cents, subject_type, subject_id, actor_id)
  VALUES (${id('allocation')}, ${id('line')}, 'allocate', 1000, 'plan-version', ${id('version')}, ${id('minister')}),
    (${id('commitment')}, ${id('line')}, 'commit', 300, 'decision', ${id('decision')}, ${id('minister')});
INSERT INTO ledger_posting VALUES (${id('allocation')}, ${id('source')}, -1000), (${id('allocation')}, ${id('available')}, 1000),
  (${id('commitment')}, ${id('available')}, -300), (${id('commitment')}, ${id('committed')}, 300);

INSERT INTO overrun (id, line_id, state, amount_cents, reason, act_reference, proposed_by)
  VALUES (${id('overrun')}, ${id('line')}, 'proposed', 50, 'Meer kosten.', 'MB 1', ${id('officer')});
INSERT INTO month_closing (id, plan_id, month, ends_at, entry_count, entries_hash, figures, seal_number, seal_hash, closed_by)
  VALUES (${id('month')}, ${id('next plan')}, 1, '2027-02-01', 0, repeat('0', 64), '[]', 1, repeat('0', 64),
    ${id('controller')});
INSERT INTO year_closing (id, plan_id, number, state, decision_reference, destinations, prepared_by)
  VALUES (${id('closing')}, ${id('next plan')}, 1, 'prepared', 'MB 2', '[]', ${id('controller')});

INSERT INTO call (id, number, line_id, state, title, summary, description, eligibility, opens_at, closes_at,
    envelope_cents, max_amount_cents, max_share_percent, form, drafted_by, published_by, published_at)
  VALUES (${id('call')}, '2026-C01', ${id('line')}, 'published', ${words}, ${words}, ${words}, ${words},
    now() - interval '1 day', now() + interval '1 day', 1000, 500, 80, '{"sections": []}', ${id('officer')},
    ${id('officer')}, now());
INSERT INTO application (id, number, call_id, organisation_id, file_language, state, released_state, title,
    requested_cents, municipality_nis, started_by, submitted_by, submitted_at, sent_content, content_hash, screened_by)
  VALUES (${id('application')}, '2026-C01-0001', ${id('call')}, ${id('choir')}, 'nl', 'admitted', 'submitted', 'Zingen',
    400, '44021', ${id('applicant')}, ${id('applicant')}, now(), '{}', encode(sha256('{}'), 'hex'), ${id('officer')});
INSERT INTO application_file VALUES (${id('application')}, ${id('plan')}, 'plan', 0);
INSERT INTO review_assignment (id, application_id, reviewer_id, state, assigned_by, declared_at, scores,
    weighted_basis_points, sent_at)
  VALUES (${id('review')}, ${id('application')}, ${id('reviewer')}, 'sent', ${id('officer')}, now(), '{"a": 1}', 5000, now());

INSERT INTO direct_file (id, number, line_id, organisation_id, file_language, state, title, purpose, requested_cents,
    prepared_by)
  VALUES (${id('file')}, '2026-D0001', ${id('line')}, ${id('choir')}, 'nl', 'awarded', 'Zingen', 'Zingen', 300,
    ${id('officer')});
INSERT INTO decision_batch (id, number, line_id, state, prepared_by, signed_by, signed_at, released_by, released_at)
  VALUES (${id('batch')}, '2026-B001', ${id('line')}, 'released', ${id('officer')}, ${id('minister')}, now(),
    ${id('minister')}, now());
INSERT INTO decision_batch (id, number, line_id, call_id, state, prepared_by)
  VALUES (${id('open batch')}, '2026-B002', ${id('line')}, ${id('call')}, 'draft', ${id('officer')});
INSERT INTO decision (id, number, batch_id, direct_file_id, organisation_id, line_id, plan_version_id, language, outcome,
    amount_cents, reason, act, decided_by, signed_at, letter_file_id)
  VALUES (${id('decision')}, '2026-D0001', ${id('batch')}, ${id('file')}, ${id('choir')}, ${id('line')}, ${id('version')},
    'nl', 'award', 300, repeat('x', 30), ${act}, ${id('minister')}, now(), ${id('letter')});
INSERT INTO decision (id, number, batch_id, application_id, organisation_id, line_id, plan_version_id, language)
  VALUES (${id('open decision')}, '2026-C01-0001', ${id('open batch')}, ${id('application')}, ${id('choir')}, ${id('line')},
    ${id('version')}, 'nl');
INSERT INTO payment (id, number, decision_id, instalment, amount_cents, state)
  VALUES (${id('payment')}, '2026-P0001', ${id('decision')}, 1, 300, 'planned');
INSERT INTO award_reduction (id, decision_id, amount_cents, kind, reason, reference, state, proposed_by)
  VALUES (${id('reduction')}, ${id('decision')}, 100, 'other', 'Kleiner', 'Art. 7', 'proposed', ${id('officer')});
INSERT INTO repayment (id, number, decision_id, amount_cents, received_cents, kind, reason, due_on, communication, state,
    asked_by)
  VALUES (${id('repayment')}, '2026-D0001-R1', ${id('decision')}, 100, 40, 'unspent', 'Over', '2026-03-01',
    '100000000133', 'partly-received', ${id('officer')});
INSERT INTO repayment_receipt (id, repayment_id, amount_cents, received_on, bank_reference, recorded_by)
  VALUES (${id('receipt')}, ${id('repayment')}, 40, '2026-02-01', 'ST-2', ${id('controller')});
INSERT INTO bank_statement (id, account, reference, file_hash, file_position, from_on, to_on, opening_cents, closing_cents,
    imported_by)
  VALUES (${id('statement')}, 'BE10000000000404', '2026-7', repeat('a', 64), 1, '2026-01-15', '2026-01-15', 1000, 700,
    ${id('controller')});
INSERT INTO bank_entry (id, statement_id, position, direction, amount_cents, booked_on, bank_reference, end_to_end_id,
    structured, communication, counterparty_name, counterparty_account, payment_id)
  VALUES (${id('entry')}, ${id('statement')}, 1, 'out', 300, '2026-01-15', 'B1', 'E1', '', '', 'Koor', '', ${id('payment')}),
    (${id('other entry')}, ${id('statement')}, 2, 'in', 5, '2026-01-15', 'B2', '', '', '', 'Bank', '', NULL);
INSERT INTO bank_entry_match (entry_id, payment_id) VALUES (${id('entry')}, ${id('payment')});
INSERT INTO bank_explanation (id, statement_id, entry_id, payment_id, kind, reason, explained_by)
  VALUES (${id('explained entry')}, ${id('statement')}, ${id('entry')}, NULL, 'paid-twice', 'Terug', ${id('controller')}),
    (${id('explained payment')}, ${id('statement')}, NULL, ${id('payment')}, 'not-in-statement', 'Elders',
    ${id('controller')});

INSERT INTO award_correction (id, decision_id, field, former_value, new_value, explanation, corrected_by)
  VALUES (${id('correction')}, ${id('decision')}, 'title', 'Zngen', 'Zingen', 'Een tikfout.', ${id('officer')});
INSERT INTO register.plan_version VALUES (${id('version')}, 2026, 1, 'provisional', true, 1000, 'KB 1', '2026-01-01', now(),
  '', NULL, now());
INSERT INTO register.plan_line VALUES (${id('version')}, ${id('line')}, NULL, 0, '1.1', 'nominative', ${words}, false, '',
  1000, 1000, 0, 300, 0, 1);
INSERT INTO register.call VALUES (${id('call')}, '2026-C01', 2026, ${id('line')}, '1.1', ${words}, 'published', ${words},
  ${words}, ${words}, ${words}, now(), now(), 1000, 500, 80, '[]', '{}');
INSERT INTO register.organisation VALUES (${id('choir')}, '0415580365', 'Koor', '017', 'nl', '44021', ${words}, 'flanders',
  NULL, 1, 300, 0);
INSERT INTO register.award VALUES (${id('decision')}, '2026-D0001', '2026-01-01', now(), 2026, ${id('line')}, '1.1', ${words},
  NULL, NULL, ${id('choir')}, 'Koor', '0415580365', '44021', ${words}, 'flanders', 51, 3.7, 'nl', 'Zingen', 'x', 300, 0, '');
INSERT INTO register.correction VALUES (${id('correction')}, 1, ${id('decision')}, 'title', 'Zngen', 'Zingen',
  'Een tikfout.', now());
`;

/** Puts them there. */
export async function putOneOfEach(client: pg.ClientBase): Promise<void> {
  await client.query('BEGIN');
  await pastTriggers(client, oneOfEach);
  await client.query('COMMIT');
}
