import { id, uuidOf } from './one-of-each.js';
import { again, isNobody, long, nobody, type Proofs } from './proof.js';

/** Domains of values, and the plan. */
export const proofsOfPlan: Proofs = {
  plan: {
    plan_pkey: again({ year: 2028 }),
    plan_year_key: again({ id: nobody }),
    plan_year_check: ['year = 1989 WHERE year = 2026', 'year = 2101 WHERE year = 2026'],
  },
  plan_version: {
    plan_version_pkey: again({ number: 3, state: 'superseded' }),
    plan_version_plan_id_number_key: again({ id: nobody, state: 'superseded' }),
    plan_version_one_in_force: again({ id: nobody, number: 3 }, { where: 'number = 1' }),
    plan_version_plan_id_fkey: isNobody('plan_id'),
    plan_version_drafted_by_fkey: isNobody('drafted_by'),
    plan_version_submitted_by_fkey: isNobody('submitted_by'),
    plan_version_approved_by_fkey: isNobody('approved_by'),
    plan_version_number_check: 'number = 0 WHERE number = 1',
    plan_version_stage_check: "stage = 'last'",
    plan_version_state_check: "state = 'lost' WHERE number = 1",
    plan_version_total_cents_check: 'total_cents = 0',
    plan_version_return_reason_check: ["return_reason = ''", `return_reason = ${long(1001)}`],
    plan_version_decree_reference_check: ["decree_reference = 'KB'", `decree_reference = ${long(201)}`],
    plan_version_accounts_reference: ["accounts_reference = 'AV'", `accounts_reference = ${long(201)}`],
    plan_version_balanced: 'unassigned_cents = 1 WHERE number = 1',
    plan_version_four_eyes: [
      `submitted_by = ${id('controller')}, approved_by = ${id('controller')} WHERE number = 1`,
      `submitted_by = ${id('controller')}, approved_by = drafted_by WHERE number = 1`,
    ],
    plan_version_steps: [
      "state = 'submitted', submitted_by = NULL, approved_by = NULL WHERE number = 1",
      "state = 'approved', approved_by = NULL WHERE number = 1",
    ],
    plan_version_decree: ['decree_reference', 'decree_on', 'in_force_at'].flatMap((column) => [
      `${column} = NULL WHERE number = 1`,
      `${column} = NULL, state = 'superseded' WHERE number = 1`,
    ]),
  },
  plan_line: {
    plan_line_pkey: again({ plan_id: uuidOf('next plan') }),
    plan_line_id_plan_id_key: again({}, { without: 'plan_line_pkey' }),
    plan_line_plan_id_fkey: isNobody('plan_id'),
  },
  plan_version_line: {
    plan_version_line_pkey: again({ code: '3' }),
    plan_version_line_version_id_code_key: again({ line_id: uuidOf('new line') }),
    plan_version_line_version_id_fkey: `${isNobody('version_id')} WHERE code = '2'`,
    plan_version_line_line_id_fkey: `${isNobody('line_id')} WHERE code = '2'`,
    plan_version_line_parent_line_id_fkey: again(
      { line_id: uuidOf('new line'), code: '3', parent_line_id: nobody },
      { without: 'plan_version_line_version_id_parent_line_id_fkey' },
    ),
    plan_version_line_version_id_parent_line_id_fkey: `parent_line_id = ${id('heading')} WHERE code = '2'`,
    plan_version_line_code_check: ['', '1.', '1.A', '12345', '1.1.1.1.1.1.1'].map(
      (code) => `code = '${code}' WHERE code = '2'`,
    ),
    plan_version_line_kind_check: "kind = 'gift' WHERE code = '1.1'",
    plan_version_line_legal_ground_check: `legal_ground = ${long(501)}`,
    plan_version_line_amount_cents_check: "amount_cents = -1 WHERE code = '1.1'",
    plan_version_line_amount: [
      "amount_cents = NULL WHERE code = '1.1'",
      "amount_cents = 0 WHERE code = '1'",
      "is_pm = true WHERE code = '1.1'",
    ],
    plan_version_line_check: "is_pm = true WHERE code = '1'",
    plan_version_line_formula: `formula = '"rest"' WHERE code = '1.1'`,
    plan_version_line_sector: "sector = 'luck' WHERE code = '1.1'",
    plan_version_line_co_minister: `co_minister = ${long(201)} WHERE code = '1.1'`,
  },
  plan_version_line_predecessor: {
    plan_version_line_predecessor_pkey: again({}),
    plan_version_line_predecessor_version_id_line_id_fkey: isNobody('line_id'),
    plan_version_line_predecessor_predecessor_id_fkey: isNobody('predecessor_id'),
    plan_version_line_predecessor_other: 'predecessor_id = line_id',
  },
  plan_version_drafter: {
    plan_version_drafter_pkey: again({}),
    plan_version_drafter_version_id_fkey: `${isNobody('version_id')} WHERE version_id = ${id('draft')}`,
    plan_version_drafter_person_id_fkey: `${isNobody('person_id')} WHERE version_id = ${id('draft')}`,
  },
  plan_comment: {
    plan_comment_pkey: again({ sequence: 99 }),
    plan_comment_sequence_key: again({ id: nobody }),
    plan_comment_version_id_fkey: isNobody('version_id'),
    plan_comment_line_id_fkey: isNobody('line_id'),
    plan_comment_author_id_fkey: isNobody('author_id'),
    plan_comment_resolved_by_fkey: isNobody('resolved_by'),
    plan_comment_text_length: ["text = ''", `text = ${long(2001)}`],
    plan_comment_resolved: ['resolved_at = NULL', 'resolved_by = NULL'],
  },
  plan_comment_earlier: {
    plan_comment_earlier_pkey: again({}),
    plan_comment_earlier_comment_id_fkey: again({ comment_id: nobody }),
  },
  plan_comment_mention: {
    plan_comment_mention_pkey: again({}),
    plan_comment_mention_comment_id_fkey: isNobody('comment_id'),
    plan_comment_mention_person_id_fkey: isNobody('person_id'),
  },
  plan_version_line_commitment: {
    plan_version_line_commitment_pkey: again({}),
    plan_version_line_commitment_version_id_line_id_fkey: isNobody('line_id'),
    plan_version_line_commitment_year: ['year = 1989', 'year = 2131'],
    plan_version_line_commitment_amount: 'amount_cents = 0',
    plan_version_line_commitment_reference: ["reference = ''", `reference = ${long(201)}`],
  },
  plan_version_line_advice: {
    plan_version_line_advice_pkey: again({}),
    plan_version_line_advice_version_id_line_id_fkey: isNobody('line_id'),
    plan_version_line_advice_adviser: ["adviser = ''", `adviser = ${long(201)}`],
    plan_version_line_advice_reference: `reference = ${long(201)}`,
    plan_version_line_advice_days: ['asked_on = NULL', "given_on = '2025-12-31'"],
  },
  plan_scenario: {
    plan_scenario_pkey: again({ name: 'Zes procent lager' }),
    plan_scenario_name: again({ id: nobody }),
    plan_scenario_version_id_fkey: isNobody('version_id'),
    plan_scenario_created_by_fkey: isNobody('created_by'),
    plan_scenario_adopted_by_fkey: `adopted_at = now(), ${isNobody('adopted_by')}`,
    plan_scenario_name_check: ["name = ''", `name = ${long(101)}`],
    plan_scenario_adjustments_check: `adjustments = '{}'`,
    plan_scenario_adopted: ['adopted_at = now()', `adopted_by = ${id('officer')}`],
  },
  plan_version_step: {
    plan_version_step_pkey: again({}),
    plan_version_step_version_id_fkey: isNobody('version_id'),
    plan_version_step_recorded_by_fkey: isNobody('recorded_by'),
    plan_version_step_kind_check: "kind = 'prayer'",
    plan_version_step_reference_check: ["reference = ''", `reference = ${long(201)}`],
    plan_version_step_recorded: ['done_on', 'reference', 'recorded_by', 'recorded_at'].map(
      (column) => `${column} = NULL`,
    ),
  },
  plan_version_earlier_step: {
    plan_version_earlier_step_pkey: again({}),
    plan_version_earlier_step_version_id_fkey: again({ version_id: nobody }),
    plan_version_earlier_step_recorded_by_fkey: again({ revision: 9, recorded_by: nobody }),
    plan_version_earlier_step_kind: again({ kind: 'publication' }),
    plan_version_earlier_step_reference: [
      again({ revision: 9, reference: '' }),
      again({ revision: 9, reference: 'x'.repeat(201) }),
    ],
  },
};

/** What the four kinds of value refuse, whatever column holds them: the domain, and an expression of its type. */
export const proofsOfDomains: Readonly<Record<string, readonly string[]>> = {
  cents: ['900000000000001', '-900000000000001'],
  localised_text: [
    `'[]'`,
    `'"koor"'`,
    `'{"nl": "koor"}'`,
    `'{"fr": "chorale"}'`,
    `'{"nl": 1, "fr": "chorale"}'`,
    `'{"nl": "koor", "fr": null}'`,
  ],
  enterprise_number: [`'0415580366'`, `'2415580365'`, `'BE0415580365'`, `'415580365'`],
  belgian_iban: [`'BE68539007547035'`, `'NL68539007547034'`, `'BE6853900754703'`, `'BE68 5390 0754 7034'`],
};
