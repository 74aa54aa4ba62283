import { id, uuidOf } from './one-of-each.js';
import { again, isNobody, long, nobody, type Proofs } from './proof.js';

const partsOfEveryAct = ['legalGrounds', 'planReference', 'lineCode', 'purpose', 'remedies'];
const partsOfAnAward = ['instalments', 'proofs', 'visibilityDuty', 'controlClause', 'recoveryClause'];

/** Decisions, payments and the register. */
export const proofsOfDecisions: Proofs = {
  decision_batch: {
    decision_batch_pkey: again({ number: '2026-B003' }),
    decision_batch_number_key: again({ id: nobody }),
    decision_batch_number_check: ["number = 'B001'", "number = '2026-B01'"].map(
      (change) => `${change} WHERE state = 'draft'`,
    ),
    decision_batch_one_per_call: ['draft', 'prepared'].map((state) =>
      again({ id: nobody, number: '2026-B003', state }, { where: "state = 'draft'" }),
    ),
    decision_batch_line_id_fkey: isNobody('line_id'),
    decision_batch_call_id_fkey: isNobody('call_id'),
    decision_batch_prepared_by_fkey: isNobody('prepared_by'),
    decision_batch_signed_by_fkey: isNobody('signed_by'),
    decision_batch_released_by_fkey: isNobody('released_by'),
    decision_batch_state_check: "state = 'lost', signed_by = NULL, released_at = NULL",
    decision_batch_four_eyes: "signed_by = prepared_by WHERE state = 'released'",
    decision_batch_check: [
      "signed_by = NULL WHERE state = 'released'",
      "signed_at = NULL WHERE state = 'released'",
      "state = 'prepared', released_at = NULL WHERE state = 'released'",
      "state = 'signed', released_at = NULL, signed_by = NULL WHERE state = 'released'",
    ],
    decision_batch_check1: ["released_at = NULL WHERE state = 'released'", "state = 'signed' WHERE state = 'released'"],
  },
  decision: {
    decision_pkey: again({ number: 'other', corrects_decision_id: uuidOf('decision') }),
    decision_number_key: again({ id: nobody, corrects_decision_id: uuidOf('decision') }),
    decision_one_per_direct_file: again({ id: nobody, number: 'other' }),
    decision_one_per_application: again({ id: nobody, number: 'other' }, { where: 'application_id IS NOT NULL' }),
    decision_batch_id_fkey: isNobody('batch_id'),
    decision_application_id_fkey: `${isNobody('application_id')} WHERE application_id IS NOT NULL`,
    decision_direct_file_id_fkey: `${isNobody('direct_file_id')} WHERE direct_file_id IS NOT NULL`,
    decision_organisation_id_fkey: isNobody('organisation_id'),
    decision_line_id_fkey: isNobody('line_id'),
    decision_plan_version_id_fkey: isNobody('plan_version_id'),
    decision_decided_by_fkey: isNobody('decided_by'),
    decision_letter_file_id_fkey: isNobody('letter_file_id'),
    decision_corrects_decision_id_fkey: isNobody('corrects_decision_id'),
    decision_language_check: "language = 'en'",
    decision_outcome_check: "outcome = 'perhaps', amount_cents = NULL",
    decision_advised_outcome_check: "advised_outcome = 'perhaps'",
    decision_amount_cents_check: 'amount_cents = 0',
    decision_reason_check: `reason = ${long(4001)}`,
    decision_public_reason_check: `public_reason = ${long(1001)}`,
    decision_deviation_reason_check: `deviation_reason = ${long(4001)}`,
    decision_one_candidate: [
      'direct_file_id = NULL, application_id = NULL',
      `direct_file_id = ${id('file')}, corrects_decision_id = ${id('decision')} WHERE application_id IS NOT NULL`,
    ],
    decision_amount: ['amount_cents = NULL', "outcome = 'refuse'", "outcome = 'exclude'"],
    decision_act_complete: [
      'outcome = NULL',
      `reason = ${long(29)}`,
      'act = NULL',
      ...[...partsOfEveryAct, ...partsOfAnAward].map((part) => `act = act - '${part}'`),
      ...partsOfEveryAct.map((part) => `act = act - '${part}', outcome = 'refuse', amount_cents = NULL`),
    ],
  },
  payment: {
    payment_pkey: again({ number: 'other', instalment: 2 }),
    payment_number_key: again({ id: nobody, instalment: 2 }),
    payment_decision_id_instalment_key: again({ id: nobody, number: 'other' }),
    payment_decision_id_fkey: isNobody('decision_id'),
    payment_bank_account_id_fkey: isNobody('bank_account_id'),
    payment_prepared_by_fkey: isNobody('prepared_by'),
    payment_approved_by_fkey: isNobody('approved_by'),
    payment_instalment_check: 'instalment = 0',
    payment_amount_cents_check: ['amount_cents = 0', 'amount_cents = -1'],
    payment_state_check: `state = 'lost', bank_account_id = ${id('account')}, prepared_by = ${id('officer')}`,
    payment_return_reason_check: ["return_reason = ''", `return_reason = ${long(1001)}`],
    payment_bank_reference_check: `bank_reference = ${long(101)}`,
    payment_four_eyes: `prepared_by = ${id('officer')}, approved_by = ${id('officer')}`,
    payment_check: [
      `state = 'prepared', prepared_by = ${id('officer')}`,
      `state = 'prepared', bank_account_id = ${id('account')}`,
      `state = 'approved', approved_by = ${id('controller')}, prepared_by = ${id('officer')}`,
      `state = 'paid', paid_on = now(), approved_by = ${id('controller')}, prepared_by = ${id('officer')}`,
    ],
    payment_check1: ["'approved', paid_on = NULL", "'paid', paid_on = now()"].map(
      (state) => `state = ${state}, bank_account_id = ${id('account')}, prepared_by = ${id('officer')}`,
    ),
    payment_check2: [
      'paid_on = now()',
      `state = 'paid', bank_account_id = ${id('account')}, prepared_by = ${id('officer')}, approved_by = ${id('controller')}`,
    ],
  },
  award_correction: {
    award_correction_pkey: again({ sequence: 99 }),
    award_correction_sequence_key: again({ id: nobody }),
    award_correction_decision_id_fkey: isNobody('decision_id'),
    award_correction_corrected_by_fkey: isNobody('corrected_by'),
    award_correction_field_check: "field = 'amount'",
    award_correction_former_value_check: `former_value = ${long(2001)}`,
    award_correction_new_value_check: ["new_value = ''", `new_value = ${long(2001)}`],
    award_correction_explanation_check: [`explanation = ${long(9)}`, `explanation = ${long(1001)}`],
    award_correction_check: 'new_value = former_value',
  },
  'register.plan_version': { plan_version_pkey: again({ number: 2 }) },
  'register.plan_line': {
    plan_line_pkey: again({ code: '2' }),
    plan_line_version_id_fkey: isNobody('version_id'),
  },
  'register.call': {
    call_pkey: again({ number: 'other' }),
    call_number_key: again({ call_id: nobody }),
  },
  'register.organisation': {
    organisation_pkey: again({ enterprise_number: 'other' }),
    organisation_enterprise_number_key: again({ organisation_id: nobody }),
  },
  'register.award_change': {
    award_change_pkey: again({ number: 1 }),
    award_change_is_only: 'is_only = false',
  },
  'register.award': {
    award_pkey: again({ number: 'other' }),
    award_number_key: again({ decision_id: nobody }),
    award_organisation_id_fkey: isNobody('organisation_id'),
  },
  'register.correction': {
    correction_pkey: again({ sequence: 2 }),
    correction_decision_id_fkey: isNobody('decision_id'),
  },
};
