import { organisations } from '@commonlot/contracts';
import type { MemberRole } from '@commonlot/domain';
import type { TestApi, TestPerson } from './test-api.js';

let serial = 0;

/** The next enterprise number of the invented series 09, with right check digits. */
export function nextEnterpriseNumber(): string {
  serial += 1;
  const first8 = 9_100_000 + serial;
  return `0${first8}${String(97 - (first8 % 97)).padStart(2, '0')}`;
}

/** The next Belgian account number with right check digits. */
export function nextIban(): string {
  serial += 1;
  const first10 = 5_390_000_000 + serial;
  const account = `${first10}${String(first10 % 97 || 97).padStart(2, '0')}`;
  const check = 98n - (BigInt(`${account}111400`) % 97n);
  return `BE${String(check).padStart(2, '0')}${account}`;
}

export const organisationBody = {
  name: 'Koor De Meezingers vzw',
  legalForm: '017',
  street: 'Kerkstraat 1',
  postalCode: '9000',
  municipalityNis: '44021',
  language: 'nl' as const,
  website: null,
  purpose: 'Zingen in het rusthuis',
};

export interface GivenOrganisation {
  readonly id: string;
  readonly enterpriseNumber: string;
  readonly name: string;
  readonly representative: TestPerson;
}

let names = 0;

/** Registers an organisation with a name of its own; its representative is a new person unless given. */
export async function givenOrganisation(
  api: TestApi,
  options: Partial<Omit<typeof organisationBody, 'language'>> & {
    representative?: TestPerson;
    language?: 'nl' | 'fr' | 'de';
  } = {},
): Promise<GivenOrganisation> {
  const { representative = await api.person([], 'Rita Representative'), ...change } = options;
  const enterpriseNumber = nextEnterpriseNumber();
  names += 1;
  // Names are equally long, so that two answers about two organisations can be compared byte by byte.
  const name = `Koor ${names.toString().padStart(4, '0')} vzw`;
  const body = { ...organisationBody, name, ...change, enterpriseNumber };
  const { id } = await api.ok(organisations.createOrganisation, { body }, { as: representative });
  return { id, enterpriseNumber, name: body.name, representative };
}

/** Invites an address and returns the id of the invitation, which waits for its answer. */
export async function givenInvitation(
  api: TestApi,
  organisation: GivenOrganisation,
  email: string,
  role: MemberRole = 'viewer',
): Promise<string> {
  const params = { organisationId: organisation.id };
  const as = { as: organisation.representative };
  await api.ok(organisations.addMember, { params, body: { email, role } }, as);
  const { invitations } = await api.ok(organisations.readOrganisation, { params }, as);
  const id = invitations.find((invitation) => invitation.email === email)?.id;
  if (id === undefined) throw new Error(`${email} was not invited.`);
  return id;
}

/** Makes a person, new unless given, a member with this role: invited, and accepted. Who is one already stays so. */
export async function givenMember(
  api: TestApi,
  organisation: GivenOrganisation,
  role: MemberRole,
  person?: TestPerson,
): Promise<TestPerson> {
  const member = person ?? (await api.person([], 'Mia Member'));
  const input = { params: { organisationId: organisation.id }, body: { email: member.email, role } };
  await api.ok(organisations.addMember, input, { as: organisation.representative });
  const { rows } = await api.ok(organisations.listOwnInvitations, {}, { as: member });
  for (const { id } of rows.filter(({ organisationId }) => organisationId === organisation.id)) {
    const answer = { params: { invitationId: id }, body: { isAccepted: true } };
    await api.ok(organisations.answerInvitation, answer, { as: member });
  }
  return member;
}

/** Proposes an account and has a controller verify it; returns its id and number. */
export async function givenVerifiedAccount(
  api: TestApi,
  organisation: GivenOrganisation,
  controller?: TestPerson,
): Promise<{ id: string; iban: string }> {
  const iban = nextIban();
  const proposal = { params: { organisationId: organisation.id }, body: { iban, holder: organisation.name } };
  const { id, revision } = await api.ok(organisations.proposeBankAccount, proposal, {
    as: organisation.representative,
  });
  await api.ok(
    organisations.judgeBankAccount,
    { params: { bankAccountId: id }, body: { revision, isVerified: true } },
    { as: controller ?? (await api.person(['controller'], 'Carl Controller')) },
  );
  return { id, iban };
}
