import {
  applicationLifecycle,
  assignmentLifecycle,
  bankAccountLifecycle,
  callLifecycle,
  decisionLifecycle,
  directFileLifecycle,
  fileLanguages,
  languages,
  lineKinds,
  overrunLifecycle,
  paymentLifecycle,
  planLifecycle,
  reductionKinds,
  reductionLifecycle,
  repaymentKinds,
  repaymentLifecycle,
  roles,
  yearClosingLifecycle,
} from '@commonlot/domain';
import { getMetadataArgsStorage } from 'typeorm';
import { entities } from '../entities.js';
import { TestApi } from './test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.start();
});
afterAll(() => api.stop());

const lifecycles = {
  application: applicationLifecycle,
  'review-assignment': assignmentLifecycle,
  'bank-account': bankAccountLifecycle,
  call: callLifecycle,
  'decision-batch': decisionLifecycle,
  'direct-file': directFileLifecycle,
  payment: paymentLifecycle,
  'award-reduction': reductionLifecycle,
  repayment: repaymentLifecycle,
  'plan-version': planLifecycle,
  overrun: overrunLifecycle,
  'year-closing': yearClosingLifecycle,
};

/** The list in a CHECK constraint of the column, in order. */
async function allowedValues(table: string, column: string): Promise<string[]> {
  const rows = await api.sql<{ definition: string }>(
    `SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conrelid = $1::regclass AND contype = 'c'`,
    [table],
  );
  const list = rows.find(({ definition }) => definition.startsWith(`CHECK ((${column} = ANY (ARRAY[`));
  return [...(list?.definition ?? '').matchAll(/'([a-z-]+)'::text/g)].map(([, value]) => value ?? '');
}

it.each(
  Object.entries(lifecycles),
)('%s moves in the database as the table of the domain says', async (noun, lifecycle) => {
  const rows = await api.sql<{ from_state: string; action: string; to_state: string }>(
    'SELECT from_state, action, to_state FROM lifecycle_move WHERE noun = $1',
    [noun],
  );
  const stored = rows.map((row) => `${row.from_state} ${row.action} ${row.to_state}`).sort();
  const expected = [
    ` create ${lifecycle.initial}`,
    ...lifecycle.moves.map((move) => `${move.from} ${move.action} ${move.to}`),
  ].sort();
  expect(stored).toEqual(expected);
});

it.each(Object.entries(lifecycles))('%s has the states of the domain in its constraint', async (noun, lifecycle) => {
  expect((await allowedValues(noun.replaceAll('-', '_'), 'state')).sort()).toEqual([...lifecycle.states].sort());
});

it('knows the same roles and kinds of lines in domain and database', async () => {
  expect((await allowedValues('person_role', 'role')).sort()).toEqual([...roles].sort());
  expect((await allowedValues('plan_version_line', 'kind')).sort()).toEqual([...lineKinds].sort());
  expect((await allowedValues('award_reduction', 'kind')).sort()).toEqual([...reductionKinds].sort());
  expect((await allowedValues('repayment', 'kind')).sort()).toEqual([...repaymentKinds].sort());
});

it('knows the same languages of screens and of files in domain and database', async () => {
  for (const [table, column] of [
    ['person', 'screen_language'],
    ['outgoing_mail', 'language'],
  ] as const) {
    expect((await allowedValues(table, column)).sort()).toEqual([...languages].sort());
  }
  for (const [table, column] of [
    ['application', 'file_language'],
    ['direct_file', 'file_language'],
    ['decision', 'language'],
  ] as const) {
    expect((await allowedValues(table, column)).sort()).toEqual([...fileLanguages].sort());
  }
});

it('has every column of every entity in the migrated database, as nullable as the entity says', async () => {
  const columns = await api.sql<{ name: string; nullable: boolean }>(
    `SELECT table_name || '.' || column_name AS name, is_nullable = 'YES' AS nullable
     FROM information_schema.columns WHERE table_schema = 'public'`,
  );
  const known = new Map(columns.map(({ name, nullable }) => [name, nullable]));
  const storage = getMetadataArgsStorage();
  const faults = (entities as readonly unknown[]).flatMap((entity) => {
    const table = storage.tables.find(({ target }) => target === entity)?.name ?? '?';
    return storage.columns
      .filter(({ target }) => target === entity)
      .flatMap(({ propertyName, options }) => {
        const column = options.name ?? propertyName.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
        const nullable = known.get(`${table}.${column}`);
        if (nullable === undefined) return [`${table}.${column} is missing`];
        return nullable === (options.nullable === true)
          ? []
          : [`${table}.${column} is ${nullable ? '' : 'not '}nullable`];
      });
  });
  expect(faults).toEqual([]);
});

it.each([
  'UPDATE journal SET type = $$x.y$$',
  'DELETE FROM journal',
  'TRUNCATE journal',
  'UPDATE ledger_entry SET amount_cents = 1',
  'DELETE FROM ledger_entry',
  'UPDATE ledger_posting SET amount_cents = 1',
  'UPDATE ledger_account SET balance_cents = 1',
  'DELETE FROM ledger_account',
  'UPDATE ledger_line_balance SET available_cents = 1',
  'DELETE FROM application',
  'DELETE FROM plan_version',
  'UPDATE bank_account SET iban = $$BE68539007547034$$',
  'UPDATE stored_file SET sha256 = $$0$$',
  'INSERT INTO lifecycle_move VALUES ($$application$$, $$draft$$, $$x$$, $$awarded$$)',
  'CREATE TABLE mischief (id int)',
  'ALTER TABLE ledger_account DROP CONSTRAINT ledger_account_not_overspent',
])('the API itself may not: %s', async (statement) => {
  const client = await api.database.owner.connect();
  try {
    await client.query('BEGIN; SET LOCAL ROLE commonlot_app');
    await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
});

it('the journal refuses changes by the owner too', async () => {
  await api.sql(
    `INSERT INTO journal (type, subject_type, subject_id) VALUES ('person.tested', 'person', gen_random_uuid())`,
  );
  await expect(api.sql(`UPDATE journal SET type = 'person.changed'`)).rejects.toThrow('append-only');
  await expect(api.sql('DELETE FROM journal')).rejects.toThrow('append-only');
  await expect(api.sql('TRUNCATE journal CASCADE')).rejects.toThrow('append-only');
});

it('the role of the public site reads the register and nothing else', async () => {
  const client = await api.database.owner.connect();
  try {
    await client.query('BEGIN; SET LOCAL ROLE commonlot_register');
    await client.query('SELECT * FROM register.award');
    await client.query('SAVEPOINT before');
    await expect(client.query('SELECT * FROM public.application')).rejects.toMatchObject({ code: '42501' });
    await client.query('ROLLBACK TO before');
    await expect(client.query('DELETE FROM register.award')).rejects.toMatchObject({ code: '42501' });
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
});
