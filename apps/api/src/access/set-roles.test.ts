import { access } from '@commonlot/contracts';
import type { Role } from '@commonlot/domain';
import { TestApi, type TestPerson } from '../testing/test-api.js';

let api: TestApi;
let administrator: TestPerson;
beforeAll(async () => {
  api = await TestApi.start({ processes: 2 });
  administrator = await api.person(['administrator'], 'Ada Admin');
});
afterAll(() => api.stop());

const set = (person: TestPerson, roles: Role[], revision = 0) => ({
  params: { personId: person.id },
  body: { roles, revision },
});
const journalOf = (person: TestPerson) =>
  api.sql<{ type: string; data: object; actor_id: string }>(
    'SELECT type, data, actor_id FROM journal WHERE subject_id = $1 ORDER BY id',
    [person.id],
  );

test('roles are set exactly, take effect with the next request and stand in the journal', async () => {
  const person = await api.person(['reviewer']);
  const answer = await api.ok(access.setRoles, set(person, ['officer', 'officer']), { as: administrator });
  expect(answer.revision).toBe(1);
  const { person: seen } = await api.ok(access.readSession, {}, { as: person });
  expect(seen?.roles).toEqual(['officer']);
  expect(await journalOf(person)).toEqual([
    {
      type: 'person.roles-set',
      actor_id: administrator.id,
      data: { before: { roles: 'reviewer' }, after: { roles: 'officer' } },
    },
  ]);
  await api.ok(access.setRoles, set(person, [], 1), { as: administrator });
  expect((await api.ok(access.readSession, {}, { as: person })).person?.roles).toEqual([]);
});

test.each<[Role[]]>([
  [['controller', 'officer']],
  [['controller', 'minister']],
  [['auditor', 'officer']],
  [['administrator', 'reviewer']],
])('%s are not held by one person', async (roles) => {
  const person = await api.person();
  expect((await api.refused(access.setRoles, set(person, roles), { as: administrator })).code).toBe(
    'person.roles-apart',
  );
  expect((await api.ok(access.readSession, {}, { as: person })).person?.roles).toEqual([]);
});

test('an old revision, a person who is not there and a role that does not exist are refused', async () => {
  const person = await api.person();
  await api.ok(access.setRoles, set(person, ['auditor']), { as: administrator });
  expect((await api.refused(access.setRoles, set(person, []), { as: administrator })).code).toBe('record.stale');
  const nobody = { ...person, id: '00000000-0000-4000-8000-000000000000' };
  expect((await api.refused(access.setRoles, set(nobody, []), { as: administrator })).code).toBe('record.missing');
  const invented = set(person, ['king' as Role], 1);
  expect((await api.refused(access.setRoles, invented, { as: administrator })).code).toBe('request.malformed');
});

test('of two changes at the same revision one is stale', async () => {
  const person = await api.person();
  const both = await Promise.all(
    [0, 1].map((process) => api.call(access.setRoles, set(person, ['officer']), { as: administrator, process })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('an administrator does not change the own roles or suspend the own account', async () => {
  expect((await api.refused(access.setRoles, set(administrator, []), { as: administrator })).code).toBe(
    'permission.missing',
  );
  const suspend = { params: { personId: administrator.id }, body: { isSuspended: true, revision: 0 } };
  expect((await api.refused(access.setSuspension, suspend, { as: administrator })).code).toBe('permission.missing');
});

test('two administrators who take each other out at once leave one', async () => {
  const first = await api.person(['administrator']);
  const second = await api.person(['administrator']);
  const both = await Promise.all([
    api.call(access.setRoles, set(second, []), { as: first, process: 0 }),
    api.call(access.setRoles, set(first, []), { as: second, process: 1 }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 403]);
});

test('a suspension ends the sessions, and a restored person signs in anew', async () => {
  const person = await api.person();
  const change = (isSuspended: boolean, revision: number) => ({
    params: { personId: person.id },
    body: { isSuspended, revision },
  });
  await api.ok(access.setSuspension, change(true, 0), { as: administrator });
  expect((await api.refused(access.listSessions, {}, { as: person })).code).toBe('session.missing');
  expect((await api.refused(access.setSuspension, change(true, 0), { as: administrator })).code).toBe('record.stale');
  expect((await api.refused(access.setSuspension, change(true, 1), { as: administrator })).code).toBe(
    'lifecycle.not-allowed',
  );
  await api.ok(access.setSuspension, change(false, 1), { as: administrator });
  expect((await api.refused(access.listSessions, {}, { as: person })).code).toBe('session.missing');
  expect((await journalOf(person)).map(({ type }) => type)).toEqual(['person.suspended', 'person.restored']);
  const nobody = {
    params: { personId: '00000000-0000-4000-8000-000000000000' },
    body: { isSuspended: true, revision: 0 },
  };
  expect((await api.refused(access.setSuspension, nobody, { as: administrator })).code).toBe('record.missing');
});

test('people are listed by name, page by page, and found by a part of name or address without accents', async () => {
  for (const name of ['Zoë Zwart', 'Zoë Zwart', 'Zara Zon']) await api.person([], name);
  const first = await api.ok(access.listPeople, { query: { search: 'ZO', limit: 2 } }, { as: administrator });
  expect(first.rows.map(({ name }) => name)).toEqual(['Zara Zon', 'Zoë Zwart']);
  const rest = await api.ok(
    access.listPeople,
    { query: { search: 'zo', limit: 2, after: first.next ?? '' } },
    { as: administrator },
  );
  expect(rest).toMatchObject({ rows: [{ name: 'Zoë Zwart', state: 'active', roles: [] }], next: null });
  expect(rest.rows[0]?.id).not.toBe(first.rows[1]?.id);
  const wildcard = await api.ok(access.listPeople, { query: { search: '%' } }, { as: administrator });
  expect(wildcard.rows).toEqual([]);
  const invented = await api.refused(access.listPeople, { query: { after: `'; --` } }, { as: administrator });
  expect(invented.code).toBe('request.malformed');
});

test('only an administrator manages people', async () => {
  const officer = await api.person(['officer']);
  expect((await api.refused(access.listPeople, {}, { as: officer })).code).toBe('permission.missing');
  expect((await api.refused(access.setRoles, set(administrator, []), { as: officer })).code).toBe('permission.missing');
  expect((await api.refused(access.listPeople)).code).toBe('session.missing');
});
