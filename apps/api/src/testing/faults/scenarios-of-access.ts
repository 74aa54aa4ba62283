import { access, organisations, workspace } from '@commonlot/contracts';
import { givenAccount, goodPassword, linkTokenTo } from '../given-access.js';
import {
  givenInvitation,
  givenMember,
  givenOrganisation,
  nextEnterpriseNumber,
  nextIban,
  organisationBody,
} from '../given-organisations.js';
import type { TestApi } from '../test-api.js';
import { type Scenario, scenario } from './scenario.js';

/** People and their sessions, organisations and their accounts, notices. */
export async function scenariosOfAccess(api: TestApi): Promise<Scenario[]> {
  return [...(await accounts(api)), ...(await sessions(api)), ...(await ofOrganisations(api))];
}

async function accounts(api: TestApi): Promise<Scenario[]> {
  const email = 'nele.newcomer@example.org';
  const person = { email, name: 'Nele Newcomer', password: goodPassword, screenLanguage: 'nl' as const };
  await api.ok(access.signUp, { body: person });
  const confirmation = await linkTokenTo(api, email);
  const owner = await givenAccount(api);
  const ask = { body: { email: owner.email, screenLanguage: 'fr' as const } };
  await api.ok(access.requestPasswordReset, ask);
  const reset = await linkTokenTo(api, owner.email);
  const administrator = await api.person(['administrator'], 'Ada Administrator');
  const other = await api.person(['reviewer'], 'Otto Other');
  const params = { personId: other.id };
  return [
    scenario(
      api,
      access.signUp,
      null,
      { body: { ...person, email: 'somebody.new@example.org' } },
      { again: 'the owner of an address that is known is told so by mail' },
    ),
    scenario(api, access.confirmEmail, null, { body: { token: confirmation } }),
    scenario(api, access.requestPasswordReset, null, ask, {
      again: 'each request mails a link that ends the one before',
    }),
    scenario(api, access.resetPassword, null, { body: { token: reset, password: 'een fiets in de regen' } }),
    scenario(
      api,
      access.savePreferences,
      owner,
      { body: { name: 'Léa P.', screenLanguage: 'de' } },
      { again: 'the journal says each time that they were saved' },
    ),
    scenario(api, access.setRoles, administrator, { params, body: { roles: ['officer'], revision: 0 } }),
    scenario(api, access.setSuspension, administrator, { params, body: { isSuspended: true, revision: 0 } }),
  ];
}

async function sessions(api: TestApi): Promise<Scenario[]> {
  const owner = await givenAccount(api);
  const body = { email: owner.email, password: goodPassword };
  await api.ok(access.signIn, { body });
  const { rows } = await api.ok(access.listSessions, {}, { as: owner });
  const sessionId = rows.find(({ isCurrent }) => !isCurrent)?.id ?? '';
  const persona = await api.person([], 'Paula Persona');
  await api.sql('UPDATE person SET is_persona = true WHERE id = $1', [persona.id]);
  const again = 'each sign-in opens a session of its own';
  return [
    scenario(api, access.signIn, null, { body }, { again }),
    scenario(api, access.signInAsPersona, null, { params: { personId: persona.id } }, { again }),
    scenario(api, access.signOut, owner),
    scenario(api, access.revokeSession, owner, { params: { sessionId } }),
  ];
}

async function ofOrganisations(api: TestApi): Promise<Scenario[]> {
  const home = await givenOrganisation(api);
  const as = home.representative;
  const params = { organisationId: home.id };
  const member = await givenMember(api, home, 'viewer');
  const guest = await api.person([], 'Gus Guest');
  const invited = await api.person([], 'Ina Invited');
  const invitationId = await givenInvitation(api, home, invited.email);
  const proposal = { params, body: { iban: nextIban(), holder: home.name } };
  const other = await givenOrganisation(api);
  const { id: bankAccountId, revision } = await api.ok(
    organisations.proposeBankAccount,
    { params: { organisationId: other.id }, body: { iban: nextIban(), holder: other.name } },
    { as: other.representative },
  );
  const controller = await api.person(['controller'], 'Carl Controller');
  const { legalForm, ...changes } = { ...organisationBody, name: 'Koor Morgenrood vzw', revision: 0 };
  return [
    scenario(api, organisations.createOrganisation, guest, {
      body: { ...organisationBody, enterpriseNumber: nextEnterpriseNumber() },
    }),
    scenario(api, organisations.updateOrganisation, as, { params, body: { ...changes, legalForm } }),
    scenario(api, organisations.addMember, as, { params, body: { email: guest.email, role: 'editor' } }),
    scenario(
      api,
      organisations.setMember,
      as,
      { params: { ...params, personId: member.id }, body: { role: 'editor' } },
      { again: 'the journal says each time that the role was set' },
    ),
    scenario(api, organisations.answerInvitation, invited, { params: { invitationId }, body: { isAccepted: true } }),
    scenario(api, organisations.withdrawInvitation, as, { params: { ...params, invitationId } }),
    scenario(api, organisations.proposeBankAccount, as, proposal),
    scenario(api, organisations.judgeBankAccount, controller, {
      params: { bankAccountId },
      body: { revision, isVerified: true },
    }),
    scenario(api, workspace.markNoticesRead, member),
  ];
}
