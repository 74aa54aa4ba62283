import pg from 'pg';
import { cloneDatabase, type TestDatabase } from '../test-database.js';
import { type Cut, FaultProxy } from './fault-proxy.js';

let database: TestDatabase;
let proxy: FaultProxy;
beforeAll(async () => {
  database = await cloneDatabase();
  proxy = await FaultProxy.start(database.url);
  await database.owner.query('CREATE TABLE mark (number int)');
});
beforeEach(async () => {
  proxy.arm(null);
  proxy.delayMs = 0;
  await database.owner.query('TRUNCATE mark');
});
afterAll(async () => {
  await proxy.stop();
  await database.drop();
});

/** Runs with a connection through the proxy that is open already. */
async function connected<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: proxy.url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

const marks = async () => {
  const { rows } = await database.owner.query<{ number: number }>('SELECT number FROM mark ORDER BY 1');
  return rows.map(({ number }) => number);
};
/** Writes a mark in one simple statement: 'Q' asks it, 'C' and 'Z' answer. */
const write = (cut: Cut | null) =>
  connected(async (client) => {
    proxy.arm(cut);
    return client.query('INSERT INTO mark VALUES (1)').then(
      () => 'answered',
      (error: Error & { code?: string }) => error.code ?? error.message,
    );
  });
const end = (message: number, place: Cut['place']): Cut => ({ message, place, by: 'end' });

test('counts the messages of both directions in their order', async () => {
  expect(await write(null)).toBe('answered');
  expect(proxy.messages.slice(0, 3).map(({ way, kind }) => `${way} ${kind}`)).toEqual([
    'asked Q',
    'answered C',
    'answered Z',
  ]);
  expect(proxy.hasFired).toBe(false);
});

test.each([
  ['before the question nothing is done', end(1, 'before'), []],
  ['within the question nothing is done', end(1, 'within'), []],
  ['after the question it is done and nobody hears of it', end(1, 'after'), [1]],
  ['before the answer it is done and nobody hears of it', end(2, 'before'), [1]],
  ['within the answer it is done and nobody hears of it', end(2, 'within'), [1]],
])('cut %s', async (_case, cut, expected) => {
  expect(await write(cut)).toBe('Connection terminated unexpectedly');
  expect(proxy.hasFired).toBe(true);
  const isThere = async () => (await marks()).length === expected.length;
  for (let tries = 0; tries < 200 && !(await isThere()); tries += 1) await new Promise((done) => setTimeout(done, 5));
  expect(await marks()).toEqual(expected);
});

test('a cut after the last answer is not noticed', async () => {
  expect(await write(end(3, 'after'))).toBe('answered');
});

test('a reset is another failure than an end', async () => {
  expect(await write({ message: 2, place: 'before', by: 'reset' })).toBe('ECONNRESET');
});

test('leads to the database that it is told, whichever was asked for', async () => {
  const name = new URL(database.url).pathname.slice(1);
  const ask = () => connected(async (client) => (await client.query('SELECT current_database() AS name')).rows[0].name);
  expect(await ask()).toBe(name);
  proxy.database = 'postgres';
  try {
    expect(await ask()).toBe('postgres');
  } finally {
    proxy.database = name;
  }
});

test('delays each message and changes nothing', async () => {
  await connected(async (client) => {
    proxy.delayMs = 20;
    const start = performance.now();
    await client.query('INSERT INTO mark VALUES (1)');
    expect(performance.now() - start).toBeGreaterThanOrEqual(60);
  });
  proxy.delayMs = 0;
  expect(await marks()).toEqual([1]);
});

test('ends connections that are idle', async () => {
  await connected(async (client) => {
    const ended = new Promise((resolve) => client.once('end', resolve));
    proxy.cutAll();
    await ended;
    await expect(client.query('SELECT 1')).rejects.toThrow();
  });
});
