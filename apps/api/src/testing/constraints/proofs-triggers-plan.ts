import { id } from './one-of-each.js';
import { nobody } from './proof.js';
import { copy, isAppendOnly, notAllowed, refuses, type TriggerProofs } from './trigger-proof.js';

const apart = [
  ...['officer', 'minister'].map((role) => ['controller', role]),
  ...['officer', 'minister', 'controller', 'reviewer'].map((role) => ['auditor', role]),
  ...['officer', 'minister', 'controller', 'reviewer'].map((role) => ['administrator', role]),
  ['minister', 'reviewer'],
] as const;

const onPlan = ['DROP TRIGGER plan_version_sum ON plan_version'];
const words = `'{"nl": "Ander", "fr": "Autre"}'`;

/** The draft as it stands on its way into force, in the place of the version before it. */
const handedIn = `UPDATE plan_version SET state = 'submitted', submitted_by = ${id('officer')}, total_cents = 600,
  unassigned_cents = 0 WHERE number = 2`;
const approved = `${handedIn}; UPDATE plan_version SET state = 'superseded' WHERE number = 1;
  UPDATE plan_version SET state = 'approved', approved_by = ${id('minister')} WHERE number = 2`;
const takesForce = `UPDATE plan_version SET state = 'in-force', decree_reference = 'KB 2', decree_on = '2026-02-01',
  in_force_at = now() WHERE number = 2`;

/** The council's step of the draft: whether it is required, and who did it when. */
const stepOfDraft = (values: string) => `INSERT INTO plan_version_step VALUES (${id('draft')}, 'council', ${values})`;

/** An entry of five cents with these postings. */
const entryOfFive = (...postings: [account: string, amountCents: number][]) =>
  [
    `INSERT INTO ledger_entry (id, line_id, cause, amount_cents, subject_type, subject_id)
     VALUES ('${nobody}', ${id('line')}, 'commit', 5, 'decision', ${id('decision')})`,
    ...postings.map(([account, cents]) => `INSERT INTO ledger_posting VALUES ('${nobody}', ${id(account)}, ${cents})`),
  ].join(';');

/** Journal, access and organisations. */
export const triggersOfAccess: TriggerProofs = {
  journal: {
    journal_append_only: isAppendOnly("UPDATE journal SET type = 'call.opened'", {
      given: 'DELETE FROM journal_unsealed',
      sql: 'DELETE FROM journal WHERE id = 2',
    }),
    journal_no_truncate: isAppendOnly({
      sql: 'TRUNCATE journal',
      without: [
        'ALTER TABLE journal_seal DROP CONSTRAINT journal_seal_journal_id_fkey',
        'ALTER TABLE journal_unsealed DROP CONSTRAINT journal_unsealed_journal_id_fkey',
      ],
    }),
    journal_awaits_seal: refuses(
      'journal_unsealed_pkey',
      `INSERT INTO journal (type, subject_type, subject_id) VALUES ('call.opened', 'call', ${id('call')});
       INSERT INTO journal_unsealed SELECT max(id) FROM journal`,
    ),
  },
  journal_seal: {
    journal_seal_append_only: isAppendOnly('UPDATE journal_seal SET sealed_at = now()', 'DELETE FROM journal_seal'),
    journal_seal_no_truncate: isAppendOnly('TRUNCATE journal_seal'),
  },
  stored_file: {
    stored_file_scan: refuses('an infected file stays infected', {
      given: "UPDATE stored_file SET scan_state = 'infected'",
      sql: "UPDATE stored_file SET scan_state = 'clean'",
    }),
  },
  person: {
    person_lifecycle: notAllowed(
      copy('person', { email: 'new@example.org' }),
      "UPDATE person SET state = 'unconfirmed'",
    ),
  },
  person_role: {
    person_role_separation: [
      ...apart.map(([one, other]) => ({
        given: `UPDATE person_role SET role = '${other}'`,
        sql: `INSERT INTO person_role (person_id, role) VALUES (${id('officer')}, '${one}')`,
        refusal: 'person_role_separation',
      })),
      {
        given: `INSERT INTO person_role (person_id, role) VALUES (${id('officer')}, 'reviewer')`,
        sql: "UPDATE person_role SET role = 'controller' WHERE role = 'reviewer'",
        refusal: 'person_role_separation',
      },
    ],
  },
  organisation_member: {
    organisation_member_representative: refuses(
      'organisation_member_representative',
      'DELETE FROM organisation_member',
      "UPDATE organisation_member SET role = 'editor'",
    ),
  },
  bank_account: {
    bank_account_lifecycle: notAllowed(
      copy('bank_account', { state: 'refused' }),
      "UPDATE bank_account SET state = 'refused' WHERE state = 'verified'",
    ),
  },
};

/** Plan and ledger. */
export const triggersOfPlan: TriggerProofs = {
  plan_version: {
    plan_version_lifecycle: notAllowed(
      { sql: copy('plan_version', { number: 3, state: 'superseded' }), without: onPlan },
      "UPDATE plan_version SET state = 'approved' WHERE number = 1",
    ),
    plan_version_sum: refuses(
      'plan_version_sum',
      copy('plan_version', { number: 3 }, 'number = 2'),
      'UPDATE plan_version SET unassigned_cents = 399 WHERE number = 2',
      'UPDATE plan_version SET total_cents = 1001 WHERE number = 2',
    ),
    plan_version_approval: [
      ...refuses('plan_version_four_eyes', {
        given: `${handedIn}; INSERT INTO plan_version_drafter VALUES (${id('draft')}, ${id('controller')})`,
        sql: `UPDATE plan_version SET state = 'approved', approved_by = ${id('controller')} WHERE number = 2`,
      }),
      ...refuses('plan_version_after_accounts', {
        given: `${approved}; UPDATE plan_version SET stage = 'definitive' WHERE number = 2`,
        sql: takesForce,
      }),
      ...refuses(
        'plan_version_steps_done',
        ...['finance-advice', 'budget-agreement', 'council'].map((kind) => ({
          given: `${approved}; INSERT INTO plan_version_step VALUES (${id('draft')}, '${kind}', true)`,
          sql: takesForce,
        })),
      ),
    ],
    plan_version_figures: refuses(
      'the figures of a plan',
      ...[
        'total_cents = 1001',
        'unassigned_cents = 1',
        "stage = 'definitive'",
        `plan_id = ${id('next plan')}`,
        'number = 9',
        `drafted_by = ${id('controller')}`,
        "decree_reference = 'KB 9'",
        "decree_on = '2020-01-01'",
        "source = 'x'",
      ].map((change) => ({
        sql: `UPDATE plan_version SET ${change} WHERE number = 1`,
        without: [...onPlan, 'ALTER TABLE plan_version DROP CONSTRAINT plan_version_balanced'],
      })),
    ),
  },
  plan_version_step: {
    plan_version_step_turn: refuses(
      'plan_version_step_turn',
      stepOfDraft(`false, '2026-01-01', 'nr. 7', ${id('minister')}, now()`),
      {
        given: `${approved}; ${stepOfDraft('false')}`,
        sql: 'UPDATE plan_version_step SET is_required = NOT is_required',
      },
      { given: approved, sql: stepOfDraft('true') },
      "UPDATE plan_version_step SET done_on = '2026-01-02'",
      'UPDATE plan_version_step SET done_on = NULL, reference = NULL, recorded_by = NULL, recorded_at = NULL',
      {
        given: `${approved}; ${stepOfDraft('false')}; UPDATE plan_version_step SET kind = 'publication'
          WHERE version_id = ${id('draft')}`,
        sql: `UPDATE plan_version_step SET done_on = '2026-01-01', reference = 'nr. 7', recorded_by = ${id('minister')},
          recorded_at = now() WHERE version_id = ${id('draft')}`,
      },
    ),
  },
  plan_version_line_predecessor: {
    plan_version_line_predecessor_draft: refuses(
      'plan_version_line_draft',
      `INSERT INTO plan_version_line_predecessor VALUES (${id('version')}, ${id('line')}, ${id('heading')})`,
    ),
  },
  plan_version_line: {
    // A line that comes, changes or goes makes the sum of its version be checked: that is all that these three do.
    plan_version_line_come: refuses(
      'plan_version_sum',
      `INSERT INTO plan_version_line (version_id, line_id, position, code, kind, label, amount_cents)
       VALUES (${id('draft')}, ${id('new line')}, 1, '3', 'nominative', ${words}, 1)`,
    ),
    plan_version_line_change: refuses(
      'plan_version_sum',
      `UPDATE plan_version_line SET amount_cents = 601 WHERE version_id = ${id('draft')}`,
    ),
    plan_version_line_go: refuses(
      'plan_version_sum',
      `DELETE FROM plan_version_line WHERE version_id = ${id('draft')}`,
    ),
    plan_version_line_draft: refuses(
      'plan_version_line_draft',
      `INSERT INTO plan_version_line (version_id, line_id, position, code, kind, label, is_pm)
       VALUES (${id('version')}, ${id('new line')}, 1, '3', 'nominative', ${words}, true)`,
      `UPDATE plan_version_line SET legal_ground = 'x' WHERE version_id = ${id('version')}`,
      {
        given: `INSERT INTO plan_version_line (version_id, line_id, position, code, kind, label, is_pm)
          VALUES (${id('version')}, ${id('new line')}, 1, '3', 'nominative', ${words}, true)`,
        sql: `UPDATE plan_version_line SET version_id = ${id('draft')} WHERE line_id = ${id('new line')}`,
      },
      {
        given: `INSERT INTO plan_version_line (version_id, line_id, position, code, kind, label, is_pm)
          VALUES (${id('version')}, ${id('new line')}, 1, '3', 'nominative', ${words}, true)`,
        sql: `DELETE FROM plan_version_line WHERE line_id = ${id('new line')}`,
      },
    ),
  },
  ledger_entry: {
    ledger_entry_append_only: isAppendOnly("UPDATE ledger_entry SET cause = 'return'", {
      given: 'DELETE FROM ledger_posting',
      sql: 'DELETE FROM ledger_entry',
    }),
    ledger_entry_balance: refuses(
      'ledger_entry_balance',
      ...[
        entryOfFive(),
        entryOfFive(['available', -5], ['committed', 4]),
        entryOfFive(['available', -4], ['committed', 4]),
        entryOfFive(['available', -5], ['elsewhere', 5]),
        entryOfFive(['source', -5], ['available', 4], ['committed', 1]),
      ].map((sql) => ({
        given: `INSERT INTO ledger_account (id, line_id, kind) VALUES (${id('elsewhere')}, ${id('heading')}, 'available')`,
        sql,
        without: ['DROP TRIGGER ledger_posting_balance ON ledger_posting'],
      })),
    ),
  },
  ledger_posting: {
    ledger_posting_append_only: isAppendOnly(
      'UPDATE ledger_posting SET amount_cents = amount_cents * 2',
      'DELETE FROM ledger_posting',
    ),
    ledger_posting_balance: refuses(
      'ledger_entry_balance',
      `INSERT INTO ledger_posting VALUES (${id('allocation')}, ${id('committed')}, 1)`,
    ),
    ledger_posting_apply: refuses(
      'ledger_account_not_overspent',
      `INSERT INTO ledger_entry (id, line_id, cause, amount_cents, subject_type, subject_id)
         VALUES ('${nobody}', ${id('line')}, 'commit', 701, 'decision', ${id('decision')});
       INSERT INTO ledger_posting VALUES ('${nobody}', ${id('available')}, -701), ('${nobody}', ${id('committed')}, 701)`,
    ),
  },
};
