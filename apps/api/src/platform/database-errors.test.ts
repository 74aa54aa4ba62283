import { Problem } from '@commonlot/domain';
import { TestApi } from '../testing/test-api.js';
import { translateDatabaseError } from './database-errors.js';
import { Transactions } from './transactions.js';
import { systemActor, type Tx } from './tx.js';

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.start({ processes: 2 });
});
afterAll(() => api.stop());

const attempt = (...statements: string[]) =>
  api.get(Transactions).run(systemActor, async (tx) => {
    for (const statement of statements) await tx.query(statement);
  });
const away = new Problem('service.unavailable');

test('a statement that takes too long is "not now" and no bug', async () => {
  await expect(attempt('SET LOCAL statement_timeout = 20', 'SELECT pg_sleep(5)')).rejects.toEqual(away);
});

test('a lock that does not come is "not now" and no bug', async () => {
  await api.sql(
    'CREATE TABLE held (number int); INSERT INTO held VALUES (1); GRANT SELECT, UPDATE ON held TO commonlot_app',
  );
  await api.get(Transactions, 1).run(systemActor, async (tx) => {
    await tx.query('SELECT * FROM held FOR UPDATE');
    await expect(attempt('SET LOCAL lock_timeout = 20', 'SELECT * FROM held FOR UPDATE')).rejects.toEqual(away);
  });
});

test('a connection that the server ends, in a statement or between two, is "not now" and no bug', async () => {
  const ended = (after: (tx: Tx) => Promise<unknown>) =>
    api.get(Transactions).run(systemActor, async (tx) => {
      const [me] = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await Promise.all([after(tx), api.sql('SELECT pg_terminate_backend($1, 1000)', [me?.pid])]);
      await new Promise((resolve) => setTimeout(resolve, 50));
      await tx.query('SELECT 1');
    });
  await expect(ended((tx) => tx.query('SELECT pg_sleep(5)'))).rejects.toEqual(away);
  await expect(ended(() => Promise.resolve())).rejects.toEqual(away);
});

test.each([
  ['a refused connection', Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })],
  ['a name that is not found for the moment', Object.assign(new Error('getaddrinfo'), { code: 'EAI_AGAIN' })],
  ['a connection that ended without a word', new Error('Connection terminated unexpectedly')],
  ['a pool without a connection to spare', new Error('timeout exceeded when trying to connect')],
  ['a full disk', Object.assign(new Error('could not extend file'), { code: '53100' })],
  ['too many connections', Object.assign(new Error('sorry, too many clients already'), { code: '53300' })],
  ['two transactions in each other’s way', Object.assign(new Error('deadlock detected'), { code: '40P01' })],
])('%s is "not now"', (_case, error) => {
  expect(translateDatabaseError(error)).toEqual(away);
  expect(translateDatabaseError({ driverError: error })).toEqual(away);
});

test.each([
  ['a wrong statement', Object.assign(new Error('syntax error'), { code: '42601' })],
  ['a right that is missing', Object.assign(new Error('permission denied'), { code: '42501' })],
  ['a bug', new TypeError('x is not a function')],
])('%s stays what it is', (_case, error) => {
  expect(translateDatabaseError(error)).toBe(error);
});
