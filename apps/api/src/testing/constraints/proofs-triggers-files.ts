import { id, uuidOf } from './one-of-each.js';
import { copy, isAppendOnly, notAllowed, refuses, type TriggerProofs, type TriggerTry } from './trigger-proof.js';

const words = `'{"nl": "Ander", "fr": "Autre"}'`;
const draft = `UPDATE application SET state = 'draft', released_state = 'draft', submitted_by = NULL, submitted_at = NULL,
  sent_content = NULL, content_hash = NULL`;
const send = (at = 'now()') => `UPDATE application SET state = 'submitted', released_state = 'submitted',
  submitted_by = started_by, submitted_at = ${at}, content_hash = repeat('0', 64)`;
const notScored = "scores = '{}', sent_at = NULL, weighted_basis_points = NULL";

/** A submission that the call or the clock does not allow. */
const tooEarlyOrLate = (given: string, at?: string): TriggerTry => ({
  given: `${draft}; ${given}`,
  sql: send(at),
  refusal: 'application_call_open',
});

/** Calls, applications and reviews. */
export const triggersOfApplications: TriggerProofs = {
  call: {
    call_lifecycle: notAllowed(copy('call', { number: '2026-C02' }), "UPDATE call SET state = 'draft'"),
    call_frozen: refuses(
      'a published call does not change',
      ...[
        `line_id = ${id('heading')}`,
        ...['title', 'summary', 'description', 'eligibility'].map((column) => `${column} = ${words}`),
        "opens_at = opens_at - interval '1 hour'",
        "closes_at = closes_at + interval '1 hour'",
        'envelope_cents = 2000',
        'max_amount_cents = 400',
        'max_share_percent = 70',
        "criteria = '[1]'",
        `form = '{"sections": [1]}'`,
      ].map((change) => `UPDATE call SET ${change}`),
    ),
  },
  application: {
    application_lifecycle: notAllowed(
      copy('application', { number: 'new', organisation_id: uuidOf('band') }),
      "UPDATE application SET state = 'submitted'",
    ),
    application_sent: [
      ...refuses(
        'an application that was sent does not change',
        ...[
          `answers = '{"a": 1}'`,
          "title = 'Anders'",
          'requested_cents = 401',
          "municipality_nis = '21004'",
          "file_language = 'fr'",
          `organisation_id = ${id('band')}`,
          "submitted_at = submitted_at - interval '1 second'",
          'sent_content = NULL',
          "number = 'other'",
        ].map((change) => `UPDATE application SET ${change}`),
        {
          given: 'UPDATE application SET sent_content = NULL',
          sql: "UPDATE application SET content_hash = repeat('0', 64)",
        },
        {
          given: `${copy('call', { number: '2026-C02' })}`,
          sql: "UPDATE application SET call_id = (SELECT id FROM call WHERE number = '2026-C02')",
        },
      ),
      tooEarlyOrLate("UPDATE call SET state = 'cancelled'"),
      tooEarlyOrLate("UPDATE call SET opens_at = now() + interval '1 second'"),
      tooEarlyOrLate('UPDATE call SET closes_at = now()'),
      tooEarlyOrLate('UPDATE call SET closes_at = closes_at', "now() - interval '61 seconds'"),
      tooEarlyOrLate('UPDATE call SET closes_at = closes_at', "now() + interval '1 second'"),
    ],
  },
  application_file: {
    application_file_draft: refuses(
      'the files of an application that was sent',
      `INSERT INTO application_file VALUES (${id('application')}, ${id('letter')}, 'plan', 1)`,
      'UPDATE application_file SET removed_at = now()',
    ),
  },
  review_assignment: {
    review_assignment_lifecycle: notAllowed(copy('review_assignment', { reviewer_id: uuidOf('controller') }), {
      given: `UPDATE review_assignment SET state = 'accepted', ${notScored}`,
      sql: `UPDATE review_assignment SET state = 'assigned', declared_at = NULL`,
    }),
    review_not_own_organisation: refuses('review_not_own_organisation', {
      sql: copy('review_assignment', {
        reviewer_id: uuidOf('applicant'),
        ...{ state: 'assigned', declared_at: null, scores: {}, sent_at: null, weighted_basis_points: null },
      }),
    }),
    review_sent_frozen: refuses('a review that was sent', "UPDATE review_assignment SET remark = 'x'"),
  },
};

/** Decisions, payments and the register. */
export const triggersOfDecisions: TriggerProofs = {
  direct_file: {
    direct_file_lifecycle: notAllowed(
      copy('direct_file', { number: '2026-D0002' }),
      "UPDATE direct_file SET state = 'draft'",
    ),
  },
  decision_batch: {
    decision_batch_lifecycle: notAllowed(
      copy('decision_batch', { number: '2026-B003' }),
      "UPDATE decision_batch SET state = 'discarded', signed_by = NULL, released_at = NULL WHERE state = 'released'",
    ),
  },
  decision: {
    decision_signed: [
      ...refuses(
        'a signed decision does not change',
        ...[
          'amount_cents = 299',
          `organisation_id = ${id('band')}`,
          "public_reason = 'x'",
          'signed_at = NULL',
          `reason = repeat('y', 30)`,
          `decided_by = ${id('officer')}`,
        ].map((change) => `UPDATE decision SET ${change} WHERE signed_at IS NOT NULL`),
      ),
      ...refuses(
        'a letter is not replaced',
        `UPDATE decision SET letter_file_id = ${id('plan')} WHERE letter_file_id IS NOT NULL`,
        'UPDATE decision SET letter_file_id = NULL WHERE letter_file_id IS NOT NULL',
      ),
      ...refuses('a signed decision stays', {
        given: `DELETE FROM bank_explanation; DELETE FROM bank_entry_match; DELETE FROM bank_entry; DELETE FROM payment;
          DELETE FROM award_correction; DELETE FROM award_reduction; DELETE FROM repayment_receipt; DELETE FROM repayment`,
        sql: 'DELETE FROM decision WHERE signed_at IS NOT NULL',
      }),
    ],
  },
  payment: {
    payment_lifecycle: notAllowed(
      copy('payment', { number: 'new', instalment: 2, state: 'cancelled' }),
      `UPDATE payment SET state = 'paid', paid_on = now(), bank_account_id = ${id('account')},
         prepared_by = ${id('officer')}, approved_by = ${id('controller')}`,
    ),
    payment_within_award: refuses(
      'payment_within_award',
      'UPDATE payment SET amount_cents = 301',
      copy('payment', { number: 'new', instalment: 2, amount_cents: 1 }),
    ),
  },
  bank_statement: {
    bank_statement_append_only: isAppendOnly('UPDATE bank_statement SET closing_cents = 1', {
      given: 'DELETE FROM bank_explanation; DELETE FROM bank_entry_match; DELETE FROM bank_entry',
      sql: 'DELETE FROM bank_statement',
    }),
  },
  bank_entry: {
    bank_entry_append_only: isAppendOnly('UPDATE bank_entry SET amount_cents = 1', {
      given: 'DELETE FROM bank_explanation; DELETE FROM bank_entry_match',
      sql: 'DELETE FROM bank_entry',
    }),
  },
  bank_entry_match: {
    bank_entry_match_append_only: isAppendOnly(
      'UPDATE bank_entry_match SET matched_at = now()',
      'DELETE FROM bank_entry_match',
    ),
  },
  bank_explanation: {
    bank_explanation_append_only: isAppendOnly(
      "UPDATE bank_explanation SET reason = 'Iets anders.'",
      'DELETE FROM bank_explanation',
    ),
  },
  award_correction: {
    award_correction_append_only: isAppendOnly(
      "UPDATE award_correction SET explanation = 'Iets anders.'",
      'DELETE FROM award_correction',
    ),
  },
};
