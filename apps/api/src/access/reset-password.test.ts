import { access } from '@commonlot/contracts';
import { givenAccount, goodPassword, linkTokenTo, mailsTo } from '../testing/given-access.js';
import { TestApi } from '../testing/test-api.js';
import { type AccessMailKind, accessMail } from './mails.js';

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.start({ processes: 2 });
});
afterAll(() => api.stop());

const newPassword = 'fiets door de regen';
const ask = (email: string) => ({ body: { email, screenLanguage: 'en' as const } });

test('a new password ends every session, tells the owner by mail and signs in', async () => {
  const owner = await givenAccount(api);
  await api.ok(access.requestPasswordReset, ask(owner.email));
  const token = await linkTokenTo(api, owner.email);
  const both = await Promise.all(
    [0, 1].map((process) => api.call(access.resetPassword, { body: { token, password: newPassword } }, { process })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
  expect((await api.refused(access.listSessions, {}, { as: owner })).code).toBe('session.missing');
  const open = await api.sql('SELECT 1 FROM session WHERE person_id = $1 AND revoked_at IS NULL', [owner.id]);
  expect(open).toHaveLength(1);
  expect((await mailsTo(api, owner.email))[0]?.subject).toBe('Votre mot de passe a été modifié');
  expect((await api.refused(access.signIn, { body: { email: owner.email, password: goodPassword } })).code).toBe(
    'session.wrong-credentials',
  );
  await api.ok(access.signIn, { body: { email: owner.email, password: newPassword } });
});

test('a weak password is refused and leaves the link as it was', async () => {
  const owner = await givenAccount(api);
  await api.ok(access.requestPasswordReset, ask(owner.email));
  const token = await linkTokenTo(api, owner.email);
  const problem = await api.refused(access.resetPassword, { body: { token, password: owner.email } });
  expect(problem).toMatchObject({ code: 'password.weak', details: { blockers: ['contains-email'] } });
  await api.ok(access.resetPassword, { body: { token, password: newPassword } });
});

test('only the newest link works', async () => {
  const owner = await givenAccount(api);
  await api.ok(access.requestPasswordReset, ask(owner.email));
  const first = await linkTokenTo(api, owner.email);
  await api.ok(access.requestPasswordReset, ask(owner.email));
  expect((await api.refused(access.resetPassword, { body: { token: first, password: newPassword } })).code).toBe(
    'link.expired',
  );
});

test('the answer is the same for an unknown address, whose owner reads that there is no account', async () => {
  const owner = await givenAccount(api);
  const known = await api.call(access.requestPasswordReset, ask(owner.email));
  const unknown = await api.call(access.requestPasswordReset, ask('nobody@choir.example'));
  expect([known.status, known.body]).toEqual([202, {}]);
  expect([unknown.status, unknown.body]).toEqual([202, {}]);
  const [mail] = await mailsTo(api, 'nobody@choir.example');
  expect(mail).toMatchObject({ language: 'en', subject: 'There is no account with this e-mail address' });
});

test('somebody who is suspended gets no link, and one mailed before does not work', async () => {
  const owner = await givenAccount(api);
  await api.ok(access.requestPasswordReset, ask(owner.email));
  const token = await linkTokenTo(api, owner.email);
  await api.sql(`UPDATE person SET state = 'suspended' WHERE id = $1`, [owner.id]);
  const mails = (await mailsTo(api, owner.email)).length;
  expect((await api.refused(access.resetPassword, { body: { token, password: newPassword } })).code).toBe(
    'link.expired',
  );
  await api.ok(access.requestPasswordReset, ask(owner.email));
  expect(await mailsTo(api, owner.email)).toHaveLength(mails);
});

test('every mail of an account exists in four languages, says what to do and holds its link', () => {
  const kinds: AccessMailKind[] = ['confirm', 'known', 'finish', 'unknown', 'reset', 'changed'];
  for (const kind of kinds) {
    const all = (['nl', 'fr', 'de', 'en'] as const).map((language) =>
      accessMail(kind, language, { name: 'Léa', link: 'https://x.example/?token=abc' }),
    );
    expect(new Set(all.map(({ subject }) => subject)).size).toBe(4);
    for (const mail of all) expect(mail.body).toMatch(/ Léa,\n\n.+\n\nhttps:\/\/x\.example\/\?token=abc\n\n.+/);
  }
  expect(accessMail('unknown', 'en', { name: '', link: 'x' }).body).toMatch(/^Hello,\n\n/);
});
