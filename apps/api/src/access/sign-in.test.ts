import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { access } from '@commonlot/contracts';
import { givenAccount, goodPassword, sessionTokenOf } from '../testing/given-access.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';

let api: TestApi;
let person: TestPerson;
beforeAll(async () => {
  api = await TestApi.start({ processes: 2 });
  person = await givenAccount(api, { email: 'lea@choir.example' });
});
afterAll(() => api.stop());

const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
const firefox = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0' };

test('a session is a cookie out of reach of scripts, with 256 random bits that are stored as a hash', async () => {
  const answer = await api.call(access.signIn, { body: { email: 'LEA@choir.example', password: goodPassword } });
  expect(answer.status).toBe(200);
  const [cookie, device, ...others] = [answer.headers['set-cookie']].flat();
  expect(cookie).toMatch(/^session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
  expect(device).toMatch(/^device=[\w-]{43}; Max-Age=7776000; Path=\/; HttpOnly; SameSite=Strict$/);
  expect(others).toEqual([]);
  const token = sessionTokenOf(answer) ?? '';
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  expect(await api.sql('SELECT 1 FROM session WHERE token_hash = $1', [token])).toHaveLength(0);
  const session = await api.ok(access.readSession, {}, { as: { ...person, token } });
  expect(session).toMatchObject({ person: { id: person.id }, noticesUnread: 0, demonstration: true });
  expect(session.person?.permissions).toEqual(['account:use', 'organisation:own', 'application:own']);
});

test('over https the cookie is bound to the host and goes over https only', async () => {
  const secure = await TestApi.start({ settings: { PUBLIC_URL: 'https://subsidies.example' } });
  const known = await secure.person();
  await secure.sql('UPDATE person SET is_persona = true WHERE id = $1', [known.id]);
  const answer = await secure.call(access.signInAsPersona, { params: { personId: known.id } });
  expect([answer.headers['set-cookie']].flat()).toEqual([
    expect.stringMatching(/^__Host-session=.+; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    expect.stringMatching(/^__Host-device=.+; Path=\/; HttpOnly; Secure; SameSite=Strict$/),
  ]);
  await secure.stop();
});

test('whoever is not signed in reads an empty session', async () => {
  expect(await api.ok(access.readSession)).toEqual({ person: null, noticesUnread: 0, demonstration: true });
  const stranger = { ...person, token: 'A'.repeat(43) };
  expect((await api.ok(access.readSession, {}, { as: stranger })).person).toBeNull();
  expect((await api.refused(access.listSessions)).code).toBe('session.missing');
});

test('signing in renews the token and ends the session that the request carried', async () => {
  const first = await api.call(access.signIn, { body: { email: person.email, password: goodPassword } });
  const old = { ...person, token: sessionTokenOf(first) ?? '' };
  const second = await api.call(access.signIn, { body: { email: person.email, password: goodPassword } }, { as: old });
  expect(sessionTokenOf(second)).not.toBe(old.token);
  expect((await api.ok(access.readSession, {}, { as: old })).person).toBeNull();
});

test('an unknown address, a wrong password, and accounts that may not sign in get one answer', async () => {
  const unconfirmed = {
    email: 'waiting@choir.example',
    name: 'W',
    password: goodPassword,
    screenLanguage: 'nl' as const,
  };
  await api.ok(access.signUp, { body: unconfirmed });
  const suspended = await givenAccount(api, { email: 'suspended@choir.example' });
  await api.sql(`UPDATE person SET state = 'suspended' WHERE id = $1`, [suspended.id]);
  const passwordless = await api.person();
  const tries = [
    { email: 'nobody@choir.example', password: goodPassword },
    { email: person.email, password: 'wrong' },
    { email: unconfirmed.email, password: goodPassword },
    { email: suspended.email, password: goodPassword },
    { email: passwordless.email, password: goodPassword },
  ];
  const answers = await Promise.all(tries.map((body) => api.call(access.signIn, { body })));
  for (const answer of answers) {
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual(answers[0]?.body);
    expect(Object.keys(answer.headers).sort()).toEqual(Object.keys(answers[0]?.headers ?? {}).sort());
  }
});

test('an unknown address takes as long as a known one', async () => {
  const timed = async (email: string) => {
    const began = performance.now();
    await api.call(
      access.signIn,
      { body: { email, password: 'wrong password' } },
      from(`198.51.100.${(Math.random() * 250) | 0}`),
    );
    return performance.now() - began;
  };
  const known: number[] = [];
  const unknown: number[] = [];
  for (let round = 0; round < 15; round += 1) {
    known.push(await timed(person.email));
    unknown.push(await timed(`nobody-${round}@choir.example`));
  }
  const median = (list: number[]) => [...list].sort((a, b) => a - b)[7] ?? 0;
  // Without the dummy hash the unknown address would answer several times faster.
  expect(median(unknown)).toBeGreaterThan(median(known) * 0.6);
  expect(median(unknown)).toBeLessThan(median(known) * 1.7);
});

test('guessing locks out the network that guesses, on every API process, and not the owner', async () => {
  const owner = await givenAccount(api, { email: 'guessed@choir.example' });
  const guess = (process: number) =>
    api.call(access.signIn, { body: { email: owner.email, password: 'guess' } }, { ...from('203.0.113.9'), process });
  const statuses: number[] = [];
  for (let count = 0; count < 22 && statuses.at(-1) !== 429; count += 1) statuses.push((await guess(count % 2)).status);
  expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 401));
  expect(statuses.at(-1)).toBe(429);
  const refused = await guess(0);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(900);
  const right = { body: { email: owner.email, password: goodPassword } };
  expect((await api.refused(access.signIn, right, from('203.0.113.9'))).code).toBe('request.too-many');
  await api.ok(access.signIn, right, from('192.0.2.44'));
  // The others of the network are not held to what one of them did.
  await api.ok(access.signIn, { body: { email: person.email, password: goodPassword } }, from('203.0.113.9'));
  const counters = await api.sql<{ bucket: string }>('SELECT bucket FROM rate_window');
  expect(counters.some(({ bucket }) => bucket.includes('@'))).toBe(false);
});

test('a rival in a thousand networks, and in the own one, locks nobody out of a browser that is known', async () => {
  const email = 'rivalled@choir.example';
  const owner = await givenAccount(api, { email });
  const opened = await api.call(access.signIn, { body: { email, password: goodPassword } }, from('192.0.2.60'));
  const device = /device=[\w-]{43}/.exec([opened.headers['set-cookie']].flat().join())?.[0] ?? '';
  const tries = Array.from({ length: 110 }, (_, count) =>
    api.call(
      access.signIn,
      { body: { email, password: 'guess' } },
      from(count < 50 ? '192.0.2.60' : `198.18.0.${count}`),
    ),
  );
  expect((await Promise.all(tries)).filter(({ status }) => status === 429).length).toBeGreaterThan(40);
  for (let count = 0; count < 8; count += 1) {
    await api.call(access.requestPasswordReset, { body: { email, screenLanguage: 'nl' } }, from('192.0.2.60'));
  }

  const right = { body: { email, password: goodPassword } };
  expect((await api.refused(access.signIn, right, from('192.0.2.60'))).code).toBe('request.too-many');
  const known = { headers: { ...from('192.0.2.60').headers, cookie: device } };
  await api.ok(access.requestPasswordReset, { body: { email, screenLanguage: 'nl' } }, known);
  const again = await api.call(access.signIn, right, known);
  expect(again.status).toBe(200);
  // The browser is known by the same token as before, and by no token of somebody else's account.
  expect([again.headers['set-cookie']].flat().join()).toContain(device);
  const other = { body: { email: 'lea@choir.example', password: 'guess' } };
  const codes: string[] = [];
  for (let count = 0; count < 12; count += 1) codes.push((await api.refused(access.signIn, other, known)).code);
  expect(codes.at(-1)).toBe('request.too-many');
  expect(owner.email).toBe(email);
});

test('a browser that is known may guess no more often than another', async () => {
  const email = 'stolen@choir.example';
  const owner = await givenAccount(api, { email });
  const opened = await api.call(access.signIn, { body: { email, password: goodPassword } }, from('192.0.2.70'));
  const cookie = /device=[\w-]{43}/.exec([opened.headers['set-cookie']].flat().join())?.[0] ?? '';
  const statuses: number[] = [];
  for (let count = 0; count < 12; count += 1) {
    const guess = { body: { email: owner.email, password: 'guess' } };
    const { status } = await api.call(access.signIn, guess, {
      headers: { cookie, 'x-forwarded-for': `198.19.0.${count}` },
      process: count % 2,
    });
    statuses.push(status);
  }
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429]);
});

test('a password that is changed while it is being checked opens nothing', async () => {
  const own = await givenAccount(api);
  const holder = await api.database.owner.connect();
  await holder.query('BEGIN');
  await holder.query(`UPDATE person SET password_hash = 'another' WHERE id = $1`, [own.id]);
  const signIn = api.call(access.signIn, { body: { email: own.email, password: goodPassword } });
  await pause(200);
  await holder.query('COMMIT');
  holder.release();
  expect((await signIn).status).toBe(401);
});

test('a password opens the account however the keyboard composed its letters', async () => {
  const composed = await givenAccount(api, { password: 'café aan de vaart'.normalize('NFC') });
  await api.ok(access.signIn, { body: { email: composed.email, password: 'café aan de vaart'.normalize('NFD') } });
});

test('signing out ends the session and takes the cookie; doing it again is no error', async () => {
  const answer = await api.call(access.signIn, { body: { email: person.email, password: goodPassword } });
  const as = { ...person, token: sessionTokenOf(answer) ?? '' };
  const out = await api.call(access.signOut, {}, { as });
  expect([out.headers['set-cookie']].flat().join()).toMatch(/^session=; .*Path=\/; Expires=Thu, 01 Jan 1970/);
  expect((await api.ok(access.readSession, {}, { as })).person).toBeNull();
  await api.ok(access.signOut, {}, { as });
});

test('the own sessions are listed and ended one by one, never those of others', async () => {
  const own = await givenAccount(api);
  const second = await api.call(
    access.signIn,
    { body: { email: own.email, password: goodPassword } },
    { headers: firefox },
  );
  const { rows } = await api.ok(access.listSessions, {}, { as: own });
  expect(rows.map(({ device, isCurrent }) => ({ device, isCurrent }))).toEqual([
    { device: 'Firefox, Windows', isCurrent: false },
    { device: '', isCurrent: true },
  ]);
  const sessionId = rows[0]?.id ?? '';
  expect((await api.refused(access.revokeSession, { params: { sessionId } }, { as: person })).code).toBe(
    'record.missing',
  );
  await api.ok(access.revokeSession, { params: { sessionId } }, { as: own });
  expect((await api.refused(access.revokeSession, { params: { sessionId } }, { as: own })).code).toBe('record.missing');
  const ended = { ...own, token: sessionTokenOf(second) ?? '' };
  expect((await api.refused(access.listSessions, {}, { as: ended })).code).toBe('session.missing');
});

test('when a session was last seen is written at most once a minute', async () => {
  const own = await givenAccount(api);
  const seen = async () =>
    (
      await api.sql<{ at: Date }>('SELECT last_seen_at AS at FROM session WHERE person_id = $1', [own.id])
    )[0]?.at.getTime() ?? 0;
  const first = await seen();
  await api.ok(access.listSessions, {}, { as: own });
  expect(await seen()).toBe(first);
  await api.sql(`UPDATE session SET last_seen_at = now() - interval '2 minutes' WHERE person_id = $1`, [own.id]);
  await api.ok(access.listSessions, {}, { as: own });
  expect(await seen()).toBeGreaterThanOrEqual(first);
});

test('an expired session opens nothing', async () => {
  const own = await givenAccount(api);
  await api.sql(`UPDATE session SET expires_at = now() WHERE person_id = $1`, [own.id]);
  expect((await api.refused(access.listSessions, {}, { as: own })).code).toBe('session.missing');
});

test('a session that nobody used for two hours opens nothing, and one that is used goes on', async () => {
  const own = await givenAccount(api);
  const idle = (minutes: number) =>
    api.sql('UPDATE session SET last_seen_at = now() - make_interval(mins => $2) WHERE person_id = $1', [
      own.id,
      minutes,
    ]);
  await idle(119);
  expect((await api.ok(access.listSessions, {}, { as: own })).rows).toHaveLength(1);
  // That request was seen, and the two hours begin anew.
  await api.ok(access.listSessions, {}, { as: own });
  await idle(121);
  expect((await api.refused(access.listSessions, {}, { as: own })).code).toBe('session.missing');
  const again = await api.call(access.signIn, { body: { email: own.email, password: goodPassword } });
  const { rows } = await api.ok(access.listSessions, {}, { as: { ...own, token: sessionTokenOf(again) ?? '' } });
  expect(rows).toHaveLength(1);
});

test('name and language of the screen are saved', async () => {
  const own = await givenAccount(api);
  const saved = await api.ok(access.savePreferences, { body: { name: ' Ömer ', screenLanguage: 'de' } }, { as: own });
  expect(saved.person).toMatchObject({ name: 'Ömer', screenLanguage: 'de' });
  expect((await api.ok(access.readSession, {}, { as: own })).person).toMatchObject({
    name: 'Ömer',
    screenLanguage: 'de',
  });
});

test('a persona signs in without a password, another person does not', async () => {
  const persona = await api.person(['officer'], 'Petra Persona');
  await api.sql('UPDATE person SET is_persona = true WHERE id = $1', [persona.id]);
  const { rows } = await api.ok(access.listPersonas);
  expect(rows).toEqual([
    { id: persona.id, name: 'Petra Persona', email: persona.email, roles: ['officer'], organisation: null },
  ]);
  const { person: signedIn } = await api.ok(access.signInAsPersona, { params: { personId: persona.id } });
  expect(signedIn.permissions).toContain('call:write');
  expect((await api.refused(access.signInAsPersona, { params: { personId: person.id } })).code).toBe('record.missing');
});
