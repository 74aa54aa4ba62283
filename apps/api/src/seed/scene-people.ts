import { access, organisations } from '@commonlot/contracts';
import { createAdministrator } from '../operator/create-administrator.js';
import { type CastMember, giveRoles, openAccount } from './cast.js';
import { applicants, staff } from './data/people.js';
import { inParallel } from './in-parallel.js';
import { type DemonstrationOrganisation, type Municipality, registerOrganisation } from './organisations.js';
import type { Stage } from './stage.js';

const administratorEmail = 'administrator@demo.commonlot.invalid';

/** Opens the accounts, gives the roles, and marks who can be chosen on the page "Sign in as". */
export async function scenePeople(stage: Stage): Promise<void> {
  const { client, owner, cast, timeline } = stage;
  stage.clock(timeline.at(0));
  await createAdministrator(owner, administratorEmail, 'Nadia El Amrani');
  await owner.query('UPDATE person SET is_persona = true WHERE email = $1', [administratorEmail]);
  for (const member of await inParallel([...staff, ...applicants], 4, (person) => openAccount(client, owner, person)))
    cast.add(member);
  const personas = cast.where(({ isPersona }) => isPersona).map(({ id }) => id);
  await owner.query('UPDATE person SET is_persona = true WHERE id = ANY ($1::uuid[])', [personas]);
  const { rows } = await client.call(access.listPersonas);
  const administrator = rows.find(({ email }) => email === administratorEmail);
  if (administrator === undefined) throw new Error('The administrator is not among the personas.');
  const signedIn = await client.signIn(access.signInAsPersona, { params: { personId: administrator.id } });
  await giveRoles(
    client,
    signedIn,
    cast.where(({ roles }) => roles.length > 0),
  );
  stage.municipalities = (await client.call(organisations.listMunicipalities)).rows as readonly Municipality[];
}

/** Registers `count` organisations, spread over the people who act for them and the regions of their languages. */
export async function sceneOrganisations(stage: Stage, count: number): Promise<DemonstrationOrganisation[]> {
  const people = stage.cast.where(({ roles }) => roles.length === 0);
  const regions = { nl: ['flanders', 'brussels'], fr: ['wallonia', 'brussels'], de: ['wallonia'] };
  // The places are drawn before anything runs in parallel, so that the demonstration is the same each time.
  const drawn = Array.from({ length: count }, (_, turn) => {
    const representative = people[turn % people.length] as CastMember;
    const near = stage.municipalities.filter(({ region }) => regions[representative.person.language].includes(region));
    const municipality =
      representative.person.language === 'de'
        ? stage.municipalities.find(({ nis }) => nis === '63023')
        : stage.chance.pick(near);
    stage.organisations += 1;
    return { representative, municipality: municipality as Municipality, index: stage.organisations };
  });
  return inParallel(drawn, 4, ({ representative, municipality, index }) =>
    registerOrganisation(stage.client, stage.chance, index, representative, municipality),
  );
}
