import { setTimeout as pause } from 'node:timers/promises';
import { organisations } from '@commonlot/contracts';
import type { MemberRole } from '@commonlot/domain';
import { mailsTo } from '../testing/given-access.js';
import { type GivenOrganisation, givenMember, givenOrganisation } from '../testing/given-organisations.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';
import { accountMail, invitationMail, membershipMail } from './mails.js';

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.start({ processes: 2 });
});
afterAll(() => api.stop());

const add = (organisation: GivenOrganisation, email: string, role: MemberRole = 'editor') => ({
  params: { organisationId: organisation.id },
  body: { email, role },
});
const set = (organisation: GivenOrganisation, person: TestPerson, role: MemberRole | null) => ({
  params: { organisationId: organisation.id, personId: person.id },
  body: { role },
});
const membersOf = async (organisation: GivenOrganisation) => {
  const input = { params: { organisationId: organisation.id } };
  const { members } = await api.ok(organisations.readOrganisation, input, { as: organisation.representative });
  return members.map(({ personId, role }) => ({ personId, role }));
};

test('a person with an account becomes a member and is told by notice and mail', async () => {
  const organisation = await givenOrganisation(api);
  const member = await givenMember(api, organisation, 'editor');
  expect(await membersOf(organisation)).toContainEqual({ personId: member.id, role: 'editor' });
  const [mail] = await mailsTo(api, member.email);
  expect(mail?.subject).toBe(`U kunt nu handelen voor ${organisation.name}`);
  expect(mail?.body).toContain(`/nl/work/organisations/${organisation.id}`);
  expect(await api.sql('SELECT type FROM notice WHERE person_id = $1', [member.id])).toEqual([
    { type: 'organisation.member-added' },
  ]);
});

test('the answer for an address without an account is the same, and it gets an invitation', async () => {
  const organisation = await givenOrganisation(api);
  const as = organisation.representative;
  const known = await api.call(organisations.addMember, add(organisation, (await api.person()).email), { as });
  const unknown = await api.call(organisations.addMember, add(organisation, 'new@choir.example'), { as });
  expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
  expect((await mailsTo(api, 'new@choir.example'))[0]?.subject).toContain('Open een account');
});

test('whoever is a member already keeps the role when added again', async () => {
  const organisation = await givenOrganisation(api);
  await givenMember(api, organisation, 'viewer', organisation.representative);
  expect(await membersOf(organisation)).toEqual([{ personId: organisation.representative.id, role: 'representative' }]);
});

test('only a representative adds and changes members; to a stranger the organisation is not there', async () => {
  const organisation = await givenOrganisation(api);
  const editor = await givenMember(api, organisation, 'editor');
  const input = add(organisation, 'x@choir.example');
  expect((await api.refused(organisations.addMember, input, { as: editor })).code).toBe('membership.not-allowed');
  expect((await api.refused(organisations.addMember, input, { as: await api.person() })).code).toBe('record.missing');
  const promotion = set(organisation, editor, 'representative');
  expect((await api.refused(organisations.setMember, promotion, { as: editor })).code).toBe('membership.not-allowed');
  expect((await api.refused(organisations.setMember, promotion, { as: await api.person(['officer']) })).code).toBe(
    'record.missing',
  );
});

test('a role is changed, a membership ended, and whoever left sees nothing any more', async () => {
  const organisation = await givenOrganisation(api);
  const member = await givenMember(api, organisation, 'viewer');
  const as = organisation.representative;
  await api.ok(organisations.setMember, set(organisation, member, 'representative'), { as });
  expect(await membersOf(organisation)).toContainEqual({ personId: member.id, role: 'representative' });
  await api.ok(organisations.setMember, set(organisation, member, null), { as });
  const read = { params: { organisationId: organisation.id } };
  expect((await api.refused(organisations.readOrganisation, read, { as: member })).code).toBe('record.missing');
  expect((await api.refused(organisations.setMember, set(organisation, member, 'editor'), { as })).code).toBe(
    'record.missing',
  );
});

test('a viewer may leave', async () => {
  const organisation = await givenOrganisation(api);
  const viewer = await givenMember(api, organisation, 'viewer');
  await api.ok(organisations.setMember, set(organisation, viewer, null), { as: viewer });
  expect(await membersOf(organisation)).toHaveLength(1);
});

test.each([null, 'editor'] as const)('the last representative does not become %s', async (role) => {
  const organisation = await givenOrganisation(api);
  await givenMember(api, organisation, 'editor');
  const as = organisation.representative;
  const refused = await api.refused(organisations.setMember, set(organisation, as, role), { as });
  expect(refused.code).toBe('membership.last-representative');
  expect(await membersOf(organisation)).toHaveLength(2);
});

test('the only member does not leave', async () => {
  const organisation = await givenOrganisation(api);
  const as = organisation.representative;
  const refused = await api.refused(organisations.setMember, set(organisation, as, null), { as });
  expect(refused.code).toBe('membership.last-representative');
});

test('two representatives who end each other at once leave one', async () => {
  const organisation = await givenOrganisation(api);
  const second = await givenMember(api, organisation, 'representative');
  const first = organisation.representative;
  // Each commit pauses after its last check, so that without a lock both checks would pass before either is done.
  await api.sql(`CREATE FUNCTION pause() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN PERFORM pg_advisory_xact_lock_shared(4711); RETURN NULL; END $$`);
  await api.sql(`CREATE CONSTRAINT TRIGGER zz_pause AFTER DELETE ON organisation_member
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION pause()`);
  const holder = await api.database.owner.connect();
  await holder.query('SELECT pg_advisory_lock(4711)');
  const both = Promise.all([
    api.call(organisations.setMember, set(organisation, second, null), { as: first, process: 0 }),
    api.call(organisations.setMember, set(organisation, first, null), { as: second, process: 1 }),
  ]);
  await pause(300);
  await holder.query('SELECT pg_advisory_unlock(4711)');
  holder.release();
  const statuses = (await both).map(({ status }) => status).sort();
  await api.sql('DROP TRIGGER zz_pause ON organisation_member');
  expect(statuses).toEqual([200, 404]);
  const left = await api.sql('SELECT 1 FROM organisation_member WHERE organisation_id = $1', [organisation.id]);
  expect(left).toHaveLength(1);
});

test('nobody sends invitations without end', async () => {
  const organisation = await givenOrganisation(api);
  const as = organisation.representative;
  const codes: number[] = [];
  for (let count = 0; count < 61 && codes.at(-1) !== 429; count += 1) {
    codes.push((await api.call(organisations.addMember, add(organisation, `n${count}@choir.example`), { as })).status);
  }
  expect(codes.slice(0, 30).every((status) => status === 202)).toBe(true);
  expect((await api.refused(organisations.addMember, add(organisation, 'y@choir.example'), { as })).code).toBe(
    'request.too-many',
  );
});

test('every mail exists in four languages and names the organisation', () => {
  const data = { name: 'Léa', organisation: 'Koor & Co', iban: 'BE68 •••• •••• 7034', link: 'https://x.example/' };
  for (const write of [
    (language: 'nl' | 'fr' | 'de' | 'en') => accountMail('proposed', language, data),
    (language: 'nl' | 'fr' | 'de' | 'en') => accountMail('verified', language, data),
    (language: 'nl' | 'fr' | 'de' | 'en') => accountMail('refused', language, data),
    (language: 'nl' | 'fr' | 'de' | 'en') => membershipMail(language, { ...data, role: 'editor' }),
    (language: 'nl' | 'fr' | 'de' | 'en') => invitationMail(language, data),
  ]) {
    const all = (['nl', 'fr', 'de', 'en'] as const).map(write);
    expect(new Set(all.map(({ subject }) => subject)).size).toBe(4);
    for (const { subject, body } of all) {
      expect(subject).toContain('Koor & Co');
      expect(body).toMatch(/Koor & Co[\s\S]+\n\nhttps:\/\/x\.example\/$/);
    }
  }
});
