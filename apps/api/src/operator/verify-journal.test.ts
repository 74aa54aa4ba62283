import type pg from 'pg';
import { SealJournal } from '../platform/seal-journal.js';
import { sentenceOf, verifyJournal } from '../platform/verify-journal.js';
import { TestApi } from '../testing/test-api.js';
import { rowsOf } from './verify-journal.js';

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.start();
});
afterAll(() => api.stop());

/** Entries as use cases write them, with every sort of value that a column may hold. */
async function write(count: number): Promise<void> {
  await api.sql(
    `INSERT INTO journal (actor_id, actor_roles, type, subject_type, subject_id, data)
     SELECT CASE WHEN n % 2 = 0 THEN gen_random_uuid() END, CASE n % 3 WHEN 0 THEN '{}' ELSE '{officer,"two words"}'::text[] END,
       'person.tested', 'person', gen_random_uuid(), jsonb_build_object('after', jsonb_build_object('n', n, 'text', E'é "\\\\" \\t \\u0001 €'))
     FROM generate_series(1, $1::int) AS n`,
    [count],
  );
}
const seal = () => api.get(SealJournal).run();

/** What the verifier says after `plant`, which is undone again. */
async function verdictAfter(
  plant: (client: pg.PoolClient) => Promise<unknown>,
  anchors: readonly string[] = [],
): Promise<readonly string[]> {
  const client = await api.database.owner.connect();
  try {
    // As somebody who owns the tables and switches their triggers off.
    await client.query(
      'BEGIN; ALTER TABLE journal DISABLE TRIGGER USER; ALTER TABLE journal_seal DISABLE TRIGGER USER',
    );
    await client.query(`ALTER TABLE journal_seal DROP CONSTRAINT journal_seal_journal_id_fkey`);
    await plant(client);
    return (await verifyJournal(rowsOf(client), anchors)).faults;
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}
const report = async (anchors: readonly string[] = []) => {
  const client = await api.database.owner.connect();
  try {
    return await verifyJournal(rowsOf(client), anchors);
  } finally {
    client.release();
  }
};
const idOf = async (number: number) =>
  (await api.sql<{ id: string }>('SELECT journal_id::text AS id FROM journal_seal WHERE number = $1', [number]))[0]?.id;

it('seals what was committed, in numbers without a gap, and finds nothing wrong with it', async () => {
  await write(7);
  // A rollback uses up an id of the journal and no number of the chain.
  await expect(
    api.sql(`INSERT INTO journal (type, subject_type, subject_id) VALUES ('wrong', 'x', gen_random_uuid())`),
  ).rejects.toThrow('journal_type_check');
  await write(5);
  expect(await report()).toMatchObject({ entries: 0, waiting: 12, anchor: '', faults: [] });
  await seal();
  const first = await report();
  expect(first).toMatchObject({ entries: 12, waiting: 0, faults: [] });
  await write(20);
  await seal();
  await seal();
  expect(await report([first.anchor])).toMatchObject({ entries: 32, waiting: 0, faults: [] });
  const numbers = await api.sql<{ number: string }>(
    'SELECT number::text AS number FROM journal_seal s ORDER BY s.number',
  );
  expect(numbers.map(({ number }) => Number(number))).toEqual(Array.from({ length: 32 }, (_, index) => index + 1));
});

it('seals each entry once when two sealers work at the same time', async () => {
  const two = await TestApi.start({ processes: 2 });
  try {
    await two.sql(
      `INSERT INTO journal (type, subject_type, subject_id) SELECT 'person.tested', 'person', gen_random_uuid() FROM generate_series(1, 500)`,
    );
    await Promise.all([0, 1, 0, 1].map((process) => two.get(SealJournal, process).run()));
    const [row] = await two.sql('SELECT count(*)::int AS n, max(number)::int AS head FROM journal_seal');
    expect(row).toEqual({ n: 500, head: 500 });
  } finally {
    await two.stop();
  }
});

it('does not take a batch that was too large for one sealing for entries that were dated back', async () => {
  const many = await TestApi.start();
  try {
    await many.sql(
      `INSERT INTO journal (type, subject_type, subject_id, written_at) SELECT 'person.tested', 'person', gen_random_uuid(),
         now() - interval '3 days' FROM generate_series(1, 10050)`,
    );
    await many.get(SealJournal).run();
    const client = await many.database.owner.connect();
    const verdict = await verifyJournal(rowsOf(client));
    client.release();
    expect(verdict).toMatchObject({ entries: 10_050, faults: [] });
  } finally {
    await many.stop();
  }
});

describe('tells', () => {
  it('which entry was changed, whatever column it is', async () => {
    // The second batch of two has an actor at even places; the ninth entry is the second of it.
    const id = await idOf(9);
    for (const change of [
      `data = jsonb_set(data, '{after,n}', '8')`,
      `actor_roles = '{}'`,
      `actor_id = NULL`,
      `at = at + interval '1 microsecond'`,
      `subject_id = gen_random_uuid()`,
      `type = 'person.tasted'`,
    ]) {
      const faults = await verdictAfter((client) => client.query(`UPDATE journal SET ${change} WHERE id = $1`, [id]));
      expect([change, faults]).toEqual([
        change,
        [expect.stringMatching(new RegExp(`^Seal 9: journal entry ${id} .* is not what was sealed`))],
      ]);
    }
  });

  it('that an entry is gone, with its seal or without', async () => {
    const id = await idOf(9);
    const without = await verdictAfter((client) => client.query('DELETE FROM journal WHERE id = $1', [id]));
    expect(without).toEqual([`Seal 9: journal entry ${id} is gone.`]);
    const withSeal = await verdictAfter(async (client) => {
      await client.query('DELETE FROM journal_seal WHERE number = 9');
      await client.query('DELETE FROM journal WHERE id = $1', [id]);
    });
    expect(withSeal[0]).toBe('Seal 9 is missing.');
  });

  it('that two entries changed places', async () => {
    const ids = [await idOf(4), await idOf(5)];
    const faults = await verdictAfter((client) =>
      client.query(
        `UPDATE journal a SET data = b.data, subject_id = b.subject_id, actor_id = b.actor_id FROM journal b
         WHERE (a.id, b.id) IN (($1, $2), ($2, $1))`,
        ids,
      ),
    );
    expect(faults[0]).toMatch(/^Seal 4: /);
  });

  it('that an entry was slipped in without the trigger', async () => {
    const faults = await verdictAfter((client) =>
      client.query(
        `INSERT INTO journal (type, subject_type, subject_id) VALUES ('person.tested', 'person', gen_random_uuid())`,
      ),
    );
    expect(faults).toEqual([expect.stringMatching(/has no seal and waits for none/)]);
  });

  it('that an entry was dated back', async () => {
    const faults = await verdictAfter(async (client) => {
      await client.query(`ALTER TABLE journal ENABLE TRIGGER USER`);
      await client.query(
        `INSERT INTO journal (type, subject_type, subject_id, written_at) VALUES ('person.tested', 'person', gen_random_uuid(), now() - interval '2 days')`,
      );
      await client.query('SELECT seal_journal()');
    });
    expect(faults).toEqual([expect.stringMatching(/is dated back to/)]);
  });

  it('by the anchor alone that the tail was cut or the whole chain made anew', async () => {
    const { anchor } = await report();
    const cut = (client: pg.PoolClient) =>
      client.query(`WITH cut AS (DELETE FROM journal_seal WHERE number > 30 RETURNING journal_id)
        DELETE FROM journal WHERE id IN (SELECT journal_id FROM cut)`);
    expect(await verdictAfter(cut)).toEqual([]);
    expect(await verdictAfter(cut, [anchor])).toEqual(['The chain ends at 30, before the anchor 32.']);
    const id = await idOf(9);
    const rebuild = async (client: pg.PoolClient) => {
      await client.query(`UPDATE journal SET type = 'person.tasted' WHERE id = $1`, [id]);
      await client.query('INSERT INTO journal_unsealed SELECT journal_id FROM journal_seal; DELETE FROM journal_seal');
      await client.query('SELECT seal_journal()');
    };
    expect(await verdictAfter(rebuild)).toEqual([]);
    expect(await verdictAfter(rebuild, [anchor])).toEqual(['Seal 32 is not the one that was anchored.']);
    await expect(report(['head'])).rejects.toThrow('"head" is no anchor');
  });
});

it('says the anchor in one line, and what is wrong in another', async () => {
  const { anchor } = await report();
  expect(sentenceOf(await report())).toBe(`The journal holds 32 sealed entries (0 wait); anchor ${anchor}.`);
  expect(() => sentenceOf({ entries: 1, anchor: '1:x', waiting: 0, faults: ['Seal 1 is missing.'] })).toThrow(
    'The journal is not what was sealed.\nSeal 1 is missing.',
  );
});

it.each([
  `INSERT INTO journal_seal VALUES (999, 1, now(), repeat('0', 64))`,
  `UPDATE journal_seal SET hash = repeat('0', 64)`,
  'DELETE FROM journal_seal',
  'DELETE FROM journal_unsealed',
  'INSERT INTO journal_unsealed VALUES (1)',
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

it('the chain refuses changes by the owner too', async () => {
  await expect(api.sql(`UPDATE journal_seal SET hash = repeat('0', 64)`)).rejects.toThrow('append-only');
  await expect(api.sql('DELETE FROM journal_seal')).rejects.toThrow('append-only');
  await expect(api.sql('TRUNCATE journal_seal')).rejects.toThrow('append-only');
});
