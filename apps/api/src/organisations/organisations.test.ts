import { randomUUID } from 'node:crypto';
import { organisations } from '@commonlot/contracts';
import {
  givenMember,
  givenOrganisation,
  nextEnterpriseNumber,
  organisationBody,
} from '../testing/given-organisations.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';

let api: TestApi;
let person: TestPerson;
beforeAll(async () => {
  api = await TestApi.start({ processes: 2 });
  person = await api.person([], 'Rita Representative');
});
afterAll(() => api.stop());

const body = (change: object = {}) => ({ ...organisationBody, enterpriseNumber: nextEnterpriseNumber(), ...change });
const of = (organisation: { id: string }) => ({ params: { organisationId: organisation.id } });

test('who registers an organisation becomes its representative', async () => {
  const person = await api.person([], 'Renée Représentante');
  const { id, enterpriseNumber, name } = await givenOrganisation(api, { representative: person });
  const read = await api.ok(organisations.readOrganisation, of({ id }), { as: person });
  expect(read).toMatchObject({
    ...organisationBody,
    name,
    enterpriseNumber,
    municipality: { nl: 'Gent', fr: 'Gand' },
    ownRole: 'representative',
    members: [{ personId: person.id, name: person.name, role: 'representative' }],
    bankAccounts: [],
    revision: 0,
  });
  const own = await api.ok(organisations.listOwnOrganisations, {}, { as: person });
  expect(own.rows).toEqual([{ id, enterpriseNumber, name, role: 'representative', hasVerifiedAccount: false }]);
});

test('a number is read as people write it, and refused when its check digits are wrong', async () => {
  const number = nextEnterpriseNumber();
  const written = `BE ${number.slice(0, 4)}.${number.slice(4, 7)}.${number.slice(7)}`;
  const { id } = await api.ok(
    organisations.createOrganisation,
    { body: body({ enterpriseNumber: written }) },
    { as: person },
  );
  expect(await api.ok(organisations.readOrganisation, of({ id }), { as: person })).toMatchObject({
    enterpriseNumber: number,
  });
  const wrong = { body: body({ enterpriseNumber: '0415580366' }) };
  expect((await api.refused(organisations.createOrganisation, wrong, { as: person })).code).toBe(
    'organisation.number-invalid',
  );
});

test('of two who register one number at once one gets organisation.duplicate, which tells nothing of the other', async () => {
  const other = await api.person();
  const input = { body: body() };
  const both = await Promise.all([
    api.call(organisations.createOrganisation, input, { as: person, process: 0 }),
    api.call(organisations.createOrganisation, input, { as: other, process: 1 }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  const refused = await api.refused(organisations.createOrganisation, input, { as: await api.person() });
  expect(refused).toMatchObject({ code: 'organisation.duplicate', details: {} });
});

test('the same attempt twice makes one organisation and gives one answer', async () => {
  const input = { body: body() };
  const key = randomUUID();
  const answers = await Promise.all(
    [0, 1].map((process) => api.ok(organisations.createOrganisation, input, { as: person, key, process })),
  );
  expect(answers[0]).toEqual(answers[1]);
  const other = { body: { ...input.body, name: 'Something else' } };
  expect((await api.refused(organisations.createOrganisation, other, { as: person, key })).code).toBe(
    'idempotency.mismatch',
  );
});

test.each([
  ['a legal form that is not ours', { legalForm: '999' }],
  ['a municipality that does not exist', { municipalityNis: '99999' }],
  ['a script as the website', { website: 'javascript:alert(1)' }],
  ['a website with a space', { website: 'https://example.org/a b' }],
  ['a postal code of another country', { postalCode: '0123' }],
  ['a language that no file has', { language: 'en' }],
  ['an empty name', { name: ' ' }],
  ['a name that is too long', { name: 'x'.repeat(201) }],
  ['an unknown field', { revision: 1 }],
])('%s is malformed', async (_case, change) => {
  const input = { body: body(change) };
  expect((await api.refused(organisations.createOrganisation, input, { as: person })).code).toBe('request.malformed');
});

test('a name is data, whatever it says and in whatever script', async () => {
  const name = `'; DROP TABLE organisation;-- <img src=x onerror=alert(1)> %s ${'é'.repeat(80)}`;
  const { id } = await givenOrganisation(api, { name, website: 'https://example.org/?a=1&b=<2>' as unknown as null });
  const staff = await api.person(['officer']);
  expect((await api.ok(organisations.readOrganisation, of({ id }), { as: staff })).name).toBe(name);
  await givenOrganisation(api, { name: '🎺'.repeat(100) });
});

test('an organisation is there for its members and for staff only', async () => {
  const organisation = await givenOrganisation(api);
  const stranger = await api.person();
  const reviewer = await api.person(['reviewer']);
  for (const as of [stranger, reviewer, await api.person(['administrator'])]) {
    expect((await api.refused(organisations.readOrganisation, of(organisation), { as })).code).toBe('record.missing');
  }
  for (const role of ['officer', 'minister', 'controller', 'auditor'] as const) {
    const read = await api.ok(organisations.readOrganisation, of(organisation), { as: await api.person([role]) });
    expect(read.ownRole).toBeNull();
  }
  expect((await api.refused(organisations.listOrganisations, {}, { as: stranger })).code).toBe('permission.missing');
});

test('an editor changes what is known, a viewer does not, and an old revision is stale', async () => {
  const organisation = await givenOrganisation(api);
  const editor = await givenMember(api, organisation, 'editor');
  const viewer = await givenMember(api, organisation, 'viewer');
  const change = (revision: number) => ({
    ...of(organisation),
    body: { ...organisationBody, name: 'Chorale', revision },
  });
  expect((await api.refused(organisations.updateOrganisation, change(0), { as: viewer })).code).toBe(
    'membership.not-allowed',
  );
  expect((await api.refused(organisations.updateOrganisation, change(0), { as: person })).code).toBe('record.missing');
  expect(await api.ok(organisations.updateOrganisation, change(0), { as: editor })).toEqual({ revision: 1 });
  expect((await api.refused(organisations.updateOrganisation, change(0), { as: editor })).code).toBe('record.stale');
  const [entry] = await api.sql<{ data: object }>(
    `SELECT data FROM journal WHERE subject_id = $1 AND type = 'organisation.changed'`,
    [organisation.id],
  );
  expect(entry?.data).toEqual({ before: {}, after: { fields: 'name' } });
});

test('staff find organisations by a part of the name or of the number, page by page', async () => {
  const names = ['Ütopia Harmonie', 'Utopia Fanfare', 'Utopia Koor'];
  const made = await Promise.all(names.map((name) => givenOrganisation(api, { name })));
  const officer = await api.person(['officer']);
  const first = await api.ok(
    organisations.listOrganisations,
    { query: { search: 'utopia', limit: 2 } },
    { as: officer },
  );
  const rest = await api.ok(
    organisations.listOrganisations,
    { query: { search: 'utopia', limit: 2, after: first.next ?? '' } },
    { as: officer },
  );
  expect([...first.rows, ...rest.rows].map(({ name }) => name).sort()).toEqual([...names].sort());
  expect(rest.next).toBeNull();
  const number = made[0]?.enterpriseNumber ?? '';
  const dotted = `${number.slice(0, 4)}.${number.slice(4, 7)}.${number.slice(7)}`;
  const found = await api.ok(organisations.listOrganisations, { query: { search: dotted } }, { as: officer });
  expect(found.rows).toMatchObject([{ enterpriseNumber: number, accountState: null, municipality: { nl: 'Gent' } }]);
  const wildcard = await api.ok(organisations.listOrganisations, { query: { search: '%_' } }, { as: officer });
  expect(wildcard.rows).toEqual([]);
});

test('the 565 municipalities are public, in four languages, and may be kept for a while', async () => {
  const answer = await api.call(organisations.listMunicipalities);
  expect(answer.headers['cache-control']).toBe('public, max-age=3600');
  const { rows } = organisations.listMunicipalities.response.parse(answer.body);
  expect(rows).toHaveLength(565);
  expect(rows.find(({ nis }) => nis === '21004')).toEqual({
    nis: '21004',
    name: { nl: 'Brussel', fr: 'Bruxelles', de: 'Brüssel', en: expect.any(String) },
    provinceNis: null,
    region: 'brussels',
  });
});
