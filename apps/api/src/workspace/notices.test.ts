import { access, workspace } from '@commonlot/contracts';
import { systemActor, Transactions } from '../platform/index.js';
import { givenAccount, goodPassword } from '../testing/given-access.js';
import { givenMember, givenOrganisation } from '../testing/given-organisations.js';
import { TestApi } from '../testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.start();
});
afterAll(() => api.stop());

const unread = async (as: Parameters<typeof givenMember>[3]) =>
  (await api.ok(access.readSession, {}, { as })).noticesUnread;

test('a notice is listed and counted until it is read, for its person only', async () => {
  const [organisation, another] = [await givenOrganisation(api), await givenOrganisation(api)];
  await givenMember(api, organisation, 'editor');
  await givenMember(api, another, 'viewer');
  const reader = organisation.representative;
  expect(await unread(reader)).toBe(1);
  const { rows } = await api.ok(workspace.listNotices, {}, { as: reader });
  expect(rows).toMatchObject([
    {
      type: 'organisation.member-joined',
      subjectType: 'organisation',
      subjectId: organisation.id,
      data: { organisation: organisation.name, role: 'editor' },
      isRead: false,
    },
  ]);
  await api.ok(workspace.markNoticesRead, {}, { as: reader });
  expect(await unread(reader)).toBe(0);
  expect((await api.ok(workspace.listNotices, {}, { as: reader })).rows[0]?.isRead).toBe(true);
  expect(await unread(another.representative)).toBe(1);
});

test('notices come page by page, the newest first, also when many were written in one moment', async () => {
  const person = await api.person();
  const subject = { subjectType: 'call', subjectId: person.id };
  await api.get(Transactions).run(systemActor, async (tx) => {
    for (let number = 1; number <= 5; number += 1) {
      await tx.notify({ personIds: [person.id, person.id], type: 'call.published', ...subject, data: { number } });
    }
  });
  const seen: unknown[] = [];
  let after: string | null | undefined;
  while (after !== null) {
    const query = { limit: 2, ...(after === undefined ? {} : { after }) };
    const page = await api.ok(workspace.listNotices, { query }, { as: person });
    seen.push(...page.rows.map(({ data }) => data['number']));
    after = page.next;
  }
  expect([...seen].sort()).toEqual([1, 2, 3, 4, 5]);
  const foreign = await api.person();
  const [own] = await api.sql<{ id: string }>('SELECT id FROM notice WHERE person_id = $1 LIMIT 1', [person.id]);
  expect((await api.ok(workspace.listNotices, { query: { after: own?.id ?? '' } }, { as: foreign })).rows).toEqual([]);
  const malformed = await api.refused(workspace.listNotices, { query: { after: 'x' } }, { as: person });
  expect(malformed.code).toBe('request.malformed');
});

test('the demonstration shows its mails, found by a part of the address', async () => {
  const person = await givenAccount(api, { email: 'lea.shown@choir.example' });
  const answer = await api.ok(workspace.listOutgoingMail, { query: { to: 'LEA.SHOWN', limit: 1 } });
  expect(answer).toMatchObject({
    rows: [{ to: person.email, language: 'fr', subject: 'Confirmez votre adresse e-mail', sentAt: null }],
    next: null,
  });
  await api.work();
  const sent = await api.ok(workspace.listOutgoingMail, { query: { to: person.email } });
  expect(sent.rows[0]?.sentAt).not.toBeNull();
  expect((await api.ok(workspace.listOutgoingMail, { query: { to: '%' } })).rows).toEqual([]);
  await api.ok(access.signIn, { body: { email: person.email, password: goodPassword } });
});
