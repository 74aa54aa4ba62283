import { setTimeout as pause } from 'node:timers/promises';
import { organisations } from '@commonlot/contracts';
import type { MemberRole } from '@commonlot/domain';
import { mailsTo } from '../testing/given-access.js';
import {
  type GivenOrganisation,
  givenInvitation,
  givenMember,
  givenOrganisation,
} from '../testing/given-organisations.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';
import { accountMail, invitationMail } from './mails.js';

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

const invitationsOf = async (organisation: GivenOrganisation, as = organisation.representative) =>
  (await api.ok(organisations.readOrganisation, { params: { organisationId: organisation.id } }, { as })).invitations;
const answer = (invitationId: string, isAccepted = true) => ({ params: { invitationId }, body: { isAccepted } });

test('whoever is invited gets a mail, sees who invites, and becomes a member by accepting', async () => {
  const organisation = await givenOrganisation(api);
  const person = await api.person([], 'Mia Member');
  const id = await givenInvitation(api, organisation, person.email, 'editor');
  expect(await membersOf(organisation)).toHaveLength(1);
  const [mail] = await mailsTo(api, person.email);
  expect(mail?.subject).toBe(`Uitnodiging om te handelen voor ${organisation.name}`);
  expect(mail?.body).toContain('/nl/work/organisations');
  const { rows } = await api.ok(organisations.listOwnInvitations, {}, { as: person });
  const { representative } = organisation;
  expect(rows).toMatchObject([
    { id, organisationName: organisation.name, role: 'editor', invitedBy: representative.name },
  ]);
  const accepted = await api.ok(organisations.answerInvitation, answer(id), { as: person });
  expect(accepted).toEqual({ organisationId: organisation.id });
  expect(await membersOf(organisation)).toContainEqual({ personId: person.id, role: 'editor' });
  expect(await invitationsOf(organisation)).toEqual([]);
  expect((await api.ok(organisations.listOwnInvitations, {}, { as: person })).rows).toEqual([]);
});

test('nothing tells whether an address has an account: not the answer, the list, nor the words of the mail', async () => {
  const organisation = await givenOrganisation(api);
  const as = organisation.representative;
  const addresses = [(await api.person()).email, 'new@choir.example'] as const;
  const [known, unknown] = [
    await api.call(organisations.addMember, add(organisation, addresses[0]), { as }),
    await api.call(organisations.addMember, add(organisation, addresses[1]), { as }),
  ];
  expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
  const invitations = await invitationsOf(organisation);
  expect(invitations.map(({ email }) => email)).toEqual(addresses);
  const alike = invitations.map(({ role, ...rest }) => [role, Object.keys(rest)]);
  expect(alike[0]).toEqual(alike[1]);
  const mails = await Promise.all(addresses.map(async (address) => (await mailsTo(api, address))[0]));
  expect([mails[0]?.subject, mails[0]?.body]).toEqual([mails[1]?.subject, mails[1]?.body]);
  expect(await membersOf(organisation)).toHaveLength(1);
});

test('somebody without an account accepts once there is one whose address is confirmed', async () => {
  const organisation = await givenOrganisation(api);
  const person = await api.person([], 'Lena Later');
  const id = await givenInvitation(api, organisation, 'later@choir.example');
  expect((await api.refused(organisations.answerInvitation, answer(id), { as: person })).code).toBe('record.missing');
  await api.sql(`UPDATE person SET email = 'Later@choir.example' WHERE id = $1`, [person.id]);
  await api.ok(organisations.answerInvitation, answer(id), { as: person });
  expect(await membersOf(organisation)).toContainEqual({ personId: person.id, role: 'viewer' });
});

test('an invitation is for its address alone, and is answered once', async () => {
  const organisation = await givenOrganisation(api);
  const person = await api.person();
  const id = await givenInvitation(api, organisation, person.email);
  for (const as of [await api.person(), organisation.representative]) {
    expect((await api.refused(organisations.answerInvitation, answer(id), { as })).code).toBe('record.missing');
  }
  const twice = await Promise.all(
    [0, 1].map((process) => api.call(organisations.answerInvitation, answer(id), { as: person, process })),
  );
  expect(twice.map(({ status }) => status).toSorted()).toEqual([200, 404]);
  expect(await membersOf(organisation)).toHaveLength(2);
});

test('who declines is no member, and an invitation taken back or thirty days old is not there any more', async () => {
  const organisation = await givenOrganisation(api);
  const [declining, late, forgotten] = [await api.person(), await api.person(), await api.person()];
  const declined = await givenInvitation(api, organisation, declining.email);
  await api.ok(organisations.answerInvitation, answer(declined, false), { as: declining });

  const withdrawn = await givenInvitation(api, organisation, late.email);
  const input = { params: { organisationId: organisation.id, invitationId: withdrawn } };
  await api.ok(organisations.withdrawInvitation, input, { as: organisation.representative });
  expect((await api.refused(organisations.answerInvitation, answer(withdrawn), { as: late })).code).toBe(
    'record.missing',
  );
  const old = await givenInvitation(api, organisation, forgotten.email);
  await api.sql(`UPDATE organisation_invitation SET invited_at = invited_at - interval '31 days' WHERE id = $1`, [old]);
  expect((await api.refused(organisations.answerInvitation, answer(old), { as: forgotten })).code).toBe(
    'record.missing',
  );
  expect([await invitationsOf(organisation), await membersOf(organisation)]).toMatchObject([[], { length: 1 }]);
});

test('only representatives see and take back invitations; inviting again changes the role', async () => {
  const organisation = await givenOrganisation(api);
  const editor = await givenMember(api, organisation, 'editor');
  const id = await givenInvitation(api, organisation, 'wrong@choir.example', 'viewer');
  expect(await givenInvitation(api, organisation, 'wrong@choir.example', 'editor')).toBe(id);
  expect(await invitationsOf(organisation)).toMatchObject([{ id, role: 'editor' }]);
  expect(await invitationsOf(organisation, editor)).toEqual([]);
  const withdraw = async (organisationId: string, as: TestPerson) =>
    (await api.refused(organisations.withdrawInvitation, { params: { organisationId, invitationId: id } }, { as }))
      .code;
  expect(await withdraw(organisation.id, editor)).toBe('membership.not-allowed');
  const other = await givenOrganisation(api);
  expect(await withdraw(other.id, other.representative)).toBe('record.missing');
  expect(await withdraw(organisation.id, other.representative)).toBe('record.missing');
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
    (language: 'nl' | 'fr' | 'de' | 'en') => invitationMail(language, { ...data, role: 'editor' }),
  ]) {
    const all = (['nl', 'fr', 'de', 'en'] as const).map(write);
    expect(new Set(all.map(({ subject }) => subject)).size).toBe(4);
    for (const { subject, body } of all) {
      expect(subject).toContain('Koor & Co');
      expect(body).toMatch(/Koor & Co[\s\S]+\n\nhttps:\/\/x\.example\/$/);
    }
  }
});
