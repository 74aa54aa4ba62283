import { TestApi } from '../testing/test-api.js';
import { readConfig } from './config.js';
import { Database } from './database.js';
import { requireDurableDatabase } from './database-durability.js';

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.start();
});
afterAll(() => api.stop());

const DATABASE_URL = 'postgres://localhost/commonlot';
const production = readConfig({
  DATABASE_URL,
  COMMONLOT_MODE: 'production',
  PUBLIC_URL: 'https://commonlot.example',
  SMTP_URL: 'smtp://mail.example',
});
const saying = (...names: string[]) => ({ rows: <T>() => Promise.resolve(names.map((name) => ({ name })) as T[]) });

it('asks the database what it has switched off', async () => {
  // The database of tests is quick and not durable; one that somebody made durable for a test has nothing off.
  const settings = await api.sql<{ name: string }>(
    `SELECT name FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off' ORDER BY 1`,
  );
  const check = requireDurableDatabase(production, api.get(Database));
  if (settings.length === 0) await expect(check).resolves.toBeUndefined();
  else await expect(check).rejects.toThrow(settings.map(({ name }) => name).join(', '));
});

it('refuses production in one sentence that names each setting', async () => {
  await expect(requireDurableDatabase(production, saying('fsync', 'full_page_writes'))).rejects.toThrow(
    'PostgreSQL can lose what it has acknowledged: switch on fsync, full_page_writes and start again.',
  );
  await expect(requireDurableDatabase(production, saying())).resolves.toBeUndefined();
});

it('lets a demonstration and a test work on a quick database', async () => {
  const demonstration = readConfig({ DATABASE_URL, COMMONLOT_MODE: 'demonstration' });
  await expect(requireDurableDatabase(demonstration, saying('fsync'))).resolves.toBeUndefined();
});
