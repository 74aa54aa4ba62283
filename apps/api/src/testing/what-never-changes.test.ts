import pg from 'pg';
import { type GivenPlan, givenDraft, givenLine, givenPlanInForce } from './given-plan.js';
import { TestApi } from './test-api.js';

/** The right is not given at all, or a trigger refuses, as what a row restricts or as a constraint that it checks. */
const refusals = { 'no right': '42501', 'a trigger': '23001', 'a constraint': '23514' } as const;
type Refusal = keyof typeof refusals;

const inForce = `version_id = (SELECT id FROM plan_version WHERE state = 'in-force')`;
const draft = `(SELECT id FROM plan_version WHERE state = 'draft')`;
const aLine = '(SELECT line_id FROM plan_version_line WHERE is_pm LIMIT 1)';

/** What whoever speaks to the database as the API may not do, however the code of the API changes. */
const statements: readonly (readonly [of: string, refusal: Refusal, statement: string])[] = [
  ['entries of the ledger', 'no right', 'UPDATE ledger_entry SET amount_cents = amount_cents + 1'],
  ['entries of the ledger', 'no right', "UPDATE ledger_entry SET cause = 'pay'"],
  ['entries of the ledger', 'no right', 'UPDATE ledger_entry SET actor_id = NULL'],
  ['entries of the ledger', 'no right', 'DELETE FROM ledger_entry'],
  ['entries of the ledger', 'no right', 'TRUNCATE ledger_entry CASCADE'],
  ['postings', 'no right', 'UPDATE ledger_posting SET amount_cents = -amount_cents'],
  ['postings', 'no right', 'UPDATE ledger_posting SET account_id = account_id'],
  ['postings', 'no right', 'DELETE FROM ledger_posting'],
  ['postings', 'no right', 'TRUNCATE ledger_posting'],
  ['balances', 'no right', 'UPDATE ledger_account SET balance_cents = 1'],
  ['balances', 'no right', 'UPDATE ledger_account SET subject_id = NULL'],
  ['balances', 'no right', 'DELETE FROM ledger_account'],
  ['balances', 'no right', 'UPDATE ledger_line_balance SET available_cents = 1'],
  ['balances', 'no right', 'DELETE FROM ledger_line_balance'],
  [
    'balances',
    'no right',
    `INSERT INTO ledger_account (line_id, kind, balance_cents) SELECT id, 'available', 5 FROM plan_line LIMIT 1`,
  ],

  ['lines in force', 'a trigger', `UPDATE plan_version_line SET amount_cents = 1 WHERE ${inForce} AND code = '1.1'`],
  ['lines in force', 'a trigger', `UPDATE plan_version_line SET code = '9' WHERE ${inForce} AND code = '1.1'`],
  ['lines in force', 'a trigger', `UPDATE plan_version_line SET label = label WHERE ${inForce}`],
  ['lines in force', 'a trigger', `UPDATE plan_version_line SET legal_ground = 'x' WHERE ${inForce}`],
  ['lines in force', 'a trigger', `UPDATE plan_version_line SET beneficiary_number = NULL WHERE ${inForce}`],
  // A line without an amount leaves every sum as it was: no other promise would notice that it is gone.
  ['lines in force', 'a trigger', `UPDATE plan_version_line SET version_id = ${draft} WHERE ${inForce} AND is_pm`],
  ['lines in force', 'a trigger', `DELETE FROM plan_version_line WHERE ${inForce} AND is_pm`],
  ['lines in force', 'a trigger', `DELETE FROM plan_version_line WHERE ${inForce}`],
  [
    'lines in force',
    'a trigger',
    `INSERT INTO plan_version_line (version_id, line_id, position, code, kind, label, is_pm)
       SELECT version_id, (SELECT id FROM plan_line WHERE id <> ALL (ARRAY(SELECT line_id FROM plan_version_line
         WHERE ${inForce})) LIMIT 1), 99, '9', kind, label, true FROM plan_version_line WHERE ${inForce} AND is_pm`,
  ],
  ['lines in force', 'no right', 'TRUNCATE plan_version_line CASCADE'],
  [
    'what a line in force continues',
    'a trigger',
    `INSERT INTO plan_version_line_predecessor SELECT version_id, line_id, ${aLine} FROM plan_version_line
     WHERE ${inForce} AND code = '1.1'`,
  ],
  ['lines that money hangs on', 'no right', 'UPDATE plan_line SET plan_id = plan_id'],
  ['lines that money hangs on', 'no right', 'DELETE FROM plan_line'],

  ...['total_cents = total_cents + 1', 'unassigned_cents = 1', "stage = 'definitive'", 'number = 9']
    .concat(['plan_id = gen_random_uuid()', 'drafted_by = approved_by'])
    .concat(["decree_reference = 'Another decree'", "decree_on = '2020-01-01'", "in_force_at = '2020-01-01Z'"])
    .concat([
      'approved_by = submitted_by',
      'submitted_by = approved_by',
      "source = 'x'",
      `remark = '{"nl": "x", "fr": "x"}'`,
    ])
    .map(
      (change) =>
        ['a version in force', 'a trigger', `UPDATE plan_version SET ${change} WHERE state = 'in-force'`] as const,
    ),
  ['a version in force', 'a trigger', "UPDATE plan_version SET state = 'draft' WHERE state = 'in-force'"],
  ['a version in force', 'a trigger', "UPDATE plan_version SET state = 'approved' WHERE state = 'in-force'"],
  ['a version in force', 'no right', "DELETE FROM plan_version WHERE state = 'in-force'"],
  ['who drafted', 'no right', 'UPDATE plan_version_drafter SET person_id = person_id'],
  ['who drafted', 'no right', 'DELETE FROM plan_version_drafter'],
  [
    'steps of a version in force',
    'a constraint',
    `INSERT INTO plan_version_step SELECT id, 'council', true FROM plan_version WHERE state = 'in-force'`,
  ],
  ['steps of a version in force', 'no right', 'DELETE FROM plan_version_step'],

  ['the journal', 'no right', "UPDATE journal SET type = 'plan-version.created'"],
  ['the journal', 'no right', `UPDATE journal SET data = '{}'`],
  ['the journal', 'no right', 'DELETE FROM journal'],
  ['the journal', 'no right', 'TRUNCATE journal'],
  ['the seals of the journal', 'no right', "UPDATE journal_seal SET hash = repeat('0', 64)"],
  ['the seals of the journal', 'no right', 'DELETE FROM journal_seal'],

  ['what guards them', 'no right', 'ALTER TABLE ledger_entry DISABLE TRIGGER ALL'],
  ['what guards them', 'no right', 'DROP TRIGGER plan_version_line_draft ON plan_version_line'],
  ['what guards them', 'no right', 'ALTER TABLE plan_version DROP CONSTRAINT plan_version_balanced'],
  ['what guards them', 'no right', "SET session_replication_role = 'replica'"],
];

let api: TestApi;
let role: pg.Pool;
let plan: GivenPlan;
beforeAll(async () => {
  api = await TestApi.start();
  plan = await givenPlanInForce(api);
  // A draft beside it, whose lines are free: what is refused is refused of the plan in force.
  await givenDraft(api, plan.drafter, { lines: [givenLine('7', { amountCents: 500 as never })] });
  role = new pg.Pool({ connectionString: api.database.url, options: '-c role=commonlot_app', max: 1 });
});
afterAll(async () => {
  await role.end();
  await api.stop();
});

/** Everything that the statements are about, as one hash. */
const content = async () => {
  const tables = [
    ...['ledger_entry', 'ledger_posting', 'ledger_account', 'ledger_line_balance'],
    ...['plan_version', 'plan_version_line', 'journal'],
  ];
  const hashes = tables.map((table) => `(SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM ${table} t)`);
  return api.sql(`SELECT ${hashes.map((hash, index) => `${hash} AS t${index}`).join(', ')}`);
};

test.each(statements)('%s: %s refuses %s', async (_of, refusal, statement) => {
  const before = await content();
  await expect(role.query(statement)).rejects.toMatchObject({ code: refusals[refusal] });
  expect(await content()).toEqual(before);
});

test.each(['ledger_entry', 'ledger_posting', 'journal'])('not even the owner of %s deletes from it', async (table) => {
  await expect(api.sql(`DELETE FROM ${table}`)).rejects.toMatchObject({ code: '23001' });
});

test('lines of a draft change as the same role, so that the refusals are about the plan in force', async () => {
  const { rowCount } = await role.query(`UPDATE plan_version_line SET legal_ground = 'x' WHERE version_id = ${draft}`);
  expect(rowCount).toBe(1);
});
