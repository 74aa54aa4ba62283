import { access } from '@commonlot/contracts';
import { givenAccount, goodPassword, linkTokenTo, mailsTo, sessionTokenOf } from '../testing/given-access.js';
import { TestApi } from '../testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.start({ processes: 2 });
});
afterAll(() => api.stop());

const body = (email: string) => ({ email, name: 'Léa Peeters', password: goodPassword, screenLanguage: 'nl' as const });

test('an account is opened by a mailed link, which signs in and works once', async () => {
  const email = 'lea@choir.example';
  await api.ok(access.signUp, { body: body('  Lea@Choir.example'.trim()) });
  const [mail] = await mailsTo(api, email);
  expect(mail).toMatchObject({ language: 'nl', subject: 'Bevestig uw e-mailadres' });
  expect(mail?.body).toContain('http://localhost:3000/nl/bevestigen?token=');
  // A stranger could write an advertisement as the name: it is not mailed to an address that nobody confirmed.
  expect(mail?.body).not.toContain('Léa Peeters');

  const token = await linkTokenTo(api, email);
  const before = await api.refused(access.signIn, { body: { email, password: goodPassword } });
  expect(before.code).toBe('session.wrong-credentials');
  const both = await Promise.all(
    [0, 1].map((process) => api.call(access.confirmEmail, { body: { token } }, { process })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
  const opened = both.find(({ status }) => status === 200);
  expect(opened?.body).toMatchObject({ person: { email, name: 'Léa Peeters', roles: [], screenLanguage: 'nl' } });
  expect(opened === undefined ? null : sessionTokenOf(opened)).toMatch(/^[\w-]{43}$/);
  expect(await api.refused(access.confirmEmail, { body: { token } })).toMatchObject({ code: 'link.expired' });
  const [journal] = await api.sql<{ types: string[] }>(
    `SELECT array_agg(type ORDER BY id) AS types FROM journal WHERE subject_id = (SELECT id FROM person WHERE email = $1)`,
    [email],
  );
  expect(journal?.types).toEqual(['person.signed-up', 'person.confirmed']);
});

test('the password is kept as argon2id with 19 MiB, two passes and one lane', async () => {
  const person = await givenAccount(api);
  const [row] = await api.sql<{ hash: string }>('SELECT password_hash AS hash FROM person WHERE id = $1', [person.id]);
  expect(row?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test('a link that is too old, that serves something else, or that never was gives link.expired', async () => {
  const email = 'late@choir.example';
  await api.ok(access.signUp, { body: body(email) });
  const token = await linkTokenTo(api, email);
  expect(await api.refused(access.resetPassword, { body: { token, password: goodPassword } })).toMatchObject({
    code: 'link.expired',
  });
  await api.sql(
    `UPDATE one_time_link SET expires_at = now() - interval '1 second'
    WHERE person_id = (SELECT id FROM person WHERE email = $1)`,
    [email],
  );
  expect((await api.refused(access.confirmEmail, { body: { token } })).code).toBe('link.expired');
  expect((await api.refused(access.confirmEmail, { body: { token: 'x'.repeat(43) } })).code).toBe('link.expired');
});

test('a known address gets the same answer as an unknown one, and its owner a mail', async () => {
  const owner = await givenAccount(api, { email: 'owner@choir.example', screenLanguage: 'de' });
  const known = await api.call(access.signUp, { body: body(owner.email) });
  const unknown = await api.call(access.signUp, { body: body('nobody@choir.example') });
  expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
  expect(known.status).toBe(202);
  const shape = (headers: object) => Object.keys(headers).sort();
  expect(shape(known.headers)).toEqual(shape(unknown.headers));
  const [mail] = await mailsTo(api, owner.email);
  expect(mail).toMatchObject({ subject: 'Sie haben schon ein Konto', language: 'de' });
  const rows = await api.sql<{ name: string }>('SELECT name FROM person WHERE email = $1', [owner.email]);
  expect(rows).toEqual([{ name: owner.name }]);
});

test('who opened an account in the name of another does not know its password in the end', async () => {
  const email = 'victim@choir.example';
  const strangers = 'een vreemde kent dit';
  await api.ok(access.signUp, { body: { ...body(email), password: strangers } });
  const first = await linkTokenTo(api, email);
  await api.ok(access.signUp, { body: body(email) });
  const second = await linkTokenTo(api, email);
  expect((await api.refused(access.confirmEmail, { body: { token: first } })).code).toBe('link.expired');
  await api.ok(access.resetPassword, { body: { token: second, password: goodPassword } });
  expect((await api.refused(access.signIn, { body: { email, password: strangers } })).code).toBe(
    'session.wrong-credentials',
  );
  await api.ok(access.signIn, { body: { email, password: goodPassword } });
});

test('two sign-ups at once with one address make one account', async () => {
  const email = 'twice@choir.example';
  const both = await Promise.all([0, 1].map((process) => api.call(access.signUp, { body: body(email) }, { process })));
  expect(both.map(({ status }) => status)).toEqual([202, 202]);
  expect(await api.sql('SELECT 1 FROM person WHERE email = $1', [email])).toHaveLength(1);
});

test('a weak password is refused with what is wrong with it', async () => {
  const problem = await api.refused(access.signUp, { body: { ...body('weak@choir.example'), password: 'welkom1' } });
  expect(problem).toMatchObject({ code: 'password.weak', details: { blockers: ['too-short', 'too-common'] } });
});

test('no address is flooded with mail, and others of the same network still get theirs', async () => {
  const answers: number[] = [];
  for (let count = 0; count < 12; count += 1) {
    answers.push((await api.call(access.signUp, { body: body('flooded@choir.example') })).status);
  }
  expect(answers.slice(0, 5)).toEqual([202, 202, 202, 202, 202]);
  expect(answers.at(-1)).toBe(429);
  expect((await mailsTo(api, 'flooded@choir.example')).length).toBeLessThanOrEqual(10);
  await api.ok(access.signUp, { body: body('neighbour@choir.example') });
  const reset = { body: { email: 'flooded@choir.example', screenLanguage: 'nl' as const } };
  expect((await api.refused(access.requestPasswordReset, reset)).code).toBe('request.too-many');
});

test.each([
  ['no address', { email: 'nobody' }],
  ['a line break in the address', { email: 'a@b.example\r\nBcc: c@d.example' }],
  ['an empty name', { name: '  ' }],
  ['half a character', { name: '\ud800' }],
  ['a zero byte', { name: 'a\u0000b' }],
  ['a wrong language', { screenLanguage: 'es' }],
  ['an unknown field', { isPersona: true }],
  ['a number as the password', { password: 123456789012 }],
])('%s is malformed', async (_case, change) => {
  const input = { body: { ...body('x@choir.example'), ...change } as ReturnType<typeof body> };
  expect((await api.refused(access.signUp, input)).code).toBe('request.malformed');
});

test('a name is data, whatever it says', async () => {
  const name = `Robert'); DROP TABLE person;-- <script>alert(1)</script> {{7*7}}`;
  const person = await givenAccount(api, { name });
  const session = await api.ok(access.readSession, {}, { as: person });
  expect(session.person?.name).toBe(name);
});
