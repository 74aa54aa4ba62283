import { access } from '@commonlot/contracts';
import { Clock } from '../../platform/clock.js';
import { readConfig } from '../../platform/config.js';
import { seed } from '../../seed/seed.js';
import { givenAccount, linkTokenTo, mailsTo } from '../given-access.js';
import { TestApi } from '../test-api.js';

const production = {
  COMMONLOT_MODE: 'production',
  SMTP_URL: 'smtp://localhost:2525',
  PUBLIC_URL: 'https://commonlot.example',
};

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.start();
});
afterAll(() => api.stop());

test('a migrated system has no account, and nobody can sign in', async () => {
  expect(await api.sql('SELECT 1 FROM person')).toEqual([]);
  for (const email of ['admin@commonlot.example', 'administrator@demo.commonlot.invalid', 'root@localhost.be']) {
    const answer = await api.call(access.signIn, { body: { email, password: 'admin' } });
    expect(answer.status).toBe(401);
  }
});

test('a production system is never filled with invented people, and its clock is that of the database', async () => {
  const strict = await TestApi.start({ settings: production });
  await expect(
    seed(readConfig({ ...production, DATABASE_URL: strict.database.url, FILES_DIRECTORY: '/nowhere' })),
  ).rejects.toThrow('A production system is never filled with the demonstration.');
  expect(() => strict.get(Clock).set(new Date('2030-01-01'))).toThrow('cannot be moved');
  expect(await strict.sql('SELECT 1 FROM person')).toEqual([]);
  await strict.stop();
});

test('a password counts to its last letter, by its capitals and by its spaces', async () => {
  const password = `${'vier woorden en nog wat meer '.repeat(4)}A`;
  expect(password.length).toBeGreaterThan(72);
  const person = await givenAccount(api, { password });
  for (const wrong of [
    password.replace(/A$/, 'B'),
    password.slice(0, 72),
    password.toLowerCase(),
    `${password} `,
    ` ${password}`,
    password.replace('  ', ' ').trimEnd().slice(0, -1),
  ]) {
    const problem = await api.refused(
      access.signIn,
      { body: { email: person.email, password: wrong } },
      { headers: { 'x-forwarded-for': `198.51.100.${wrong.length}` } },
    );
    expect(problem.code).toBe('session.wrong-credentials');
  }
  await api.ok(access.signIn, { body: { email: person.email, password } });
});

test('a mailed link holds 256 random bits, which stand nowhere but in the mail', async () => {
  const person = await givenAccount(api);
  const tokens: string[] = [];
  for (let count = 0; count < 3; count += 1) {
    await api.ok(access.requestPasswordReset, { body: { email: person.email, screenLanguage: 'nl' } });
    tokens.push(await linkTokenTo(api, person.email));
  }
  expect(new Set(tokens).size).toBe(3);
  for (const token of tokens) {
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(await api.sql('SELECT 1 FROM one_time_link l WHERE l::text LIKE $1', [`%${token}%`])).toEqual([]);
  }
});

test('no header of a client changes where a mailed link leads', async () => {
  const email = 'poisoned@choir.example';
  const body = { email, name: 'Léa Peeters', password: 'tram langs het kanaal', screenLanguage: 'nl' as const };
  const headers = {
    host: 'evil.example',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'http',
    forwarded: 'host=evil.example;proto=http',
    'x-original-url': 'https://evil.example/',
  };
  await api.ok(access.signUp, { body }, { headers });
  const [mail] = await mailsTo(api, email);
  expect(mail?.body).toContain('http://localhost:3000/nl/bevestigen?token=');
  expect(mail?.body).not.toContain('evil.example');
});
