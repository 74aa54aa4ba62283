import { randomBytes } from 'node:crypto';
import { access } from '@commonlot/contracts';
import type pg from 'pg';
import type { ContractClient, SignedIn } from './contract-client.js';
import type { DemonstrationPerson } from './data/people.js';

export interface CastMember extends SignedIn {
  readonly id: string;
  readonly person: DemonstrationPerson;
}

/** The people of the demonstration by their key, each with an open session. */
export class Cast {
  private readonly members = new Map<string, CastMember>();

  add(member: CastMember): void {
    this.members.set(member.person.key, member);
  }

  /** The person with this key; throws when the demonstration has none. */
  get(key: string): CastMember {
    const member = this.members.get(key);
    if (member === undefined) throw new Error(`Nobody in the demonstration is called ${key}.`);
    return member;
  }

  where(condition: (person: DemonstrationPerson) => boolean): CastMember[] {
    return [...this.members.values()].filter(({ person }) => condition(person));
  }
}

const emailOf = (person: DemonstrationPerson) => `${person.key}@demo.commonlot.invalid`;

/**
 * Opens an account as anybody does: sign up, read the mail, follow its link. The administrator then gives the roles.
 * Passwords are random and forgotten: the demonstration signs in by persona.
 */
export async function openAccount(
  client: ContractClient,
  owner: pg.Pool,
  person: DemonstrationPerson,
): Promise<CastMember> {
  const email = emailOf(person);
  const password = randomBytes(24).toString('base64url');
  await client.call(access.signUp, { body: { email, name: person.name, password, screenLanguage: person.language } });
  const { rows } = await owner.query<{ body: string }>(
    'SELECT body FROM outgoing_mail WHERE recipient = $1 ORDER BY created_at DESC LIMIT 1',
    [email],
  );
  const token = /[?&]token=([A-Za-z0-9_-]{20,})/.exec(rows[0]?.body ?? '')?.[1];
  if (token === undefined) throw new Error(`The confirmation mail to ${email} has no link.`);
  const signedIn = await client.signIn(access.confirmEmail, { body: { token } });
  const { person: confirmed } = await client.call(access.readSession, {}, signedIn);
  if (confirmed === null) throw new Error(`${email} is not signed in after the confirmation.`);
  return { ...signedIn, id: confirmed.id, person };
}

/** Gives the roles of the demonstration's staff, as the administrator. */
export async function giveRoles(
  client: ContractClient,
  administrator: SignedIn,
  members: readonly CastMember[],
): Promise<void> {
  for (const member of members) {
    const { rows } = await client.call(access.listPeople, { query: { search: emailOf(member.person) } }, administrator);
    const row = rows.find(({ id }) => id === member.id);
    if (row === undefined) throw new Error(`The administrator does not find ${member.person.name}.`);
    await client.call(
      access.setRoles,
      { params: { personId: member.id }, body: { roles: [...member.person.roles], revision: row.revision } },
      administrator,
    );
  }
}
